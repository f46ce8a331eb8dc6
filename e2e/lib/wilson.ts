/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % interval of a share by Wilson (1927), written out here once more so that the console's
 * own formula is not compared with itself.
 */
export function wilson(k: number, n: number): { low: number; high: number } {
  const p = k / n;
  const middle = p + Z ** 2 / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  const scale = 1 + Z ** 2 / n;
  return { low: (middle - half) / scale, high: (middle + half) / scale };
}
