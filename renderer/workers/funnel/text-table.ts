import { type Column, columnLength, columnValue } from '@/db/paged/columns';

const NONE = -1;

/**
 * Texts numbered in the order in which they came, told apart by 64 bits of digest, so that a column
 * of a million texts is read without making a string of each.
 */
export class TextTable {
  size = 0;
  private slots = new Int32Array(2048).fill(NONE);
  private digests = new Uint32Array(2048);
  private readonly texts: string[] = [];
  private high = 0;
  private low = 0;

  /** The number of each text of a column, given now to new ones; -1 where absent. */
  addColumn(column: Column | undefined, n: number): Int32Array {
    const numbers = new Int32Array(n).fill(NONE);
    if (!column) return numbers;
    if (column.t === 'text') {
      const { s, o, a } = column;
      for (let i = 0; i < n; i += 1) {
        if (!a?.[i]) numbers[i] = this.addPart(s, o[i] ?? 0, o[i + 1] ?? 0);
      }
      return numbers;
    }
    if (column.t === 'code') {
      const own = column.d.map((text) => this.add(text));
      for (let i = 0; i < n; i += 1) numbers[i] = own[(column.x[i] ?? 0) - 1] ?? NONE;
      return numbers;
    }
    for (let i = 0; i < columnLength(column); i += 1) {
      const value = columnValue(column, i);
      if (value !== undefined) numbers[i] = this.add(String(value));
    }
    return numbers;
  }

  add(text: string): number {
    return this.addPart(text, 0, text.length);
  }

  /** The number of a text, or -1. */
  find(text: string): number {
    this.digest(text, 0, text.length);
    return this.slots[this.slotOf(this.high, this.low)] ?? NONE;
  }

  textOf(number: number): string {
    return this.texts[number] ?? '';
  }

  private addPart(s: string, from: number, to: number): number {
    this.digest(s, from, to);
    const slot = this.slotOf(this.high, this.low);
    const known = this.slots[slot] ?? NONE;
    if (known !== NONE) return known;
    const number = this.size;
    this.size += 1;
    this.slots[slot] = number;
    this.digests[number * 2] = this.high;
    this.digests[number * 2 + 1] = this.low;
    this.texts.push(s.slice(from, to));
    if (this.size * 2 >= this.slots.length) this.grow();
    return number;
  }

  /** Two multiplicative digests with the mixing of MurmurHash3 at the end. */
  private digest(s: string, from: number, to: number): void {
    let a = 0x811c9dc5;
    let b = 0x9747b28c ^ (to - from);
    for (let i = from; i < to; i += 1) {
      const c = s.charCodeAt(i);
      a = Math.imul(a ^ c, 0x01000193);
      b = Math.imul(b ^ c, 0x5bd1e995);
      b ^= b >>> 13;
    }
    a ^= a >>> 16;
    a = Math.imul(a, 0x85ebca6b);
    b = Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
    this.high = (a ^ (a >>> 13)) >>> 0;
    this.low = (b ^ (b >>> 16)) >>> 0;
  }

  private slotOf(high: number, low: number): number {
    const mask = this.slots.length - 1;
    let slot = (high ^ low) & mask;
    for (;;) {
      const number = this.slots[slot] ?? NONE;
      if (number === NONE) return slot;
      if (this.digests[number * 2] === high && this.digests[number * 2 + 1] === low) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(NONE);
    const digests = new Uint32Array(this.slots.length);
    digests.set(this.digests.subarray(0, this.size * 2));
    this.digests = digests;
    for (let number = 0; number < this.size; number += 1) {
      const slot = this.slotOf(digests[number * 2] ?? 0, digests[number * 2 + 1] ?? 0);
      this.slots[slot] = number;
    }
  }
}
