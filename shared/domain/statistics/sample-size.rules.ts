import { LEAST_ALPHA, normalQuantile, normalUpperTail } from './normal.rules';

/**
 * How the size of two arms is found: `pooled` (Fleiss: the variance of both together under no
 * difference, each its own under the difference; what the pooled z-test needs), `unpooled` (each
 * its own throughout), `arcsine` (Cohen's h).
 */
export const SIZE_METHODS = ['pooled', 'unpooled', 'arcsine'] as const;
export type SizeMethod = (typeof SIZE_METHODS)[number];

/** Why no size or power can be told. */
export type NoSize = 'notAProbability' | 'noDifference' | 'notACount';

export type SizePlan = { p1: number; p2: number; alpha?: number; power?: number };

export type SampleSize =
  | {
      kind: 'size';
      /** People per arm, rounded up. */
      perArm: number;
      /** The same before rounding. */
      exact: number;
      method: SizeMethod;
    }
  | { kind: 'none'; reason: NoSize };

const isInside = (p: number) => typeof p === 'number' && p >= LEAST_ALPHA && p < 1;
const isShare = (p: number) => typeof p === 'number' && p >= 0 && p <= 1;

/**
 * People per arm so that a two-sided test at `alpha` finds p1 against p2 with probability `power`.
 * p1 and p2 are within 0–1 and differ.
 */
export function sampleSize(
  { p1, p2, alpha = 0.05, power = 0.8 }: SizePlan,
  method: SizeMethod = 'pooled',
): SampleSize {
  if (!isShare(p1) || !isShare(p2) || !isInside(alpha) || !isInside(power)) {
    return { kind: 'none', reason: 'notAProbability' };
  }
  if (p1 === p2) return { kind: 'none', reason: 'noDifference' };
  const zAlpha = -normalQuantile(alpha / 2);
  const zBeta = normalQuantile(power);
  const own = p1 * (1 - p1) + p2 * (1 - p2);
  const mean = (p1 + p2) / 2;
  const root = {
    pooled: zAlpha * Math.sqrt(2 * mean * (1 - mean)) + zBeta * Math.sqrt(own),
    unpooled: (zAlpha + zBeta) * Math.sqrt(own),
    arcsine: (shiftFor(zAlpha, power) * Math.SQRT2 * (p1 - p2)) / cohenH(p1, p2),
  }[method];
  const exact = (root / (p1 - p2)) ** 2;
  if (!Number.isFinite(exact)) return { kind: 'none', reason: 'noDifference' };
  return { kind: 'size', perArm: Math.max(1, Math.ceil(exact - 1e-9)), exact, method };
}

const cohenH = (p1: number, p2: number) =>
  2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));

/** How far the alternative lies for this power, the other tail's tiny chance included. */
function shiftFor(zAlpha: number, power: number): number {
  let shift = zAlpha + normalQuantile(power);
  for (let round = 0; round < 8 && shift > 0; round += 1) {
    const other = normalUpperTail(zAlpha + shift);
    if (other >= power) break;
    shift = zAlpha + normalQuantile(power - other);
  }
  return shift;
}

export type Power = { kind: 'power'; power: number } | { kind: 'none'; reason: NoSize };

/** The chance that a two-sided test at `alpha` with `perArm` people each tells p1 from p2 (Cohen's h). */
export function powerOf(p1: number, p2: number, perArm: number, alpha = 0.05): Power {
  if (!isShare(p1) || !isShare(p2) || !isInside(alpha)) {
    return { kind: 'none', reason: 'notAProbability' };
  }
  if (!(Number.isFinite(perArm) && perArm > 0)) return { kind: 'none', reason: 'notACount' };
  const shift = Math.abs(cohenH(p1, p2)) * Math.sqrt(perArm / 2);
  const z = -normalQuantile(alpha / 2);
  const above = z - shift;
  const near = above >= 0 ? normalUpperTail(above) : 1 - normalUpperTail(-above);
  return { kind: 'power', power: Math.min(1, near + normalUpperTail(z + shift)) };
}
