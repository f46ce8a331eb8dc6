import type { RuleEntry } from '@shared/domain/group-life/group-rule.schema';
import { isStanding } from '@shared/domain/group-life/ledger.rules';
import type { Koc, KocIncentive } from '@shared/domain/koc/koc.schema';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

/** What somebody was given at the cost of a group. */
type RewardGiven = { groupId: string; at: number; amountFen: number };

/**
 * Rewards of the ledger and incentives of KOCs that were given and name a cost; not what was only
 * promised, nor what was withdrawn on appeal. An incentive without a group of its own is its KOC's
 * main group's; where there is none it is no group's.
 */
export async function rewardsGiven(db: ConsoleDb): Promise<RewardGiven[]> {
  const [entries, incentives, kocs] = (await Promise.all([
    rowTable(db, 'ruleEntries').toArray(),
    rowTable(db, 'kocIncentives').toArray(),
    rowTable(db, 'kocs').toArray(),
  ])) as unknown as [RuleEntry[], KocIncentive[], Koc[]];
  const mainGroups = new Map(kocs.map(({ id, groupId }) => [id, groupId]));
  const given: RewardGiven[] = [];
  const note = (groupId?: string, at?: number, amountFen?: number) => {
    if (groupId !== undefined && at !== undefined && amountFen !== undefined) {
      given.push({ groupId, at, amountFen });
    }
  };
  for (const entry of entries) {
    const { kind, groupId, givenAt, amountFen } = entry;
    if (kind === 'reward' && isStanding(entry)) note(groupId, givenAt, amountFen);
  }
  for (const { memberId, groupId, givenAt, amountFen } of incentives) {
    note(groupId ?? mainGroups.get(memberId), givenAt, amountFen);
  }
  return given;
}
