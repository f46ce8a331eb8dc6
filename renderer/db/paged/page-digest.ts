import { type Column, columnValue, writeUuid } from './columns';
import type { AnyRow, PagePair } from './page';

/**
 * 53 bits that tell one state of a row from another, whatever the order of its fields, and the same
 * whether they are taken from the row or from the columns of its page. Each field is hashed in two
 * lanes (FNV-1a and one with another prime), finished as MurmurHash3 does, and the fields are summed.
 */
type Lanes = { low: Int32Array; high: Int32Array };

const LOW_PRIME = 0x01000193;
const HIGH_PRIME = 0x85ebca6b;

/** Where the last hash was left: two numbers cannot be returned without an object. */
let outLow = 0;
let outHigh = 0;

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);

/** A UUID in text that is about to be hashed as what it is. */
const uuid = new Uint8Array(16);

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** UUIDs by their bytes, so that ids stored as such need not become text; all else by its characters. */
function hashText(text: string, from: number, to: number, seed: number): void {
  if (to - from === 36 && writeUuid(text.slice(from, to), uuid, 0)) {
    hashUuid(uuid, 0, seed);
    return;
  }
  let low = seed;
  let high = ~seed;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, LOW_PRIME);
    high = Math.imul(high ^ code, HIGH_PRIME);
  }
  outLow = finish(low ^ (to - from));
  outHigh = finish(high);
}

function hashUuid(bytes: Uint8Array, at: number, seed: number): void {
  let low = ~seed;
  let high = seed;
  for (let k = at; k < at + 16; k += 4) {
    const word =
      ((bytes[k] ?? 0) << 24) |
      ((bytes[k + 1] ?? 0) << 16) |
      ((bytes[k + 2] ?? 0) << 8) |
      (bytes[k + 3] ?? 0);
    low = finish(Math.imul(low ^ word, LOW_PRIME));
    high = finish(Math.imul(high ^ word, HIGH_PRIME));
  }
  outLow = low;
  outHigh = high;
}

function hashNumber(value: number, seed: number): void {
  float[0] = value === 0 ? 0 : value;
  const first = words[0] ?? 0;
  const second = words[1] ?? 0;
  outLow = finish(Math.imul(Math.imul(seed ^ first, LOW_PRIME) ^ second, LOW_PRIME));
  outHigh = finish(Math.imul(Math.imul(~seed ^ second, HIGH_PRIME) ^ first, HIGH_PRIME));
}

const seeds = new Map<string, number>();

function seedOf(field: string): number {
  let seed = seeds.get(field);
  if (seed === undefined) {
    hashText(field, 0, field.length, 0x811c9dc5);
    seed = outLow;
    seeds.set(field, seed);
  }
  return seed;
}

type Item = Record<string, unknown>;

const isFlat = (item: unknown): item is Item =>
  typeof item === 'object' &&
  item !== null &&
  !Array.isArray(item) &&
  Object.values(item).every(
    (value) => value === undefined || typeof value === 'string' || typeof value === 'number',
  );

/** Items count in their order, the fields of each in any. */
function hashItems(items: readonly Item[], seed: number): void {
  let low = seed;
  let high = ~seed;
  for (const item of items) {
    let itemLow = 0;
    let itemHigh = 0;
    for (const field in item) {
      if (item[field] === undefined) continue;
      hashValue(item[field], seedOf(field));
      itemLow = (itemLow + outLow) | 0;
      itemHigh = (itemHigh + outHigh) | 0;
    }
    low = Math.imul(low ^ itemLow, LOW_PRIME);
    high = Math.imul(high ^ itemHigh, HIGH_PRIME);
  }
  outLow = finish(low ^ items.length);
  outHigh = finish(high);
}

function hashValue(value: unknown, seed: number): void {
  if (typeof value === 'string') hashText(value, 0, value.length, seed);
  else if (typeof value === 'number') hashNumber(value, seed);
  else if (Array.isArray(value) && value.every(isFlat)) hashItems(value, seed);
  else {
    const text = JSON.stringify(value);
    hashText(text, 0, text.length, ~seed);
  }
}

const isAbsent = (value: unknown) => value == null || Number.isNaN(value);

const digestOf = (low: number, high: number) =>
  (finish(high) >>> 11) * 0x100000000 + (finish(low) >>> 0);

