import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { type IdTable, idWords } from '../index/id-table';
import { grown, type NumberKind, type Numbers, newNumbers } from './arrays';
import { breathe } from './breathe';
import { keyOfId, keyOfText, keyOfWords } from './fact-key';
import { FactSlots } from './fact-slots';
import { asNumber, type FactSpec, type FieldSpec } from './fact-specs';
import type { LineTexts } from './order-lines';
import { sortSlices } from './sort-slices';

/** A page taken in: whose each row is (-1: nobody's, or no fact), and its fields as numbers. */
type Part = { owners: Int32Array; at: Numbers; key: Numbers; fields: Numbers[] };

/** A million facts are laid in some steps, between which others may ask. */
const PARTS_AT_ONCE = 100;
const LINE_FIELDS = ['lineStart', 'lineEnd'] as const;

/**
 * Takes in an entity's pages one by one, while the next are on their way, then lays all facts by
 * member and time.
 */
export class FactLoader {
  private readonly parts: Part[] = [];
  /** How many facts each row has so far. */
  private counts = new Uint32Array(0);
  private total = 0;
  private readonly names: string[];

  constructor(
    private readonly spec: FactSpec,
    private readonly rows: IdTable,
    private readonly lines?: LineTexts,
  ) {
    this.names = [...Object.keys(spec.fields), ...(lines ? LINE_FIELDS : [])];
  }

  addPage(page: PageRecord, cold?: PageRecord): void {
    const { n, c } = page;
    const owners = this.ownersOf(page);
    const { only, time, fields } = this.spec;
    if (only) leaveOut(owners, c[only.field], only.passes);
    this.count(owners);
    const at = plainNumbers(c[time], new Float64Array(n));
    const own = Object.values(fields).map((field) => fieldOf(c[field.from], n, field));
    if (this.lines) {
      const starts = this.lines.addColumn(cold?.c.lines, n);
      own.push(starts.subarray(0, n), starts.subarray(1));
    }
    this.parts.push({ owners, at, key: this.keysOf(page), fields: own });
  }

  async finish(): Promise<FactSlots> {
    const slots = new FactSlots(
      kindsOf(this.spec, this.lines !== undefined),
      this.rows.size,
      Math.ceil(this.total * 1.05) + 256,
    );
    this.divide(slots);
    for (let p = 0; p < this.parts.length; p += 1) {
      if (p % PARTS_AT_ONCE === 0) await breathe();
      const part = this.parts[p];
      if (part) this.lay(slots, part);
    }
    this.parts.length = 0;
    const source = sortSlices(slots);
    if (source) for (const name of this.names) rearrange(slots.column(name), source);
    return slots;
  }

  private count(owners: Int32Array): void {
    this.counts = grown(this.counts, this.rows.size);
    const { counts } = this;
    for (let i = 0; i < owners.length; i += 1) {
      const owner = owners[i] ?? -1;
      if (owner < 0) continue;
      counts[owner] = (counts[owner] ?? 0) + 1;
      this.total += 1;
    }
  }

  private ownersOf(page: PageRecord): Int32Array {
    const column = page.c.memberId;
    if (column?.t === 'uuid') return Int32Array.from(this.rows.addColumn(column));
    const owners = new Int32Array(page.n).fill(-1);
    if (!column) return owners;
    for (let i = 0; i < page.n; i += 1) {
      const id = columnValue(column, i);
      if (typeof id === 'string' && id !== '') owners[i] = this.rows.addId(id);
    }
    return owners;
  }

  /** Gives each member as many slots as there are facts; `end` runs on as they are laid. */
  private divide(slots: FactSlots): void {
    const { start, end } = slots.view;
    let at = 0;
    for (let row = 0; row < start.length; row += 1) {
      start[row] = at;
      end[row] = at;
      at += this.counts[row] ?? 0;
    }
    slots.used = at;
  }

  private lay(slots: FactSlots, { owners, at, key, fields }: Part): void {
    const { end } = slots.view;
    const places = new Uint32Array(owners.length);
    for (let i = 0; i < owners.length; i += 1) {
      const owner = owners[i] ?? -1;
      if (owner < 0) continue;
      const slot = end[owner] ?? 0;
      end[owner] = slot + 1;
      places[i] = slot;
    }
    scatter(at, owners, places, slots.at);
    scatter(key, owners, places, slots.key);
    this.names.forEach((name, f) => {
      scatter(fields[f] ?? at, owners, places, slots.column(name));
    });
  }

