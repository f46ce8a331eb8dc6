import { stringify } from 'uuid';

/** What `getRandomValues` gives at most at once. */
const RANDOM_AT_ONCE = 65_536;
const NUMBERS = 2 ** 32;

/** The last id that was given out: its millisecond, and its number within it. */
const last = { ms: 0, number: 0 };

/**
 * `count` successive numbers of one millisecond. Of the present one, unless ids of it or of a later
 * one are out already: then those go on, so that ids ascend also while the laptop's clock was set
 * back, and nobody waits for it to come round again.
 */
function takeNumbers(count: number): { ms: number; start: number } {
  const now = Date.now();
  if (now > last.ms || last.number + count >= NUMBERS) {
    last.ms = Math.max(now, last.ms + 1);
    // Half of the numbers at least are left to count on.
    last.number = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    last.number >>>= 1;
  }
  const start = last.number + 1;
  last.number += count;
  return { ms: last.ms, start };
}

/**
 * Many UUIDv7, ascending, 16 bytes each: successive numbers of one millisecond. Whatever id is made
 * here afterwards is greater.
 */
export function newIds(count: number): Uint8Array {
  const ids = new Uint8Array(count * 16);
  for (let at = 0; at < ids.length; at += RANDOM_AT_ONCE)
    crypto.getRandomValues(ids.subarray(at, at + RANDOM_AT_ONCE));
  if (count === 0) return ids;
  const { ms, start } = takeNumbers(count);
  const clock = [5, 4, 3, 2, 1, 0].map((byte) => Math.floor(ms / 256 ** byte) % 256);
  for (let i = 0; i < count; i += 1) {
    const at = i * 16;
    const number = start + i;
    ids.set(clock, at);
    ids[at + 6] = 0x70 | (number >>> 28);
    ids[at + 7] = (number >>> 20) & 255;
    ids[at + 8] = 0x80 | ((number >>> 14) & 63);
    ids[at + 9] = (number >>> 6) & 255;
    ids[at + 10] = ((number & 63) << 2) | ((ids[at + 10] ?? 0) & 3);
  }
  return ids;
}

/** One of them as text. */
export const newId = (): string => stringify(newIds(1));