export function rowDigest(row: AnyRow): number {
  let low = 0;
  let high = 0;
  for (const field in row) {
    if (isAbsent(row[field])) continue;
    hashValue(row[field], seedOf(field));
    low = (low + outLow) | 0;
    high = (high + outHigh) | 0;
  }
  return digestOf(low, high);
}

/** The digest of every row of a page; `pair` holds both halves. */
export function pageDigests({ hot, cold }: PagePair): Float64Array {
  const lanes = { low: new Int32Array(hot.n), high: new Int32Array(hot.n) };
  for (const record of cold ? [hot, cold] : [hot]) {
    for (const field in record.c) {
      const column = record.c[field];
      if (column) addColumn(lanes, field, column, hot.n);
    }
  }
  const digests = new Float64Array(hot.n);
  for (let i = 0; i < hot.n; i += 1) digests[i] = digestOf(lanes.low[i] ?? 0, lanes.high[i] ?? 0);
  return digests;
}

function addColumn(lanes: Lanes, field: string, column: Column, n: number): void {
  const seed = seedOf(field);
  switch (column.t) {
    case 'uuid':
      for (let i = 0; i < n; i += 1) {
        hashUuid(column.b, i * 16, seed);
        addOut(lanes, i);
      }
      return;
    case 'i32':
    case 'f64':
      for (let i = 0; i < n; i += 1) {
        const value = column.v[i] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        hashNumber(value, seed);
        addOut(lanes, i);
      }
      return;
    case 'text':
      for (let i = 0; i < n; i += 1) {
        if (column.a?.[i]) continue;
        hashText(column.s, column.o[i] ?? 0, column.o[i + 1] ?? 0, seed);
        addOut(lanes, i);
      }
      return;
    case 'code':
      addCodes(lanes, column, seed);
      return;
    case 'list':
      addLists(lanes, column, seed, n);
      return;
    case 'json':
      for (let i = 0; i < n; i += 1) addParsed(lanes, i, field, columnValue(column, i));
  }
}

function addOut(lanes: Lanes, i: number): void {
  lanes.low[i] = ((lanes.low[i] ?? 0) + outLow) | 0;
  lanes.high[i] = ((lanes.high[i] ?? 0) + outHigh) | 0;
}

/** A dictionary's words are hashed once each. */
function hashWords(d: readonly string[], seed: number): Lanes {
  const known = { low: new Int32Array(d.length), high: new Int32Array(d.length) };
  d.forEach((word, k) => {
    hashText(word, 0, word.length, seed);
    addOut(known, k);
  });
  return known;
}

function addCodes(lanes: Lanes, { d, x }: Extract<Column, { t: 'code' }>, seed: number): void {
  const known = hashWords(d, seed);
  for (let i = 0; i < x.length; i += 1) {
    const code = (x[i] ?? 0) - 1;
    if (code < 0) continue;
    outLow = known.low[code] ?? 0;
    outHigh = known.high[code] ?? 0;
    addOut(lanes, i);
  }
}

function addLists(
  lanes: Lanes,
  column: Extract<Column, { t: 'list' }>,
  seed: number,
  n: number,
): void {
  const count = column.o[n] ?? 0;
  const items = { low: new Int32Array(count), high: new Int32Array(count) };
  for (const field in column.c) {
    const inner = column.c[field];
    if (inner) addColumn(items, field, inner, count);
  }
  for (let i = 0; i < n; i += 1) {
    const [from, to] = [column.o[i] ?? 0, column.o[i + 1] ?? 0];
    let low = seed;
    let high = ~seed;
    for (let k = from; k < to; k += 1) {
      low = Math.imul(low ^ (items.low[k] ?? 0), LOW_PRIME);
      high = Math.imul(high ^ (items.high[k] ?? 0), HIGH_PRIME);
    }
    outLow = finish(low ^ (to - from));
    outHigh = finish(high);
    addOut(lanes, i);
  }
}

/** Values that have no form of their own, and the fields that a newer console wrote. */
function addParsed(lanes: Lanes, i: number, field: string, value: unknown): void {
  const fields = field === '_more' ? ((value ?? {}) as Item) : { [field]: value };
  for (const name in fields) {
    if (isAbsent(fields[name])) continue;
    hashValue(fields[name], seedOf(name));
    addOut(lanes, i);
  }
}
