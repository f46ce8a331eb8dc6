import { type EntryPerson, insideTotal } from '@shared/domain/groups/entry.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { type Misplacement, misplacementOf } from '@shared/domain/groups/misplacement.rules';
import type { GroupRoom } from '@shared/domain/groups/placement.rules';
import type { PlacementRules } from '@shared/domain/groups/placement-settings.schema';

/** One of the groups that a person is inside. */
export type StayOption = {
  room: GroupRoom;
  joinedAt: number;
  /** Interactions and orders of the person there over the chosen time; unknown is undefined. */
  activity?: number | undefined;
};

/** What made the group the one to stay in: the first thing in which it goes before the next. */
export type StayReason =
  | { kind: 'classFit'; misplacement: Misplacement }
  | { kind: 'activity'; here: number; there: number }
  | { kind: 'earlier'; here: number; there: number }
  | { kind: 'room'; freeHere: number; freeThere: number }
  | { kind: 'equal' };

export type StayAdvice = {
  stayIn: string;
  /** The other groups, each with why the first goes before it. */
  leave: { groupId: string; because: StayReason }[];
};

const free = ({ group, inside }: GroupRoom) => group.capacity - insideTotal(inside);

/**
 * In which of several groups somebody should stay: where they fit by class, channel and region, then
 * where they are more active (only when both are known), then where they came first, then where there
 * is more room. Dissolved groups do not count; undefined when fewer than two are left.
 */
export function whereToStay(
  person: EntryPerson & { memberId: string },
  options: readonly StayOption[],
  classes: readonly MemberClass[],
  rules: PlacementRules,
): StayAdvice | undefined {
  const open = options.filter(({ room }) => room.group.phase !== 'dissolved');
  if (open.length < 2) return undefined;
  const wrong = new Map(
    open.map(({ room: { group, inside } }) => [
      group.id,
      misplacementOf(person, group, inside, classes, rules),
    ]),
  );
  const misfit = (it: StayOption) => (wrong.get(it.room.group.id) ? 1 : 0);
  // Unknown anywhere says nothing of anybody: an order over some only would run in circles.
  const isActivityKnown = open.every(({ activity }) => activity !== undefined);
  const activity = (it: StayOption) => (isActivityKnown ? (it.activity ?? 0) : 0);
  const [best, ...others] = [...open].sort(
    (a, b) =>
      misfit(a) - misfit(b) ||
      activity(b) - activity(a) ||
      a.joinedAt - b.joinedAt ||
      free(b.room) - free(a.room) ||
      (a.room.group.id < b.room.group.id ? -1 : 1),
  );
  if (!best) return undefined;
  const because = (other: StayOption): StayReason => {
    const misplacement = wrong.get(other.room.group.id);
    if (misplacement && misfit(best) === 0) return { kind: 'classFit', misplacement };
    if (activity(best) !== activity(other)) {
      return { kind: 'activity', here: activity(best), there: activity(other) };
    }
    if (best.joinedAt !== other.joinedAt) {
      return { kind: 'earlier', here: best.joinedAt, there: other.joinedAt };
    }
    const [freeHere, freeThere] = [free(best.room), free(other.room)];
    return freeHere === freeThere ? { kind: 'equal' } : { kind: 'room', freeHere, freeThere };
  };
  return {
    stayIn: best.room.group.id,
    leave: others.map((it) => ({ groupId: it.room.group.id, because: because(it) })),
  };
}
