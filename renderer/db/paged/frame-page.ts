import type { ColumnType } from '@shared/domain/entities/entity-spec';
import { columnValueAt, type FrameColumn, type RowFrame } from '@shared/lib/row-frame';
import { type Column, encodeColumn, readUuid } from './columns';
import { type PagedStorage, type PagePair, packPage } from './page';

/** Where the rows of a page stand in the columns. */
type Places = ArrayLike<number>;
type ListColumn = Extract<FrameColumn, { kind: 'list' }>;

/**
 * Rows `from` to `to` of a frame as a page, column by column: the same bytes as the rows as objects
 * would give.
 */
export function encodeFramePage(
  storage: PagedStorage,
  frame: RowFrame,
  from: number,
  to: number,
): PagePair {
  const n = to - from;
  const places = frame.order?.subarray(from, to) ?? new Uint32Array(n).map((_, i) => from + i);
  const pack = (field: string, type: ColumnType) =>
    encodeFrameColumn(type, frame.columns[field], places);
  const idOf = (i: number) => idAt(frame, places[i] ?? 0);
  return packPage(storage, { lo: idOf(0), hi: idOf(n - 1), n }, pack, () =>
    unknownFields(storage, frame, places),
  );
}

function idAt(frame: RowFrame, place: number): string {
  const ids = frame.columns.id;
  return ids?.kind === 'uuid'
    ? readUuid(ids.bytes, place * 16)
    : String(ids && columnValueAt(ids, place));
}

function unknownFields(
  storage: PagedStorage,
  frame: RowFrame,
  places: Places,
): (Record<string, unknown> | undefined)[] {
  const unknown = Object.entries(frame.columns).filter(
    ([field]) => !storage.hot[field] && !storage.cold[field],
  );
  if (unknown.length === 0) return [];
  return Array.from(places, (place) => {
    const more = unknown.flatMap(([field, column]) => {
      const value = columnValueAt(column, place);
      return value === undefined ? [] : [[field, value] as const];
    });
    return more.length > 0 ? Object.fromEntries(more) : undefined;
  });
}

function encodeFrameColumn(
  type: ColumnType,
  column: FrameColumn | undefined,
  places: Places,
): Column {
  const n = places.length;
  if (!column) return encodeColumn(type, new Array(n).fill(undefined));
  if (type === 'uuid' && column.kind === 'uuid') return copyUuids(column.bytes, places);
  if (type === 'number' && column.kind === 'number') return packNumbers(column.values, places);
  if (type === 'code' && column.kind === 'same' && typeof column.value === 'string')
    return { t: 'code', d: [column.value], x: new Uint8Array(n).fill(1) };
  const list = type === 'list' && column.kind === 'list' ? packLists(column, places) : undefined;
  return list ?? encodeColumn(type, valuesAt(column, places));
}

/** A plain loop: this is where most of a large import's cells pass. */
function valuesAt(column: FrameColumn, places: Places): unknown[] {
  const n = places.length;
  const values: unknown[] = [];
  if (column.kind === 'text') {
    for (let i = 0; i < n; i += 1) values.push(column.values[places[i] ?? 0]);
  } else {
    for (let i = 0; i < n; i += 1) values.push(columnValueAt(column, places[i] ?? 0));
  }
  return values;
}

function copyUuids(bytes: Uint8Array, places: Places): Column {
  const n = places.length;
  const b = new Uint8Array(n * 16);
  for (let i = 0; i < n; i += 1) {
    const at = (places[i] ?? 0) * 16;
    for (let k = 0; k < 16; k += 1) b[i * 16 + k] = bytes[at + k] ?? 0;
  }
  return { t: 'uuid', b };
}

function packNumbers(values: Float64Array, places: Places): Column {
  const n = places.length;
  const v = new Float64Array(n);
  let fits = true;
  for (let i = 0; i < n; i += 1) {
    const value = values[places[i] ?? 0] ?? Number.NaN;
    v[i] = value;
    fits = fits && (value | 0) === value && !Object.is(value, -0);
  }
  return fits ? { t: 'i32', v: Int32Array.from(v) } : { t: 'f64', v };
}

/** Undefined when an item holds something that does not lie flat. */
function packLists({ ends, items }: ListColumn, rows: Places): Column | undefined {
  const fields = Object.entries(items.columns);
  if (fields.some(([, column]) => column.kind === 'list')) return undefined;
  const n = rows.length;
  const o = new Uint32Array(n + 1);
  const places: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const place = rows[i] ?? 0;
    const end = ends[place] ?? 0;
    for (let k = place === 0 ? 0 : (ends[place - 1] ?? 0); k < end; k += 1) places.push(k);
    o[i + 1] = places.length;
  }
  const found = fields.flatMap(([field, column]) => {
    const values = valuesAt(column, places);
    const first = values.findIndex((value) => value !== undefined);
    return first < 0 ? [] : [{ field, values, first }];
  });
  // As rows would meet them: a field comes where it is first filled in.
  found.sort((a, b) => a.first - b.first);
  const c: Record<string, Column> = {};
  for (const { field, values } of found) {
    const isNumber = values.every((value) => value === undefined || typeof value === 'number');
    c[field] = encodeColumn(isNumber ? 'number' : 'code', values);
  }
  return { t: 'list', o, c };
}

/** Ids are UUIDs, strictly ascending, and all rows are of one batch: the rows can lie in pages of their own. */
export function isOneBatch(frame: RowFrame): boolean {
  const { id, batchId } = frame.columns;
  if (id?.kind !== 'uuid' || batchId?.kind !== 'same' || typeof batchId.value !== 'string')
    return false;
  const { order } = frame;
  for (let i = 1; i < frame.n; i += 1) {
    const [before, at] = order ? [order[i - 1] ?? 0, order[i] ?? 0] : [i - 1, i];
    if (compareUuids(id.bytes, before * 16, at * 16) >= 0) return false;
  }
  return frame.n > 0;
}

function compareUuids(bytes: Uint8Array, a: number, b: number): number {
  for (let k = 0; k < 16; k += 1) {
    const difference = (bytes[a + k] ?? 0) - (bytes[b + k] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
