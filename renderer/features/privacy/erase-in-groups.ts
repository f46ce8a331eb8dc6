import { chatNameKey } from '@shared/domain/chat/chat-plan.rules';
import {
  groupListWithout,
  isListEntity,
  LIST_ENTITIES,
  mergedRowsWithout,
} from '@shared/domain/members/group-lists.rules';
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
  nicknames: readonly string[],
): Promise<void> {
  const all = new Set(ids);
  for (const id of ids) {
    for (const entity of ABOUT_ONE) {
      for (const row of await tx.findBy(entity, 'memberId', id)) await tx.remove(entity, row.id);
    }
    if (await tx.get('kocs', id)) await tx.remove('kocs', id);
  }
  const names = new Set([
    ...people.flatMap(({ name, groupNickname }) => [name, groupNickname ?? name]),
    ...nicknames,
  ]);
  await removeFromChats(tx, all, [...names]);
  for (const entity of LIST_ENTITIES) {
    for (const row of await tx.all(entity)) {
      const patch = groupListWithout(entity, row, all, names);
      if (patch) await tx.update(entity, row.id, patch as never);
    }
  }
  await removeFromMerges(tx, all, names);
}

/** Merges of others keep whole lists to give them back; one that is parted has done so already. */
async function removeFromMerges(tx: Tx, ids: ReadonlySet<string>, names: ReadonlySet<string>) {
  for (const { id, rows, undoneAt } of await tx.all('memberMerges')) {
    const kept =
      undoneAt === undefined
        ? mergedRowsWithout(rows, ids, names)
        : rows.filter(({ entity }) => !isListEntity(entity));
    if (kept && (undoneAt === undefined || kept.length < rows.length)) {
      await tx.update('memberMerges', id, { rows: kept });
    }
  }
}

/** What they asked goes; where they only answered somebody, their name goes. */
async function removeFromChats(
  tx: Tx,
  ids: ReadonlySet<string>,
  names: readonly string[],
): Promise<void> {
  const keys = new Set(names.map(chatNameKey));
  const isTheirs = (name: string | undefined) => name !== undefined && keys.has(chatNameKey(name));
  for (const { id, memberId = '', asker, answeredBy } of await tx.all('chatQuestions')) {
    if (ids.has(memberId) || isTheirs(asker)) await tx.remove('chatQuestions', id);
    else if (isTheirs(answeredBy)) await tx.update('chatQuestions', id, { answeredBy: undefined });
  }
}
