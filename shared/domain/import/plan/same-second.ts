const SECOND_MS = 1000;

/** Whether two moments (UTC ms) are one as far as a sheet can tell: it rounds to the second. */
export function isSameSecond(a: number, b: number): boolean {
  return Math.abs(a - b) < SECOND_MS;
}
