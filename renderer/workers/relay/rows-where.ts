import type { EntityName, Row } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { decodeRow } from '@/db/paged/page';
import { coldPages, hotPages } from '@/db/tables';

const PAGES_AT_ONCE = 16;

/** Whole rows of a paged entity whose cold field fits; pages without a fitting row stay packed. */
export async function rowsWhere<E extends EntityName>(
  db: ConsoleDb,
  entity: E,
  field: string,
  fits: (value: unknown) => boolean,
): Promise<Row<E>[]> {
  const keys = await coldPages(db, entity).toCollection().primaryKeys();
  const found: Row<E>[] = [];
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    for (const cold of await coldPages(db, entity).bulkGet(keys.slice(i, i + PAGES_AT_ONCE))) {
      const column = cold?.c[field];
      if (!cold || !column) continue;
      const rows = Array.from({ length: cold.n }, (_, row) => row).filter((row) =>
        fits(columnValue(column, row)),
      );
      const hot = rows.length > 0 ? await hotPages(db, entity).get(cold.lo) : undefined;
      if (hot) for (const row of rows) found.push(decodeRow(hot, cold, row) as Row<E>);
    }
  }
  return found;
}
