import { betaBelow } from './beta.rules';
import { normalQuantile, normalUpperTail } from './normal.rules';

/** From here on Student's t and the normal agree to more than a millionth of a tail. */
const NORMAL_FROM = 1e8;

/** P(|T| > t) for Student's t with `df` > 0 degrees of freedom, t ≥ 0. */
export function studentTwoSided(t: number, df: number): number {
  if (!(t >= 0 && df > 0)) throw new Error('studentTwoSided needs t ≥ 0 and df > 0');
  if (t === Number.POSITIVE_INFINITY) return 0;
  if (df > NORMAL_FROM) return Math.min(1, 2 * normalUpperTail(t));
  // df / (df + t²), without losing digits where t² is small against df.
  const square = t * t;
  if (square < df) return 1 - betaBelow(square / (df + square), 0.5, df / 2);
  return betaBelow(df / (df + square), df / 2, 0.5);
}

/** The t with P(|T| > t) = `tail` (0 < tail < 1), by halving. */
export function studentQuantile(tail: number, df: number): number {
  if (!(tail > 0 && tail < 1)) throw new Error('studentQuantile needs a probability');
  if (df > NORMAL_FROM) return -normalQuantile(tail / 2);
  let low = 0;
  let high = 1;
  while (studentTwoSided(high, df) > tail && high < 1e300) {
    low = high;
    high *= 2;
  }
  for (let round = 0; round < 200 && high - low > 1e-14 * high; round += 1) {
    const mid = (low + high) / 2;
    if (studentTwoSided(mid, df) > tail) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

/**
 * P(χ² > x) for a whole number of degrees of freedom: exact sums from those of 1 (the normal) and 2
 * (the exponential) upwards (Abramowitz & Stegun 26.4.4–5).
 */
export function chiSquareTail(x: number, df: number): number {
  if (!(x >= 0 && Number.isInteger(df) && df > 0)) throw new Error('chiSquareTail needs x ≥ 0');
  const half = x / 2;
  const isOdd = df % 2 === 1;
  let tail = isOdd ? 2 * normalUpperTail(Math.sqrt(x)) : Math.exp(-half);
  // x^(k/2) e^(−x/2) / Γ(k/2 + 1) for k = 1 or 2, then each from the one before.
  let term = isOdd
    ? (Math.sqrt(half) * Math.exp(-half) * 2) / Math.sqrt(Math.PI)
    : half * Math.exp(-half);
  for (let k = isOdd ? 1 : 2; k < df; k += 2) {
    tail += term;
    term *= half / (k / 2 + 1);
  }
  return Math.min(1, tail);
}
