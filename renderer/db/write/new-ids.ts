import { v7 as uuidv7 } from 'uuid';

/** What `getRandomValues` gives at most at once. */
const RANDOM_AT_ONCE = 65_536;

/**
 * Many UUIDv7, ascending, 16 bytes each: one from the library, and the following numbers of its
 * millisecond. Whatever id is made afterwards is greater.
 */
export function newIds(count: number): Uint8Array {
  const ids = new Uint8Array(count * 16);
  for (let at = 0; at < ids.length; at += RANDOM_AT_ONCE)
    crypto.getRandomValues(ids.subarray(at, at + RANDOM_AT_ONCE));
  if (count === 0) return ids;
  const first = uuidv7(undefined, new Uint8Array(16));
  const [, , , , , , b6 = 0, b7 = 0, b8 = 0, b9 = 0, b10 = 0] = first;
  const start = ((b6 & 15) << 28) | (b7 << 20) | ((b8 & 63) << 14) | (b9 << 6) | (b10 >>> 2);
  for (let i = 0; i < count; i += 1) {
    const at = i * 16;
    const number = (start + i) >>> 0;
    for (let k = 0; k < 6; k += 1) ids[at + k] = first[k] ?? 0;
    ids[at + 6] = 0x70 | (number >>> 28);
    ids[at + 7] = (number >>> 20) & 255;
    ids[at + 8] = 0x80 | ((number >>> 14) & 63);
    ids[at + 9] = (number >>> 6) & 255;
    ids[at + 10] = ((number & 63) << 2) | ((ids[at + 10] ?? 0) & 3);
  }
  // The library knows nothing of these: its next id must lie in a later millisecond.
  const usedMs = first.subarray(0, 6).reduce((ms, byte) => ms * 256 + byte, 0);
  while (Date.now() <= usedMs) {
    // At most one millisecond.
  }
  return ids;
}
