/** Below this many people no interval is given: the normal law says too little about them. */
const SMALLEST_SAMPLE = 30;

/** Count, sum and sum of squares of what each person paid net, in fen. */
export type MoneySum = { n: number; sum: number; squares: number };

export type ArpuFigure = { n: number; meanFen: number; lowFen?: number; highFen?: number };
export type ArpuRatio = { value: number; low?: number; high?: number };

/**
 * 97.5 % quantile of Student's t by the Cornish–Fisher expansion (Abramowitz & Stegun 26.7.5); off
 * by less than 0.0002 from 29 degrees of freedom on.
 */
export function tQuantile975(df: number): number {
  const z = 1.959963984540054;
  const z3 = z ** 3;
  const z5 = z ** 5;
  const z7 = z ** 7;
  const g1 = (z3 + z) / 4;
  const g2 = (5 * z5 + 16 * z3 + 3 * z) / 96;
  const g3 = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
  return z + g1 / df + g2 / df ** 2 + g3 / df ** 3;
}

const meanOf = ({ n, sum }: MoneySum) => (n === 0 ? 0 : sum / n);

/** Squared standard error of the mean. */
function errorOf(money: MoneySum): number {
  const mean = meanOf(money);
  const variance = Math.max(0, (money.squares - money.n * mean * mean) / (money.n - 1));
  return variance / money.n;
}

/** Average revenue per person in fen with its 95 % t interval, mean ± t(0.975, n − 1) · s / √n. */
export function arpuOf(money: MoneySum): ArpuFigure {
  const meanFen = meanOf(money);
  if (money.n < SMALLEST_SAMPLE) return { n: money.n, meanFen };
  const half = tQuantile975(money.n - 1) * Math.sqrt(errorOf(money));
  return { n: money.n, meanFen, lowFen: meanFen - half, highFen: meanFen + half };
}

/**
 * How many times what one of the first group pays is what one of the second pays, with a 95 %
 * interval by the delta method on the logarithm: ln q ± 1.96 · √(se₁²/m₁² + se₂²/m₂²). Undefined
 * when somebody of neither group is there to compare, or nothing was paid.
 */
export function arpuRatio(top: MoneySum, rest: MoneySum): ArpuRatio | undefined {
  const a = meanOf(top);
  const b = meanOf(rest);
  if (top.n === 0 || rest.n === 0 || a <= 0 || b <= 0) return undefined;
  const value = a / b;
  if (top.n < SMALLEST_SAMPLE || rest.n < SMALLEST_SAMPLE) return { value };
  const spread = Math.exp(1.96 * Math.sqrt(errorOf(top) / a ** 2 + errorOf(rest) / b ** 2));
  return { value, low: value / spread, high: value * spread };
}
