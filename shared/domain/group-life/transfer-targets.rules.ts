import { insideTotal } from '@shared/domain/groups/entry.rules';
import {
  type GroupRoom,
  type PlacementCandidate,
  planByHand,
  type Refused,
} from '@shared/domain/groups/placement.rules';
import type { TransferWorld } from './transfer.rules';

export type RefusingGroup = { room: GroupRoom; refused: Refused[] };
export type TransferTargets = {
  /** Groups that let all of them in, most free places first. */
  allowed: GroupRoom[];
  /** Groups that refuse some or all of them, with each refusal. */
  refusing: RefusingGroup[];
};

/**
 * Where these people may go together, each seeing those let in before (`planByHand`): what a leader is
 * offered when a target is changed by hand. The group they are to leave and dissolved ones are left out.
 */
export function targetsOf(
  people: readonly PlacementCandidate[],
  { fromGroupId, rooms, classes, rules }: TransferWorld,
): TransferTargets {
  const targets: TransferTargets = { allowed: [], refusing: [] };
  for (const room of rooms) {
    if (room.group.id === fromGroupId || room.group.phase === 'dissolved') continue;
    const { refused } = planByHand(people, room, classes, rules);
    if (refused.length === 0) targets.allowed.push(room);
    else targets.refusing.push({ room, refused });
  }
  targets.allowed.sort(
    (a, b) => freePlaces(b) - freePlaces(a) || a.group.name.localeCompare(b.group.name, 'zh-CN'),
  );
  return targets;
}

/** Places left in a group; 0 where it is full or over. */
export const freePlaces = ({ group, inside }: GroupRoom): number =>
  Math.max(0, group.capacity - insideTotal(inside));
