import type { GroupRule, RuleEntry } from '@shared/domain/group-life/group-rule.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { readDb } from '@/db/read';

/** All rules in their order, those put away among them. */
export async function readRules(): Promise<GroupRule[]> {
  return (await readDb.rows('groupRules').all()).sort(
    (a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1),
  );
}

/** Entries of one group, or of all, the latest first. */
export async function readEntries(groupId: string | undefined): Promise<RuleEntry[]> {
  const entries = readDb.rows('ruleEntries');
  const rows = groupId === undefined ? await entries.all() : await entries.by('groupId', groupId);
  return rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** Names of all groups, dissolved ones too. */
export async function readGroupNames(): Promise<Map<string, Pick<Group, 'name' | 'phase'>>> {
  return new Map((await readDb.rows('groups').all()).map((group) => [group.id, group]));
}
