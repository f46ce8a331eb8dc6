import type { Rule } from './rule.schema';

/** All rows' answers to one rule on one day. */
export type KeptMarks = {
  rule: Rule;
  day: number;
  /** Exactly as long as there are rows; a view on an array with some room to grow. */
  marks: Uint8Array;
  count?: number;
};

const MOST_BYTES = 96 * 1024 * 1024;
const LEAST_KEPT = 32;

/** Answers by key, those asked longest ago dropped first once they take too much memory. */
export class MarkCache {
  private readonly kept = new Map<string, KeptMarks>();
  private bytes = 0;

  get(key: string): KeptMarks | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found;
  }

  set(key: string, entry: KeptMarks): void {
    this.kept.set(key, entry);
    this.bytes += entry.marks.buffer.byteLength;
    for (const [oldest] of this.kept) {
      if (this.bytes <= MOST_BYTES || this.kept.size <= LEAST_KEPT) break;
      this.drop(oldest);
    }
  }

  entries(): IterableIterator<KeptMarks> {
    return this.kept.values();
  }

  dropWhere(isDropped: (entry: KeptMarks) => boolean): void {
    for (const [key, entry] of this.kept) if (isDropped(entry)) this.drop(key);
  }

  clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }

  /** Makes every answer as long as there are rows; what is new is 0. */
  resize(n: number): void {
    for (const entry of this.kept.values()) {
      if (entry.marks.length === n) continue;
      const { buffer } = entry.marks;
      if (buffer.byteLength >= n && entry.marks.length < n) {
        entry.marks = new Uint8Array(buffer, 0, n);
        continue;
      }
      this.bytes -= buffer.byteLength;
      const grown = roomyMarks(n);
      grown.set(entry.marks.subarray(0, n));
      entry.marks = grown;
      this.bytes += grown.buffer.byteLength;
    }
  }

  private drop(key: string): void {
    this.bytes -= this.kept.get(key)?.marks.buffer.byteLength ?? 0;
    this.kept.delete(key);
  }
}

/** Zeros for `n` rows with room for an eighth more. */
export function roomyMarks(n: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer(n + 64 + (n >> 3)), 0, n);
}
