import type { EntityName, Row } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { decodeRow, findInPage } from '@/db/paged/page';
import { greatestNotAbove } from '@/db/paged/page-set';
import { storesOf } from '@/db/schema';
import { coldPages, hotPages, readTransaction } from '@/db/tables';

const PAGES_AT_ONCE = 8;

/**
 * Whole rows of a paged entity by id, as of one moment, however many: each page is opened once, a
 * few at a time. Ids that nothing bears are left out.
 */
export async function rowsById<E extends EntityName>(
  db: ConsoleDb,
  entity: E,
  ids: readonly string[],
): Promise<Map<string, Row<E>>> {
  const found = new Map<string, Row<E>>();
  const stores = storesOf(entity);
  const hasCold = stores.length > 1;
  await readTransaction(db, stores, async (within) => {
    const keys = await hotPages(within, entity).toCollection().primaryKeys();
    const wanted = new Map<string, string[]>();
    for (const id of new Set(ids)) {
      const lo = keys[greatestNotAbove(keys, id)];
      if (lo === undefined) continue;
      const list = wanted.get(lo);
      if (list) list.push(id);
      else wanted.set(lo, [id]);
    }
    const los = [...wanted.keys()].sort();
    for (let i = 0; i < los.length; i += PAGES_AT_ONCE) {
      const some = los.slice(i, i + PAGES_AT_ONCE);
      const hot = await hotPages(within, entity).bulkGet(some);
      const cold = hasCold ? await coldPages(within, entity).bulkGet(some) : [];
      hot.forEach((page, at) => {
        if (!page) return;
        for (const id of wanted.get(page.lo) ?? []) {
          const row = findInPage(page, id);
          if (row >= 0) found.set(id, decodeRow(page, cold[at], row) as Row<E>);
        }
      });
    }
  });
  return found;
}