  private keysOf({ c, n }: PageRecord): Numbers {
    const { setBy } = this.spec;
    const keys = new Float64Array(n);
    if (setBy) return numbersOf(c[setBy], keys, (value) => keyOfText(String(value ?? '')));
    const { id } = c;
    if (id?.t !== 'uuid') return numbersOf(id, keys, (value) => keyOfId(String(value ?? '')));
    const words = idWords(id);
    for (let i = 0; i < n; i += 1) {
      keys[i] = keyOfWords(words[i * 4 + 2] ?? 0, words[i * 4 + 3] ?? 0);
    }
    return keys;
  }
}

function leaveOut(
  owners: Int32Array,
  column: Column | undefined,
  passes: (value: unknown) => boolean,
): void {
  const fits = numbersOf(column, new Uint8Array(owners.length), (value) => (passes(value) ? 1 : 0));
  for (let i = 0; i < owners.length; i += 1) if (fits[i] !== 1) owners[i] = -1;
}

/** A packed field as numbers; of a dictionary each word is converted once. */
function numbersOf(
  column: Column | undefined,
  into: Numbers,
  of: (value: unknown) => number,
): Numbers {
  const n = into.length;
  if (column?.t === 'code') {
    const byCode = Float64Array.from([undefined, ...column.d], of);
    const { x } = column;
    for (let i = 0; i < n; i += 1) into[i] = byCode[x[i] ?? 0] ?? 0;
  } else if (column?.t === 'i32') {
    const { v } = column;
    for (let i = 0; i < n; i += 1) into[i] = of(v[i]);
  } else if (column?.t === 'f64') {
    const { v } = column;
    for (let i = 0; i < n; i += 1) {
      const value = v[i] ?? Number.NaN;
      into[i] = of(Number.isNaN(value) ? undefined : value);
    }
  } else {
    for (let i = 0; i < n; i += 1) into[i] = of(column && columnValue(column, i));
  }
  return into;
}

function fieldOf(column: Column | undefined, n: number, field: FieldSpec): Numbers {
  if (field.isPlain) return plainNumbers(column, new Float64Array(n));
  const into = newNumbers(field.kind, n);
  if (!field.daysOf) return numbersOf(column, into, field.of);
  field.daysOf.daysOf(plainNumbers(column, new Float64Array(n)), into);
  return into;
}

/** The same for numbers that stay as they are, a million of them: no call for each. */
function plainNumbers(column: Column | undefined, into: Float64Array): Numbers {
  if (column?.t === 'i32') into.set(column.v);
  else if (column?.t === 'f64') {
    const { v } = column;
    for (let i = 0; i < into.length; i += 1) {
      const value = v[i] ?? 0;
      into[i] = Number.isNaN(value) ? 0 : value;
    }
  } else numbersOf(column, into, asNumber);
  return into;
}

/** To each fact of the page its place in the field's column. */
function scatter(values: Numbers, owners: Int32Array, places: Uint32Array, into: Numbers): void {
  if (values instanceof Float64Array && into instanceof Float64Array) {
    scatterFloats(values, owners, places, into);
    return;
  }
  for (let i = 0; i < owners.length; i += 1) {
    if ((owners[i] ?? -1) >= 0) into[places[i] ?? 0] = values[i] ?? 0;
  }
}

/** Apart, because code that sees one kind of numbers only runs several times as fast. */
function scatterFloats(
  values: Float64Array,
  owners: Int32Array,
  places: Uint32Array,
  into: Float64Array,
): void {
  for (let i = 0; i < owners.length; i += 1) {
    if ((owners[i] ?? -1) >= 0) into[places[i] ?? 0] = values[i] ?? 0;
  }
}

function rearrange(column: Numbers, source: Uint32Array): void {
  const before = column.slice(0, source.length);
  for (let slot = 0; slot < source.length; slot += 1) column[slot] = before[source[slot] ?? 0] ?? 0;
}

function kindsOf(spec: FactSpec, withLines: boolean): Record<string, NumberKind> {
  const kinds: Record<string, NumberKind> = withLines ? { lineStart: 'u32', lineEnd: 'u32' } : {};
  for (const field in spec.fields) kinds[field] = spec.fields[field]?.kind ?? 'f64';
  return kinds;
}

export function emptySlots(spec: FactSpec, rows: number): FactSlots {
  return new FactSlots(kindsOf(spec, false), rows, 16);
}
