import { lnGamma } from '@shared/domain/insights/ltv/special-functions';

const LN_2PI = Math.log(2 * Math.PI);
const TINY = 1e-300;
const ENOUGH = 1e-16;

/** What Stirling's formula for ln Γ(z) leaves out; small, so that large z lose no digits. */
function stirlingRest(z: number): number {
  if (z < 10) return lnGamma(z) - ((z - 0.5) * Math.log(z) - z + 0.5 * LN_2PI);
  const s = 1 / (z * z);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s / 1188)))) / z;
}

/**
 * ln of x^a · (1 − x)^b / B(a, b) for a, b > 0 and 0 < x < 1: by how far x lies from a / (a + b), in
 * the manner of Loader (2000), so that nothing large cancels when a and b are in the millions.
 */
export function lnBetaFactor(x: number, a: number, b: number): number {
  const n = a + b;
  const distance = a * Math.log(a / (n * x)) + b * Math.log(b / (n * (1 - x)));
  const scale = 0.5 * (Math.log(a) + Math.log(b) - Math.log(n) - LN_2PI);
  return scale - distance + stirlingRest(n) - stirlingRest(a) - stirlingRest(b);
}

/** The continued fraction of I_x(a, b) (Abramowitz & Stegun 26.5.8), by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const most = 200 + 20 * Math.sqrt(Math.max(a, b));
  let c = 1;
  let d = away(1 - ((a + b) * x) / (a + 1));
  d = 1 / d;
  let value = d;
  for (let m = 1; m <= most; m += 1) {
    const m2 = 2 * m;
    const even = (m * (b - m) * x) / ((a + m2 - 1) * (a + m2));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + m2) * (a + m2 + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < ENOUGH) break;
  }
  return value;
}

const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) lies below
 * x. a, b > 0, finite; x outside of 0–1 gives 0 or 1.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new Error('betaBelow needs a, b > 0');
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  return Math.min(1, (Math.exp(lnBetaFactor(x, a, b)) * betaFraction(x, a, b)) / a);
}
