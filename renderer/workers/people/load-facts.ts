import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { type IdTable, idWords } from '../index/id-table';
import type { NumberKind } from './arrays';
import { breathe } from './breathe';
import { keyOfId, keyOfText, keyOfWords } from './fact-key';
import { FactSlots } from './fact-slots';
import type { FactSpec } from './fact-specs';
import type { LineTexts } from './order-lines';
import { sortSlices } from './sort-slices';

/** A page taken in: whose each row is (-1: nobody's, or no fact), and its packed fields. */
type Part = { owners: Int32Array; kept: number; page: PageRecord; lineStarts?: Uint32Array };

/** A million facts are laid in some steps, between which others may ask. */
const PARTS_AT_ONCE = 64;
const LINE_KINDS = { lineStart: 'u32', lineEnd: 'u32' } as const;

/** Takes in an entity's pages one by one, then lays all facts by member and time. */
export class FactLoader {
  private readonly parts: Part[] = [];

  constructor(
    private readonly spec: FactSpec,
    private readonly rows: IdTable,
    private readonly lines?: LineTexts,
  ) {}

  addPage(page: PageRecord, cold?: PageRecord): void {
    const owners = this.ownersOf(page);
    const { only } = this.spec;
    if (only) leaveOut(owners, page.c[only.field], only.passes);
    let kept = 0;
    for (const owner of owners) if (owner >= 0) kept += 1;
    const part: Part = { owners, kept, page };
    if (this.lines) part.lineStarts = this.lines.addColumn(cold?.c.lines, page.n);
    this.parts.push(part);
  }

  async finish(): Promise<FactSlots> {
    const total = this.parts.reduce((sum, part) => sum + part.kept, 0);
    const kinds: Record<string, NumberKind> = this.lines ? { ...LINE_KINDS } : {};
    for (const field in this.spec.fields) kinds[field] = this.spec.fields[field]?.kind ?? 'f64';
    const slots = new FactSlots(kinds, this.rows.size, Math.ceil(total * 1.05) + 256);
    const places = this.place(slots, total);
    for (const [p, part] of this.parts.entries()) {
      if (p % PARTS_AT_ONCE === 0) await breathe();
      this.fill(slots, part, places[p] ?? new Uint32Array());
    }
    return slots;
  }

  private ownersOf(page: PageRecord): Int32Array {
    const column = page.c.memberId;
    const owners = new Int32Array(page.n).fill(-1);
    if (!column) return owners;
    if (column.t === 'uuid') {
      const words = idWords(column);
      for (let i = 0; i < page.n; i += 1) owners[i] = this.rows.add(words, i * 4);
      return owners;
    }
    for (let i = 0; i < page.n; i += 1) {
      const id = columnValue(column, i);
      if (typeof id === 'string' && id !== '') owners[i] = this.rows.addId(id);
    }
    return owners;
  }

  /** Counting sort by member, then by time within each; the slot of each row of each part. */
  private place(slots: FactSlots, total: number): Uint32Array[] {
    const { start, end } = slots.view;
    for (const { owners } of this.parts) {
      for (const owner of owners) if (owner >= 0) end[owner] = (end[owner] ?? 0) + 1;
    }
    let at = 0;
    for (let row = 0; row < start.length; row += 1) {
      start[row] = at;
      at += end[row] ?? 0;
      end[row] = start[row] ?? 0;
    }
    slots.used = total;
    const source = new Uint32Array(total);
    const slotOf = new Uint32Array(total);
    let next = 0;
    for (const { owners, page } of this.parts) {
      const times = numbersOf(page.c[this.spec.time], page.n, (value) => Number(value ?? 0));
      const keys = this.keysOf(page);
      for (let i = 0; i < page.n; i += 1) {
        const owner = owners[i] ?? -1;
        if (owner < 0) continue;
        const slot = end[owner] ?? 0;
        end[owner] = slot + 1;
        slots.at[slot] = times[i] ?? 0;
        slots.key[slot] = keys[i] ?? 0;
        source[slot] = next;
        slotOf[next] = slot;
        next += 1;
      }
    }
    if (sortSlices(slots, source)) {
      for (let slot = 0; slot < total; slot += 1) slotOf[source[slot] ?? 0] = slot;
    }
    let from = 0;
    return this.parts.map(({ kept }) => {
      from += kept;
      return slotOf.subarray(from - kept, from);
    });
  }

  private fill(slots: FactSlots, { owners, page, lineStarts }: Part, places: Uint32Array): void {
    for (const field in this.spec.fields) {
      const spec = this.spec.fields[field];
      if (!spec) continue;
      scatter(numbersOf(page.c[spec.from], page.n, spec.of), owners, places, slots.column(field));
    }
    if (!lineStarts) return;
    scatter(lineStarts, owners, places, slots.column('lineStart'));
    scatter(lineStarts.subarray(1), owners, places, slots.column('lineEnd'));
  }

  private keysOf({ c, n }: PageRecord): ArrayLike<number> {
    const { setBy } = this.spec;
    if (setBy) return numbersOf(c[setBy], n, (value) => keyOfText(String(value ?? '')));
    const { id } = c;
    if (id?.t !== 'uuid') return numbersOf(id, n, (value) => keyOfId(String(value ?? '')));
    const words = idWords(id);
    const keys = new Float64Array(n);
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
  const fits = numbersOf(column, owners.length, (value) => (passes(value) ? 1 : 0));
  for (let i = 0; i < owners.length; i += 1) if (fits[i] !== 1) owners[i] = -1;
}

/** A packed field as numbers; of a dictionary each word is converted once. */
function numbersOf(
  column: Column | undefined,
  n: number,
  of: (value: unknown) => number,
): Float64Array {
  const numbers = new Float64Array(n);
  if (column?.t === 'code') {
    const byCode = Float64Array.from([undefined, ...column.d], of);
    const { x } = column;
    for (let i = 0; i < n; i += 1) numbers[i] = byCode[x[i] ?? 0] ?? 0;
  } else if (column?.t === 'i32') {
    const { v } = column;
    for (let i = 0; i < n; i += 1) numbers[i] = of(v[i]);
  } else if (column?.t === 'f64') {
    const { v } = column;
    for (let i = 0; i < n; i += 1) {
      const value = v[i] ?? Number.NaN;
      numbers[i] = of(Number.isNaN(value) ? undefined : value);
    }
  } else {
    for (let i = 0; i < n; i += 1) numbers[i] = of(column && columnValue(column, i));
  }
  return numbers;
}

function scatter(
  values: ArrayLike<number>,
  owners: Int32Array,
  places: Uint32Array,
  into: { [slot: number]: number },
): void {
  let next = 0;
  for (let i = 0; i < owners.length; i += 1) {
    if ((owners[i] ?? -1) < 0) continue;
    into[places[next] ?? 0] = values[i] ?? 0;
    next += 1;
  }
}

export function emptySlots(spec: FactSpec, rows: number): FactSlots {
  const kinds: Record<string, NumberKind> = {};
  for (const field in spec.fields) kinds[field] = spec.fields[field]?.kind ?? 'f64';
  return new FactSlots(kinds, rows, 16);
}
