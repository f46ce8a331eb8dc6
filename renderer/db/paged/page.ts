import type { ColumnType, Storage } from '@shared/domain/entities/entity-spec';
import { type Column, columnValue, encodeColumn } from './columns';

export type PagedStorage = Extract<Storage, { kind: 'paged' }>;
export type AnyRow = { id: string } & Record<string, unknown>;

/** One record of a paged store. `lo` is its key: the id that the page began with, never above its first row. */
export type PageRecord = { lo: string; hi: string; n: number; c: Record<string, Column> };

/** Fields that the registry does not know (written by a newer console) travel in this column. */
const UNKNOWN = '_more';

export type PagePair = { hot: PageRecord; cold: PageRecord | undefined };

/** Packs rows (sorted by id, not empty) into the two records of a page. */
export function encodePage(storage: PagedStorage, rows: AnyRow[], lo: string): PagePair {
  const last = rows[rows.length - 1];
  if (!last) throw new Error('a page holds at least one row');
  return packPage(
    storage,
    { lo, hi: last.id, n: rows.length },
    (field, type) =>
      encodeColumn(
        type,
        rows.map((row) => row[field]),
      ),
    () => rows.map((row) => unknownFields(storage, row)),
  );
}

/** The two records of a page, from what packs a field and what finds fields that no column knows. */
export function packPage(
  storage: PagedStorage,
  base: { lo: string; hi: string; n: number },
  packField: (field: string, type: ColumnType) => Column,
  findUnknown: () => (Record<string, unknown> | undefined)[],
): PagePair {
  const pack = (types: PagedStorage['hot']) =>
    Object.fromEntries(
      Object.entries(types).map(([field, type]) => [field, packField(field, type)]),
    );
  const hot = pack(storage.hot);
  const unknown = findUnknown();
  if (unknown.some(Boolean)) hot[UNKNOWN] = encodeColumn('json', unknown);
  const hasCold = Object.keys(storage.cold).length > 0;
  return {
    hot: { ...base, c: hot },
    cold: hasCold ? { ...base, c: pack(storage.cold) } : undefined,
  };
}

function unknownFields(storage: PagedStorage, row: AnyRow): Record<string, unknown> | undefined {
  let more: Record<string, unknown> | undefined;
  for (const field in row) {
    if (storage.hot[field] || storage.cold[field]) continue;
    if (row[field] !== undefined) {
      more ??= {};
      more[field] = row[field];
    }
  }
  return more;
}

/** Row `i` of a page; only the hot fields when `cold` is not given. */
export function decodeRow(hot: PageRecord, cold: PageRecord | undefined, i: number): AnyRow {
  const row: AnyRow = { id: '' };
  for (const record of cold ? [hot, cold] : [hot]) {
    for (const field in record.c) {
      const column = record.c[field];
      if (!column) continue;
      const value = columnValue(column, i);
      if (field === UNKNOWN) Object.assign(row, value);
      else if (value !== undefined) row[field] = value;
    }
  }
  return row;
}

export function decodePage(hot: PageRecord, cold: PageRecord | undefined): AnyRow[] {
  return Array.from({ length: hot.n }, (_, i) => decodeRow(hot, cold, i));
}

/** Index of `id` among the page's rows, or -1; rows are sorted by id. */
export function findInPage(hot: PageRecord, id: string): number {
  const ids = hot.c.id;
  if (!ids) return -1;
  let low = 0;
  let high = hot.n - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const at = columnValue(ids, mid) as string;
    if (at === id) return mid;
    if (at < id) low = mid + 1;
    else high = mid - 1;
  }
  return -1;
}
