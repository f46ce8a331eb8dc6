import type { GroupRule, RuleEntry } from './group-rule.schema';

/** Where somebody stands in one group by the ledger. */
export type LedgerStanding = {
  memberId: string;
  groupId: string;
  /** Points of standing entries, rewards and deductions together. */
  points: number;
  /** Promised and not given yet. */
  openRewards: number;
  warnings: number;
  openAppeals: number;
  isRemoved: boolean;
};

/** Warnings by one rule have reached its limit. While an appeal is open nothing is proposed. */
export type RemovalProposal = {
  memberId: string;
  groupId: string;
  ruleId: string;
  warnings: number;
  limit: number;
};

/** An entry that was withdrawn on appeal counts for nothing. */
export const isStanding = ({ appeal }: Pick<RuleEntry, 'appeal'>): boolean =>
  appeal?.outcome !== 'withdrawn';

/** A reward that was promised, stands and is not given yet. */
export const isOpenReward = (entry: RuleEntry): boolean =>
  entry.kind === 'reward' && entry.givenAt === undefined && isStanding(entry);

/** Somebody objected, and nobody has decided yet. */
export const hasOpenAppeal = ({ appeal }: Pick<RuleEntry, 'appeal'>): boolean =>
  appeal !== undefined && !appeal.outcome;

/** One line a person and group, in the order of their first entry. */
export function ledgerStandings(entries: readonly RuleEntry[]): LedgerStanding[] {
  const standings = new Map<string, LedgerStanding>();
  for (const entry of entries) {
    const { memberId, groupId, kind } = entry;
    const key = `${memberId}.${groupId}`;
    const fresh = { points: 0, openRewards: 0, warnings: 0, openAppeals: 0, isRemoved: false };
    const it = standings.get(key) ?? { memberId, groupId, ...fresh };
    standings.set(key, it);
    if (hasOpenAppeal(entry)) it.openAppeals += 1;
    if (!isStanding(entry)) continue;
    it.points += entry.points ?? 0;
    if (isOpenReward(entry)) it.openRewards += 1;
    if (kind === 'warning') it.warnings += 1;
    if (kind === 'removal') it.isRemoved = true;
  }
  return [...standings.values()];
}

/** Standing warnings of somebody by one rule with a limit, since their last removal from the group. */
export type WarningCount = RemovalProposal & { isHeld: boolean };

/**
 * Standing warnings by person, group and rule, for rules in use that name a limit
 * (`warningsToRemoval`). `isHeld`: one of them is under appeal.
 */
export function warningCounts(
  entries: readonly RuleEntry[],
  rules: readonly GroupRule[],
): WarningCount[] {
  const limits = new Map(
    rules.flatMap(({ id, warningsToRemoval: limit, isArchived }) =>
      limit === undefined || isArchived ? [] : [[id, limit] as const],
    ),
  );
  const removedAt = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== 'removal' || !isStanding(entry)) continue;
    const key = `${entry.memberId}.${entry.groupId}`;
    removedAt.set(key, Math.max(entry.at, removedAt.get(key) ?? 0));
  }
  const counts = new Map<string, WarningCount>();
  for (const entry of entries) {
    const { memberId, groupId, ruleId, kind, at } = entry;
    const limit = ruleId === undefined ? undefined : limits.get(ruleId);
    if (kind !== 'warning' || ruleId === undefined || limit === undefined) continue;
    if (!isStanding(entry) || at <= (removedAt.get(`${memberId}.${groupId}`) ?? -1)) continue;
    const key = `${memberId}.${groupId}.${ruleId}`;
    const fresh = { memberId, groupId, ruleId, warnings: 0, limit, isHeld: false };
    const it = counts.get(key) ?? fresh;
    counts.set(key, it);
    it.warnings += 1;
    it.isHeld ||= hasOpenAppeal(entry);
  }
  return [...counts.values()];
}

/**
 * Whom the rules want removed: standing warnings by one rule in one group since the last removal there
 * reach the rule's `warningsToRemoval`. Rules put away, or without that figure, propose nothing.
 */
export function removalProposals(
  entries: readonly RuleEntry[],
  rules: readonly GroupRule[],
): RemovalProposal[] {
  return warningCounts(entries, rules)
    .filter(({ warnings, limit, isHeld }) => warnings >= limit && !isHeld)
    .map(({ isHeld: _, ...proposal }) => proposal);
}

/** Rules that hold in a group: everybody's, its class's and its own, in their order. */
export function rulesOfGroup(
  rules: readonly GroupRule[],
  group: { id: string; classId?: string | undefined },
): GroupRule[] {
  return rules
    .filter(
      ({ groupId, classId, isArchived }) =>
        !isArchived &&
        (groupId === undefined || groupId === group.id) &&
        (classId === undefined || classId === group.classId),
    )
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}
