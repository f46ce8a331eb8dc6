import type { RuleEntryColumnKey } from '@shared/domain/export/columns/ledger-columns';
import type { GroupRule, RuleEntry } from '@shared/domain/group-life/group-rule.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import {
  type ExportListDefinition,
  type ListSource,
  rowCells,
  type SourceContext,
  whoCells,
  wordOf,
} from './list-source';

function ledgerSource(context: SourceContext): ListSource<RuleEntryColumnKey> {
  const { stored } = context;
  const groups = new Map((stored.rows('groups') as Group[]).map(({ id, name }) => [id, name]));
  const rules = new Map((stored.rows('groupRules') as GroupRule[]).map((it) => [it.id, it.text]));
  const entries = [...(stored.rows('ruleEntries') as RuleEntry[])].sort((a, b) => b.at - a.at);
  const plain = rowCells(entries, {
    group: ({ groupId }) => groups.get(groupId),
    kind: ({ kind }) => wordOf(context, 'ruleEntry', kind),
    what: ({ what }) => what,
    rule: ({ ruleId }) => rules.get(ruleId ?? ''),
    points: ({ points }) => points,
    amountFen: ({ amountFen }) => amountFen,
    at: ({ at }) => at,
    by: ({ by }) => by,
    givenAt: ({ givenAt }) => givenAt,
    appeal: ({ appeal }) => appeal?.text,
    outcome: ({ appeal }) => wordOf(context, 'appealOutcome', appeal?.outcome),
    why: ({ appeal }) => appeal?.why,
  });
  const who = whoCells(stored.packed('members'), (item) => entries[item]?.memberId);
  return { count: plain.count, cells: { ...plain.cells, ...who } };
}

export const ruleEntriesList: ExportListDefinition = {
  needs: () => ({ whole: ['ruleEntries', 'groupRules', 'groups'], hot: ['members'] }),
  source: ledgerSource,
};
