import type { RuleEntry } from '@shared/domain/group-life/group-rule.schema';
import { hasOpenAppeal, isOpenReward, isStanding } from '@shared/domain/group-life/ledger.rules';
import { assertNever } from '@shared/lib/errors';

export const ENTRY_SHOWS = ['all', 'openReward', 'openAppeal', 'withdrawn'] as const;
export type EntryFilter = {
  show: (typeof ENTRY_SHOWS)[number];
  kind: RuleEntry['kind'] | undefined;
  /** Part of a name. */
  who: string;
};

/** Entries that the filter lets through; `nameOf` gives the name by which people are found. */
export function filteredEntries(
  entries: readonly RuleEntry[],
  { show, kind, who }: EntryFilter,
  nameOf: (memberId: string) => string,
): RuleEntry[] {
  const wanted = who.trim().toLowerCase();
  return entries.filter(
    (entry) =>
      (kind === undefined || entry.kind === kind) &&
      isShown(entry, show) &&
      (wanted === '' || nameOf(entry.memberId).toLowerCase().includes(wanted)),
  );
}

function isShown(entry: RuleEntry, show: EntryFilter['show']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'openReward':
      return isOpenReward(entry);
    case 'openAppeal':
      return hasOpenAppeal(entry);
    case 'withdrawn':
      return !isStanding(entry);
    default:
      return assertNever(show, 'show');
  }
}
