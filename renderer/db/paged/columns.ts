import type { ColumnType } from '@shared/domain/entities/entity-spec';

/**
 * One field of a page of rows, packed. All forms are plain data that structured clone, the journal
 * and backups can carry. Which form a field takes is decided by its values, so any value survives:
 * an id that is no UUID is kept as text, a number with gaps as a float column with NaN for absent.
 */
export type Column =
  | { t: 'uuid'; b: Uint8Array }
  | { t: 'i32'; v: Int32Array }
  | { t: 'f64'; v: Float64Array }
  | { t: 'code'; d: string[]; x: Uint8Array | Uint16Array | Uint32Array }
  | { t: 'text'; s: string; o: Uint32Array; a?: Uint8Array }
  | { t: 'json'; s: string; o: Uint32Array; a?: Uint8Array }
  | { t: 'list'; o: Uint32Array; c: Record<string, Column> };

type Value = unknown;

const HEX: string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
/** Value of a lower-case hex digit by character code, -1 for anything else. */
const NIBBLE = Int8Array.from({ length: 128 }, (_, i) =>
  i >= 48 && i <= 57 ? i - 48 : i >= 97 && i <= 102 ? i - 87 : -1,
);
const DASHES = [8, 13, 18, 23] as const;

/** Writes a UUID as 16 bytes; says no, having written nonsense, when the text is not one in lower case. */
export function writeUuid(id: string, into: Uint8Array, at: number): boolean {
  if (id.length !== 36) return false;
  for (const dash of DASHES) if (id.charCodeAt(dash) !== 45) return false;
  let out = at;
  let bad = 0;
  for (let i = 0; i < 36; i += 2) {
    if (i === 8 || i === 13 || i === 18 || i === 23) i += 1;
    const high = NIBBLE[id.charCodeAt(i)] ?? -1;
    const low = NIBBLE[id.charCodeAt(i + 1)] ?? -1;
    bad |= high | low;
    into[out] = (high << 4) | low;
    out += 1;
  }
  return bad >= 0;
}

export function readUuid(b: Uint8Array, at: number): string {
  const h = (i: number) => HEX[b[at + i] ?? 0] ?? '00';
  return `${h(0)}${h(1)}${h(2)}${h(3)}-${h(4)}${h(5)}-${h(6)}${h(7)}-${h(8)}${h(9)}-${h(10)}${h(11)}${h(12)}${h(13)}${h(14)}${h(15)}`;
}

/** Packs the values of one field; null and undefined both count as absent. */
export function encodeColumn(type: ColumnType, values: Value[]): Column {
  const uuids = type === 'uuid' ? encodeUuids(values) : undefined;
  if (uuids) return uuids;
  if (type === 'number') return encodeNumbers(values);
  const lists = type === 'list' ? encodeLists(values) : undefined;
  if (lists) return lists;
  if (type === 'code' && values.every((v) => v == null || typeof v === 'string')) {
    return encodeCodes(values as (string | undefined)[]);
  }
  if (
    type !== 'json' &&
    type !== 'list' &&
    values.every((v) => v == null || typeof v === 'string')
  ) {
    return { t: 'text', ...encodeStrings(values as (string | undefined)[]) };
  }
  return {
    t: 'json',
    ...encodeStrings(values.map((v) => (v == null ? undefined : JSON.stringify(v)))),
  };
}

function encodeUuids(ids: Value[]): Column | undefined {
  const b = new Uint8Array(ids.length * 16);
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i];
    if (typeof id !== 'string' || !writeUuid(id, b, i * 16)) return undefined;
  }
  return { t: 'uuid', b };
}

function encodeNumbers(values: Value[]): Column {
  const v = new Float64Array(values.length);
  let fits = true;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    v[i] = typeof value === 'number' ? value : Number.NaN;
    fits = fits && typeof value === 'number' && (value | 0) === value && !Object.is(value, -0);
  }
  return fits ? { t: 'i32', v: Int32Array.from(v) } : { t: 'f64', v };
}

