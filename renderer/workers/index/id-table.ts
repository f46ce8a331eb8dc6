import { type Column, columnLength, columnValue, readUuid, writeUuid } from '@/db/paged/columns';

/** Four 32-bit words per id: a UUID's own bytes, or a digest of any other id. */
const WORDS = 4;

/** The ids of a column as words, without making a string of each when they are UUIDs. */
export function idWords(column: Column): Uint32Array {
  if (column.t === 'uuid') {
    const { b } = column;
    const bytes = b.byteOffset % 4 === 0 ? b : b.slice();
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  }
  const n = columnLength(column);
  const words = new Uint32Array(n * WORDS);
  for (let i = 0; i < n; i += 1) writeWords(String(columnValue(column, i) ?? ''), words, i * WORDS);
  return words;
}

function writeWords(id: string, into: Uint32Array, at: number): void {
  const bytes = new Uint8Array(16);
  if (writeUuid(id, bytes, 0)) {
    into.set(new Uint32Array(bytes.buffer), at);
    return;
  }
  // FNV-1a with four seeds: 128 bits, for the few ids that are no UUID.
  for (let word = 0; word < WORDS; word += 1) {
    let hash = 0x811c9dc5 ^ (word * 0x9e3779b9);
    for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    into[at + word] = hash >>> 0;
  }
}

/** Ids numbered in the order in which they came: 20 bytes each instead of a string in a Map. */
export class IdTable {
  size = 0;
  private words: Uint32Array;
  private slots: Int32Array;
  /** Spelling of the ids that are no UUID; nearly always empty. */
  private readonly odd = new Map<number, string>();

  constructor(capacity: number) {
    this.slots = new Int32Array(slotCount(capacity)).fill(-1);
    this.words = new Uint32Array(wordCount(this.slots));
  }

  /** The number of the id whose words begin at `at`, which it gets now if it is new. */
  add(words: Uint32Array, at: number): number {
    const slot = this.slotOf(words, at);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    if ((this.size + 1) * 2 > this.slots.length) {
      this.grow();
      return this.add(words, at);
    }
    const number = this.size;
    this.size += 1;
    this.slots[slot] = number;
    for (let w = 0; w < WORDS; w += 1) this.words[number * WORDS + w] = words[at + w] ?? 0;
    return number;
  }

  /** The number of one id, which it gets now if it is new. */
  addId(id: string): number {
    const words = new Uint32Array(WORDS);
    writeWords(id, words, 0);
    const number = this.add(words, 0);
    this.keepSpelling(number, id);
    return number;
  }

  /** Adds every id of a column; its numbers. */
  addColumn(column: Column): Uint32Array {
    const words = idWords(column);
    const numbers = this.addAll(words);
    if (column.t === 'uuid') return numbers;
    numbers.forEach((number, i) => {
      this.keepSpelling(number, String(columnValue(column, i) ?? ''));
    });
    return numbers;
  }

  /** Mostly ids that are known, a million of them: what one look finds needs no call. */
  private addAll(ids: Uint32Array): Uint32Array {
    const numbers = new Uint32Array(ids.length / WORDS);
    let { slots, words } = this;
    for (let i = 0; i < numbers.length; i += 1) {
      const at = i * WORDS;
      const [third, fourth] = [ids[at + 2] ?? 0, ids[at + 3] ?? 0];
      const number = slots[firstSlot(third, fourth, slots.length - 1)] ?? -1;
      const own = number * WORDS;
      const isKnown =
        number >= 0 &&
        words[own + 3] === fourth &&
        words[own + 2] === third &&
        words[own + 1] === ids[at + 1] &&
        words[own] === ids[at];
      if (isKnown) numbers[i] = number;
      else {
        numbers[i] = this.add(ids, at);
        ({ slots, words } = this);
      }
    }
    return numbers;
  }

  /** The number of the id whose words begin at `at`, or -1. */
  find(words: Uint32Array, at: number): number {
    return this.slots[this.slotOf(words, at)] ?? -1;
  }

  numberOf(id: string): number {
    const words = new Uint32Array(WORDS);
    writeWords(id, words, 0);
    return this.find(words, 0);
  }

  idOf(number: number): string {
    const odd = this.odd.get(number);
    return odd ?? readUuid(new Uint8Array(this.words.buffer), number * 16);
  }

  /** The number that each of these ids has in another table, in their order; -1 for none. */
  numbersIn(other: IdTable): Int32Array {
    const numbers = new Int32Array(this.size);
    for (let i = 0; i < this.size; i += 1) numbers[i] = other.find(this.words, i * WORDS);
    return numbers;
  }

  /** A number that looks random, the same for the same id and seed; for drawing lots. */
  lotOf(number: number, seed: number): number {
    const at = number * WORDS;
    let lot = (this.words[at + 3] ?? 0) ^ Math.imul(seed, 0x9e3779b1) ^ (this.words[at + 1] ?? 0);
    lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b) ^ (this.words[at + 2] ?? 0);
    lot = Math.imul(lot ^ (lot >>> 13), 0xc2b2ae35);
    return (lot ^ (lot >>> 16)) >>> 0;
  }

  private keepSpelling(number: number, id: string): void {
    if (this.idOf(number) !== id) this.odd.set(number, id);
  }

  private slotOf(words: Uint32Array, at: number): number {
    const mask = this.slots.length - 1;
    let slot = firstSlot(words[at + 2] ?? 0, words[at + 3] ?? 0, mask);
    for (;;) {
      const number = this.slots[slot] ?? -1;
      if (number < 0 || this.isAt(number, words, at)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isAt(number: number, words: Uint32Array, at: number): boolean {
    const own = number * WORDS;
    return (
      this.words[own + 3] === words[at + 3] &&
      this.words[own + 2] === words[at + 2] &&
      this.words[own + 1] === words[at + 1] &&
      this.words[own] === words[at]
    );
  }

  private grow(): void {
    const { words, size } = this;
    this.slots = new Int32Array(slotCount(size * 2)).fill(-1);
    this.words = new Uint32Array(wordCount(this.slots));
    this.words.set(words.subarray(0, size * WORDS));
    for (let number = 0; number < size; number += 1) {
      this.slots[this.slotOf(this.words, number * WORDS)] = number;
    }
  }
}

/** The last words of a UUIDv7 are random; the first are a clock. */
function firstSlot(third: number, fourth: number, mask: number): number {
  const hash = Math.imul(third ^ fourth, 0x9e3779b1) >>> 0;
  return (hash ^ (hash >>> 15)) & mask;
}

function slotCount(capacity: number): number {
  let count = 32;
  while (count < capacity * 2 + 2) count *= 2;
  return count;
}

/** Half of the slots may be taken, so there is room for that many ids. */
const wordCount = (slots: Int32Array) => (slots.length / 2) * WORDS;
