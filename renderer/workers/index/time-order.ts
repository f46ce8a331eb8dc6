const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Row numbers with the latest time first; of two at the same time the later row first. A radix sort
 * over the milliseconds, because comparing a million times takes most of a second.
 */
export function newestFirst(timesMs: Float64Array): Uint32Array {
  const n = timesMs.length;
  let max = Number.NEGATIVE_INFINITY;
  let min = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i += 1) {
    const at = timesMs[i] ?? 0;
    if (at > max) max = at;
    if (at < min) min = at;
  }
  let from = new Uint32Array(n);
  for (let i = 0; i < n; i += 1) from[i] = n - 1 - i;
  let to = new Uint32Array(n);
  const spread = n === 0 ? 0 : max - min;
  for (let unit = 1; unit <= spread; unit *= DIGITS) {
    const ends = new Uint32Array(DIGITS + 1);
    const digit = (row: number) => Math.floor((max - (timesMs[row] ?? 0)) / unit) % DIGITS;
    for (let i = 0; i < n; i += 1) {
      const d = digit(from[i] ?? 0) + 1;
      ends[d] = (ends[d] ?? 0) + 1;
    }
    for (let d = 1; d <= DIGITS; d += 1) ends[d] = (ends[d] ?? 0) + (ends[d - 1] ?? 0);
    for (let i = 0; i < n; i += 1) {
      const row = from[i] ?? 0;
      const d = digit(row);
      const at = ends[d] ?? 0;
      to[at] = row;
      ends[d] = at + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