function encodeCodes(values: (string | undefined)[]): Column {
  const codes = new Map<string, number>();
  const wide = new Uint32Array(values.length);
  let last: string | undefined;
  let lastCode = 0;
  for (let i = 0; i < values.length; i += 1) {
    const v = values[i];
    if (v == null) continue;
    if (v !== last) {
      last = v;
      lastCode = codes.get(v) ?? codes.size + 1;
      codes.set(v, lastCode);
    }
    wide[i] = lastCode;
  }
  const x =
    codes.size < 256 ? Uint8Array.from(wide) : codes.size < 65536 ? Uint16Array.from(wide) : wide;
  return { t: 'code', d: [...codes.keys()], x };
}

function encodeStrings(values: (string | undefined)[]): {
  s: string;
  o: Uint32Array;
  a?: Uint8Array;
} {
  const o = new Uint32Array(values.length + 1);
  let absent: Uint8Array | undefined;
  let length = 0;
  for (let i = 0; i < values.length; i += 1) {
    const v = values[i];
    if (v == null) {
      absent ??= new Uint8Array(values.length);
      absent[i] = 1;
    } else length += v.length;
    o[i + 1] = length;
  }
  const packed = { s: values.join(''), o };
  return absent ? { ...packed, a: absent } : packed;
}

/**
 * The items of all rows one after another, each of their fields a column of its own; undefined when
 * something is no list of flat objects.
 */
function encodeLists(lists: Value[]): Column | undefined {
  const o = new Uint32Array(lists.length + 1);
  const fields = new Map<string, (string | number | undefined)[]>();
  let n = 0;
  for (let i = 0; i < lists.length; i += 1) {
    const list = lists[i];
    if (!Array.isArray(list)) return undefined;
    for (const item of list as unknown[]) {
      if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
      for (const [field, value] of Object.entries(item)) {
        if (value === undefined) continue;
        if (typeof value !== 'string' && typeof value !== 'number') return undefined;
        let values = fields.get(field);
        if (!values) {
          values = [];
          fields.set(field, values);
        }
        values[n] = value;
      }
      n += 1;
    }
    o[i + 1] = n;
  }
  const c: Record<string, Column> = {};
  for (const [field, sparse] of fields) {
    const values = Array.from({ length: n }, (_, k) => sparse[k]);
    const isNumber = values.every((v) => v === undefined || typeof v === 'number');
    c[field] = encodeColumn(isNumber ? 'number' : 'code', values);
  }
  return { t: 'list', o, c };
}

function readList(column: Extract<Column, { t: 'list' }>, i: number): Record<string, unknown>[] {
  const items: Record<string, unknown>[] = [];
  for (let k = column.o[i] ?? 0; k < (column.o[i + 1] ?? 0); k += 1) {
    const item: Record<string, unknown> = {};
    for (const field in column.c) {
      const inner = column.c[field];
      const value = inner && columnValue(inner, k);
      if (value !== undefined) item[field] = value;
    }
    items.push(item);
  }
  return items;
}

/** How many rows a column holds. */
export function columnLength(column: Column): number {
  switch (column.t) {
    case 'uuid':
      return column.b.length / 16;
    case 'i32':
    case 'f64':
      return column.v.length;
    case 'code':
      return column.x.length;
    default:
      return column.o.length - 1;
  }
}

/** The value of row `i`, undefined when absent. */
export function columnValue(column: Column, i: number): Value {
  switch (column.t) {
    case 'uuid':
      return readUuid(column.b, i * 16);
    case 'i32':
      return column.v[i];
    case 'f64': {
      const v = column.v[i];
      return v === undefined || Number.isNaN(v) ? undefined : v;
    }
    case 'code': {
      const code = column.x[i] ?? 0;
      return code === 0 ? undefined : column.d[code - 1];
    }
    case 'text':
      return column.a?.[i] ? undefined : column.s.slice(column.o[i], column.o[i + 1]);
    case 'list':
      return readList(column, i);
    case 'json':
      return column.a?.[i] ? undefined : JSON.parse(column.s.slice(column.o[i], column.o[i + 1]));
  }
}
