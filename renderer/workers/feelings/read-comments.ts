import type { Comment } from '@shared/domain/feelings/comment.schema';
import { foldText } from '@shared/domain/import/cells/text-cell';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { decodePage } from '@/db/paged/page';
import { storesOf } from '@/db/schema';
import { coldPages, hotPages, readTransaction } from '@/db/tables';

const PAGES_AT_ONCE = 16;

/** Everything that was said, as of one moment, newest first. */
export function readComments(db: ConsoleDb): Promise<Comment[]> {
  return readTransaction(db, storesOf('comments'), async (within) => {
    const keys = await hotPages(within, 'comments').toCollection().primaryKeys();
    const found: Comment[] = [];
    for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
      const some = keys.slice(i, i + PAGES_AT_ONCE);
      const hot = await hotPages(within, 'comments').bulkGet(some);
      const cold = await coldPages(within, 'comments').bulkGet(some);
      hot.forEach((page, at) => {
        if (page) found.push(...(decodePage(page, cold[at]) as unknown as Comment[]));
      });
    }
    return found.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  });
}

type Person = { id: string; name: string };

/** Who bears each of these names, by name or by name in the group. */
export async function findSpeakers(
  db: ConsoleDb,
  names: ReadonlySet<string>,
): Promise<Map<string, Person[]>> {
  const wanted = new Map<string, Person[]>([...names].map((name) => [foldText(name), []]));
  if (wanted.size === 0) return wanted;
  const keys = await hotPages(db, 'members').toCollection().primaryKeys();
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    for (const page of await hotPages(db, 'members').bulkGet(keys.slice(i, i + PAGES_AT_ONCE))) {
      const { id, name, groupNickname } = page?.c ?? {};
      if (!page || !id || !name) continue;
      for (let row = 0; row < page.n; row++) {
        const called = String(columnValue(name, row));
        const nickname = groupNickname && columnValue(groupNickname, row);
        const keysOfOne = new Set([called, ...(nickname ? [String(nickname)] : [])].map(foldText));
        for (const key of keysOfOne) {
          wanted.get(key)?.push({ id: String(columnValue(id, row)), name: called });
        }
      }
    }
  }
  return wanted;
}
