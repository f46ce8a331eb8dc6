import type { EntityName } from '@shared/domain/registry';
import { spec } from '../schema';
import { hotPages, type TableSource } from '../tables';
import { type Column, columnValue, encodeColumn, writeUuid } from './columns';
import { type AnyRow, decodeRow, findInPage, type PagedStorage, type PageRecord } from './page';
import { greatestNotAbove } from './page-set';

const AT_ONCE = 16;

/** Whether a change of these fields leaves the cold half of a page as it is. */
export function areHot(entity: EntityName, fields: Iterable<string>): boolean {
  const { storage } = spec(entity);
  if (storage.kind !== 'paged') return false;
  for (const field of fields) if (!(field in storage.hot)) return false;
  return true;
}

/**
 * Shows the hot fields of stored rows by id (ascending), each to be replaced by what `change`
 * returns, if anything: of a page only what changes is packed again, and its cold half is neither
 * read nor written. Only for a transaction that has nothing of this entity in memory.
 */
export async function reviseHotRows(
  db: TableSource,
  entity: EntityName,
  ids: readonly string[],
  change: (row: AnyRow, index: number) => AnyRow | undefined,
): Promise<void> {
  const table = hotPages(db, entity);
  const keys = await table.toCollection().primaryKeys();
  const wanted = new Map<string, number[]>();
  ids.forEach((id, index) => {
    const lo = keys[greatestNotAbove(keys, id)];
    if (lo === undefined) return;
    const list = wanted.get(lo);
    if (list) list.push(index);
    else wanted.set(lo, [index]);
  });
  const los = [...wanted.keys()];
  for (let i = 0; i < los.length; i += AT_ONCE) {
    const puts: PageRecord[] = [];
    for (const page of await table.bulkGet(los.slice(i, i + AT_ONCE))) {
      const next = page && revisedPage(entity, page, wanted.get(page.lo) ?? [], ids, change);
      if (next) puts.push(next);
    }
    if (puts.length > 0) await table.bulkPut(puts);
  }
}

/** The page with the rows that changed; undefined when none did. */
function revisedPage(
  entity: EntityName,
  page: PageRecord,
  indexes: readonly number[],
  ids: readonly string[],
  change: (row: AnyRow, index: number) => AnyRow | undefined,
): PageRecord | undefined {
  const rows = new Map<number, AnyRow>();
  const fields = new Set<string>();
  for (const index of indexes) {
    const at = findInPage(page, ids[index] ?? '');
    if (at < 0) continue;
    const before = rows.get(at) ?? decodeRow(page, undefined, at);
    const after = change(before, index);
    if (!after) continue;
    rows.set(at, after);
    for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (before[field] !== after[field]) fields.add(field);
    }
  }
  if (fields.size === 0) return undefined;
  const { hot } = spec(entity).storage as PagedStorage;
  const c = { ...page.c };
  for (const field of fields) {
    const column = c[field];
    const type = hot[field];
    if (!type) throw new Error(`${entity}.${field} does not lie in the hot half of a page`);
    const own = new Map([...rows].map(([at, row]) => [at, row[field]]));
    c[field] = (column && withUuids(column, own)) ?? withValues(column, page.n, type, own);
  }
  return { ...page, c };
}

function withUuids(column: Column, own: ReadonlyMap<number, unknown>): Column | undefined {
  if (column.t !== 'uuid') return undefined;
  const b = column.b.slice();
  for (const [at, id] of own) {
    if (typeof id !== 'string' || !writeUuid(id, b, at * 16)) return undefined;
  }
  return { t: 'uuid', b };
}

function withValues(
  column: Column | undefined,
  n: number,
  type: PagedStorage['hot'][string],
  own: ReadonlyMap<number, unknown>,
): Column {
  return encodeColumn(
    type,
    Array.from({ length: n }, (_, i) =>
      own.has(i) ? own.get(i) : column && columnValue(column, i),
    ),
  );
}
