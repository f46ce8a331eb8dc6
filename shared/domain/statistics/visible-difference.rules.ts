import { designEffect } from './cluster-correlation.rules';
import { clusterFreedom } from './clusters.rules';
import { LEAST_ALPHA, normalQuantile } from './normal.rules';
import { studentQuantile } from './student.rules';

export type NoVisible = 'notAProbability' | 'nobody' | 'tooFewClusters' | 'nothingVisible';

export type VisibleDifference =
  | {
      kind: 'visible';
      /** The smallest rise over the baseline that is found with the power promised, as a share. */
      rise: number;
      /** The smallest fall; absent where even a fall to 0 would not be found. */
      fall?: number;
      designEffect: number;
    }
  | { kind: 'none'; reason: NoVisible };

export type Precision = {
  /** Share expected of the first arm, 0–1. */
  baseline: number;
  alpha: number;
  power: number;
};

const isInside = (p: number) => p >= LEAST_ALPHA && p < 1;

/** Student's quantile on one side: t with P(T > t) = tail, tail below one half. */
const oneSided = (tail: number, df: number) =>
  Number.isFinite(df) ? studentQuantile(2 * tail, df) : -normalQuantile(tail);

function reachOf({ alpha, power }: Precision, df: number): number {
  const forPower = power > 0.5 ? oneSided(1 - power, df) : -oneSided(power, df);
  return oneSided(alpha / 2, df) + (power === 0.5 ? 0 : forPower);
}

/** The nearest share on one side whose difference stands out; each arm with its own variance. */
function nearest(
  baseline: number,
  edge: number,
  reach: number,
  perPerson: readonly [number, number],
): number | undefined {
  const error = (p: number) =>
    Math.sqrt(baseline * (1 - baseline) * perPerson[0] + p * (1 - p) * perPerson[1]);
  const isFound = (p: number) => Math.abs(p - baseline) >= reach * error(p);
  if (!isFound(edge)) return undefined;
  let [near, far] = [baseline, edge];
  for (let round = 0; round < 60; round += 1) {
    const middle = (near + far) / 2;
    if (isFound(middle)) far = middle;
    else near = middle;
  }
  return Math.abs(far - baseline);
}

function visible(
  precision: Precision,
  df: number,
  perPerson: readonly [number, number],
  effect: number,
): VisibleDifference {
  const { baseline } = precision;
  const reach = reachOf(precision, df);
  const rise = nearest(baseline, 1, reach, perPerson);
  if (rise === undefined) return { kind: 'none', reason: 'nothingVisible' };
  const fall = nearest(baseline, 0, reach, perPerson);
  return {
    kind: 'visible',
    rise,
    ...(fall !== undefined && baseline > 0 && { fall }),
    designEffect: effect,
  };
}

const isPossible = ({ baseline, alpha, power }: Precision) =>
  baseline >= 0 && baseline <= 1 && isInside(alpha) && isInside(power);

/**
 * The smallest difference of two shares that so many people an arm show with the power promised:
 * the d with d = (z(α/2) + z(β))·√(p₁q₁/n + p₂q₂/n), the sample size formula with unpooled variances
 * (Fleiss 1981, 3.2) read backwards.
 */
export function visibleForPeople(precision: Precision, perArm: number): VisibleDifference {
  if (!isPossible(precision)) return { kind: 'none', reason: 'notAProbability' };
  if (!(perArm > 0)) return { kind: 'none', reason: 'nobody' };
  return visible(precision, Number.POSITIVE_INFINITY, [1 / perArm, 1 / perArm], 1);
}

/**
 * The same where whole groups are drawn: variances times the design effect of these sizes, and
 * Student's t with at most groups − 2 degrees of freedom instead of z (Hayes & Moulton 2017, ch. 7;
 * `clusterFreedom`).
 * `sizes` are the people of each group of each of the two arms.
 */
export function visibleForClusters(
  precision: Precision,
  sizes: readonly [readonly number[], readonly number[]],
  correlation: number,
): VisibleDifference {
  if (!isPossible(precision) || !(correlation >= 0 && correlation <= 1)) {
    return { kind: 'none', reason: 'notAProbability' };
  }
  const [a, b] = sizes.map((arm) => arm.filter((n) => n > 0));
  if (!a || !b || a.length < 2 || b.length < 2) return { kind: 'none', reason: 'tooFewClusters' };
  const perPerson = (arm: readonly number[]) =>
    designEffect(arm, correlation) / arm.reduce((all, n) => all + n, 0);
  const effect = designEffect([...a, ...b], correlation);
  const [ofA, ofB] = [perPerson(a), perPerson(b)];
  const df = clusterFreedom({ variance: ofA, sizes: a }, { variance: ofB, sizes: b });
  return visible(precision, df, [ofA, ofB], effect);
}

export type ClustersNeeded =
  | { kind: 'size'; clustersPerArm: number; peoplePerArm: number; designEffect: number }
  | { kind: 'none'; reason: NoVisible };

/** More groups an arm than this are beyond any console of this kind. */
const MOST_CLUSTERS = 100_000;

/**
 * Groups an arm, of such a size, that show a rise from the baseline by `rise` with the power
 * promised; found by going up until `visibleForClusters` sees it.
 */
export function clustersNeeded(
  precision: Precision,
  rise: number,
  size: number,
  correlation: number,
): ClustersNeeded {
  if (!isPossible(precision) || !(precision.baseline + rise <= 1) || !(rise > 0)) {
    return { kind: 'none', reason: 'notAProbability' };
  }
  if (!(size >= 1)) return { kind: 'none', reason: 'nobody' };
  const target = precision.baseline + rise;
  const effect = designEffect([size], correlation);
  const { baseline } = precision;
  const spread = baseline * (1 - baseline) + target * (1 - target);
  const isSeen = (clusters: number) =>
    rise >= reachOf(precision, 2 * clusters - 2) * Math.sqrt((spread * effect) / (clusters * size));
  let high = 2;
  while (!isSeen(high)) {
    high *= 2;
    if (high > MOST_CLUSTERS) return { kind: 'none', reason: 'nothingVisible' };
  }
  let low = 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle >= 2 && isSeen(middle)) high = middle;
    else low = middle;
  }
  return {
    kind: 'size',
    clustersPerArm: high,
    peoplePerArm: Math.ceil(high * size),
    designEffect: effect,
  };
}
