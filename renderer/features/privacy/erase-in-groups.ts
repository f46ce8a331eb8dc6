import { groupListWithout, LIST_ENTITIES } from '@shared/domain/members/group-lists.rules';
import type { Member } from '@shared/domain/members/member.schema';
import type { Tx } from '@/db/command';

/** Stores of records that are about one person and name them by `memberId`. */
const ABOUT_ONE = ['ruleEntries', 'transferItems', 'kocIncentives'] as const;

/**
 * Takes a person out of the life of groups: their entries in the ledger, their places in transfer
 * plans, what they were as a KOC and what they asked go; lists and actions lose their id and name.
 */
export async function removeFromGroups(
  tx: Tx,
  ids: readonly string[],
  people: readonly Member[],
): Promise<void> {
  const all = new Set(ids);
  for (const id of ids) {
    for (const entity of ABOUT_ONE) {
      for (const row of await tx.findBy(entity, 'memberId', id)) await tx.remove(entity, row.id);
    }
    if (await tx.get('kocs', id)) await tx.remove('kocs', id);
  }
  const names = new Set(people.flatMap(({ name, groupNickname }) => [name, groupNickname ?? name]));
  for (const question of await tx.all('chatQuestions')) {
    if (all.has(question.memberId ?? '') || names.has(question.asker ?? '')) {
      await tx.remove('chatQuestions', question.id);
    }
  }
  for (const entity of LIST_ENTITIES) {
    for (const row of await tx.all(entity)) {
      const patch = groupListWithout(entity, row, all, names);
      if (patch) await tx.update(entity, row.id, patch as never);
    }
  }
}
