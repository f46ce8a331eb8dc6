const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (value: number, shift: number): string => HEX[(value >>> shift) & 255] ?? '00';

/**
 * A UUIDv7 (RFC 9562 §5.7) from given parts instead of the clock: 48 bits of time, a 12-bit count
 * within the millisecond, and 62 bits that only have to differ.
 */
export function uuidV7(atMs: number, count: number, high: number, low: number): string {
  const timeHigh = Math.floor(atMs / 65_536);
  const first = `${hex(timeHigh, 24)}${hex(timeHigh, 16)}${hex(timeHigh, 8)}${hex(timeHigh, 0)}`;
  const second = `${hex(atMs % 65_536, 8)}${hex(atMs % 65_536, 0)}`;
  const third = `${hex(0x7000 | (count & 0xfff), 8)}${hex(count, 0)}`;
  const variant = (high & 0x3fffffff) | 0x80000000;
  const fourth = `${hex(variant, 24)}${hex(variant, 16)}`;
  const fifth = `${hex(variant, 8)}${hex(variant, 0)}`;
  return `${first}-${second}-${third}-${fourth}-${fifth}${hex(low, 24)}${hex(low, 16)}${hex(low, 8)}${hex(low, 0)}`;
}

/** Ids in rising order for rows that are made in the order of their times. */
export class RisingIds {
  private lastMs = -1;
  private count = 0;

  next(atMs: number, high: number, low: number): string {
    this.count = atMs === this.lastMs ? this.count + 1 : 0;
    // More than 4 096 rows in one second do not happen; if they did, the next millisecond is free.
    const spilled = atMs + (this.count >>> 12);
    this.lastMs = atMs;
    return uuidV7(spilled, this.count & 0xfff, high, low);
  }
}
