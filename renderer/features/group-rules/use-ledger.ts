import type { GroupRule, RuleEntry } from '@shared/domain/group-life/group-rule.schema';
import { useMemo, useRef } from 'react';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import { readEntries, readGroupNames, readRules } from './group-rules.queries';

/** Whom entries speak of: their name (none where erased), and the groups they are inside now. */
export type LedgerPeople = ReadonlyMap<string, { name: string | undefined; inside: Set<string> }>;

export type Ledger = {
  rules: GroupRule[];
  entries: RuleEntry[];
  people: LedgerPeople;
  groups: ReadonlyMap<string, { name: string; phase: string }>;
};

/** Rules, entries of one group or of all, and names; `undefined` while loading. */
export function useLedger(groupId?: string): Ledger | undefined {
  const rules = useLive(readRules, []);
  const entries = useLive(() => readEntries(groupId), [groupId]);
  const groups = useLive(readGroupNames, []);
  const ids = useMemo(
    () => entries && [...new Set(entries.map(({ memberId }) => memberId))].sort(),
    [entries],
  );
  const answer = useAnswer(ids && `ledger ${ids.join(' ')}`, async () => {
    const wanted = ids ?? [];
    const [names, groupsOf] = await Promise.all([
      dataWorker().lists.memberNames(wanted),
      dataWorker().groups.groupsOf(wanted),
    ]);
    return new Map(
      wanted.map((id, at) => [id, { name: names[at], inside: new Set(groupsOf[id] ?? []) }]),
    );
  });
  // A new name is looked up while those known stay on screen.
  const known = useRef<LedgerPeople>(undefined);
  if (answer) known.current = answer;
  const people = answer ?? known.current;
  return useMemo(
    () => rules && entries && people && groups && { rules, entries, people, groups },
    [rules, entries, people, groups],
  );
}
