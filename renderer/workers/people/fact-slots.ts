import type { Slices } from '@shared/domain/people/people-columns';
import { grown, type NumberKind, type Numbers, newNumbers } from './arrays';

/** One fact's numbers by field; what is not named is 0. */
export type FactValues = Record<string, number>;

/**
 * Facts of one kind in slots: each member's lie together, oldest first (among equals by key), so
 * that any way to the same facts ends in the same order. A member whose slice cannot grow where it
 * lies moves to the end.
 */
export class FactSlots {
  /** What readers see: `start`, `end` and one array per field; arrays are replaced as they grow. */
  readonly view: Slices & Record<string, unknown>;
  /** What tells a fact from all others; NaN where nothing lies. */
  key: Float64Array;
  at: Float64Array;
  /** Slots from here on are free. */
  used = 0;
  private waste = 0;

  constructor(
    readonly kinds: Readonly<Record<string, NumberKind>>,
    rows: number,
    slots: number,
  ) {
    this.view = { start: new Uint32Array(rows), end: new Uint32Array(rows) };
    for (const field in kinds) this.view[field] = newNumbers(kinds[field] ?? 'f64', slots);
    this.key = new Float64Array(slots).fill(Number.NaN);
    this.at = new Float64Array(slots);
    this.view.at = this.at;
  }

  column(field: string): Numbers {
    return this.view[field] as Numbers;
  }

  /** Makes room for members with these row numbers. */
  ensureRows(rows: number): void {
    this.view.start = grown(this.view.start, rows);
    this.view.end = grown(this.view.end, rows);
  }

  /** The member's slot with this key, or -1. */
  slotIn(row: number, key: number): number {
    const end = this.view.end[row] ?? 0;
    for (let slot = this.view.start[row] ?? 0; slot < end; slot += 1) {
      if (this.key[slot] === key) return slot;
    }
    return -1;
  }

  /** Slots of these keys wherever they lie: one pass over all of them. */
  find(keys: ReadonlySet<number>): Map<number, number> {
    const found = new Map<number, number>();
    const { key, used } = this;
    const [only] = keys.size === 1 ? keys : [];
    if (only !== undefined) {
      const slot = key.subarray(0, used).indexOf(only);
      return slot < 0 ? found : found.set(only, slot);
    }
    // Nearly all are turned away by one look at a small table.
    const bits = new Uint8Array(1 << 16);
    for (const it of keys) bits[it & 0xffff] = 1;
    for (let slot = 0; slot < used; slot += 1) {
      const it = key[slot] ?? 0;
      if (bits[it & 0xffff] === 1 && keys.has(it)) found.set(it, slot);
    }
    return found;
  }

  /** The row in whose slice a slot lies, or -1. */
  rowOfSlot(slot: number): number {
    const { start, end } = this.view;
    for (let row = 0; row < start.length; row += 1) {
      if (slot < (end[row] ?? 0) && slot >= (start[row] ?? 0)) return row;
    }
    return -1;
  }

  valuesOf(slot: number): FactValues {
    const values: FactValues = {};
    for (const field in this.kinds) values[field] = this.column(field)[slot] ?? 0;
    return values;
  }

  insert(row: number, key: number, at: number, values: FactValues): void {
    this.ensureRows(row + 1);
    const start = this.makeRoom(row);
    let slot = this.view.end[row] ?? 0;
    while (slot > start && this.isAfter(slot - 1, at, key)) {
      this.move(slot - 1, slot);
      slot -= 1;
    }
    this.key[slot] = key;
    this.at[slot] = at;
    for (const field in this.kinds) this.column(field)[slot] = values[field] ?? 0;
    this.view.end[row] = (this.view.end[row] ?? 0) + 1;
  }

  remove(row: number, slot: number): void {
    const last = (this.view.end[row] ?? 0) - 1;
    for (let k = slot; k < last; k += 1) this.move(k + 1, k);
    this.key[last] = Number.NaN;
    this.view.end[row] = last;
    if (last + 1 === this.used) this.used = last;
    else this.waste += 1;
  }

  /** More lies idle than is of use: time to load anew. */
  get isWasteful(): boolean {
    return this.waste > 100_000 && this.waste * 2 > this.used;
  }

  /** One free slot behind the member's slice; where the slice begins then. */
  private makeRoom(row: number): number {
    const start = this.view.start[row] ?? 0;
    const end = this.view.end[row] ?? 0;
    const length = end - start;
    if (end === this.used && length > 0) {
      this.reserve(this.used + 1);
      this.used += 1;
      return start;
    }
    const to = this.used;
    this.reserve(to + length + 1);
    for (let k = 0; k < length; k += 1) {
      this.move(start + k, to + k);
      this.key[start + k] = Number.NaN;
    }
    this.view.start[row] = to;
    this.view.end[row] = to + length;
    this.used = to + length + 1;
    this.waste += length;
    return to;
  }

  private reserve(slots: number): void {
    if (slots <= this.key.length) return;
    this.key = grown(this.key, slots);
    this.at = grown(this.at, slots);
    for (const field in this.kinds) this.view[field] = grown(this.column(field), slots);
    this.view.at = this.at;
  }

  private isAfter(slot: number, at: number, key: number): boolean {
    const own = this.at[slot] ?? 0;
    return own > at || (own === at && (this.key[slot] ?? 0) > key);
  }

  private move(from: number, to: number): void {
    this.key[to] = this.key[from] ?? Number.NaN;
    this.at[to] = this.at[from] ?? 0;
    for (const field in this.kinds) {
      const column = this.column(field);
      column[to] = column[from] ?? 0;
    }
  }
}
