/**
 * The standard normal distribution, exact to about 1e-13: enough that no figure on screen hangs on
 * an approximation of ours.
 */

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Beyond this the series loses digits to cancellation and the continued fraction is better. */
const SERIES_LIMIT = 3;
const FRACTION_DEPTH = 120;

/** Density of the standard normal at `z`. */
function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / SQRT_TWO_PI;
}

/** Smaller chances of error are beyond what numbers of this machine can tell apart. */
export const LEAST_ALPHA = 1e-250;

/**
 * Probability that a standard normal value is greater than `z`.
 * Near the middle the series of Abramowitz & Stegun 26.2.11, in the tail the continued fraction
 * 26.2.14, so that small p-values keep their relative precision.
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) throw new Error('normalUpperTail needs a number');
  if (z < 0) return 1 - normalUpperTail(-z);
  if (z < SERIES_LIMIT) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && odd < 400; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - normalDensity(z) * sum;
  }
  let fraction = z;
  for (let level = FRACTION_DEPTH; level >= 1; level -= 1) fraction = z + level / fraction;
  return normalDensity(z) / fraction;
}

/**
 * The value below which a standard normal lies with probability `p` (0 < p < 1).
 * First guess Abramowitz & Stegun 26.2.23, then Newton steps on our own tail.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new Error('normalQuantile needs a probability between 0 and 1');
  if (p < 0.5) return -upperQuantile(p);
  return p === 0.5 ? 0 : upperQuantile(1 - p);
}

/** The z whose upper tail is `tail`, for tails of at most one half. */
function upperQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const numerator = 2.515517 + 0.802853 * t + 0.010328 * t * t;
  const denominator = 1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t;
  let z = t - numerator / denominator;
  for (let round = 0; round < 6; round += 1) {
    z += (normalUpperTail(z) - tail) / normalDensity(z);
  }
  return z;
}
