import type { TransferRefusal } from '@shared/domain/group-life/transfer.rules';
import { entryRefusal } from '@shared/domain/groups/placement.rules';
import type { Identity } from '@shared/domain/members/member.schema';
import { candidateOf, type EntryWorld } from '../use-transfer';
import type { PlanLine } from './plan-view';

type RefusalNow = { reason: TransferRefusal; rival?: Identity };

/**
 * Why somebody of the plan cannot go where they are to go, as the groups are now; for somebody
 * without a group the reason that was found when the plan was made.
 */
export function refusalOf({ item, person }: PlanLine, world: EntryWorld): RefusalNow | undefined {
  if (item.state === 'moved' || item.state === 'declined') return undefined;
  const room = world.roomOf(item.toGroupId);
  if (!room || !person) {
    return item.state === 'refused'
      ? { reason: (item.reason ?? 'noGroup') as TransferRefusal }
      : undefined;
  }
  return entryRefusal(candidateOf(person), room, world.classes, world.rules);
}
