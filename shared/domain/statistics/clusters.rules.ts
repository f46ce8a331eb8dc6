import { LEAST_ALPHA } from './normal.rules';
import { studentQuantile, studentTwoSided } from './student.rules';

/** What one group did: the sum over its people (of yeses, of seconds) and how many they are. */
export type Cluster = { sum: number; size: number };

/** Why groups cannot be compared. */
export type NoClusters = 'notANumber' | 'nobody' | 'tooFewClusters' | 'noVariation';

export type ClusterMean = {
  /** Sum over all people of all groups, divided by the people. */
  mean: number;
  people: number;
  clusters: number;
  /** How far each group's sum lies from what the mean makes of its size, divided by all people. */
  residuals: { value: number; share: number }[];
};

const isUsable = ({ sum, size }: Cluster) =>
  Number.isFinite(sum) && Number.isFinite(size) && size >= 0;

/** The ratio estimate over groups: Σ sums / Σ sizes (Cochran 1977, 6.1). Empty groups do not count. */
export function clusterMean(
  clusters: readonly Cluster[],
): ({ kind: 'mean' } & ClusterMean) | { kind: 'none'; reason: NoClusters } {
  if (!clusters.every(isUsable)) return { kind: 'none', reason: 'notANumber' };
  const some = clusters.filter(({ size }) => size > 0);
  const people = some.reduce((all, { size }) => all + size, 0);
  if (people === 0) return { kind: 'none', reason: 'nobody' };
  const mean = some.reduce((all, { sum }) => all + sum, 0) / people;
  const residuals = some.map(({ sum, size }) => ({
    value: (sum - mean * size) / people,
    share: size / people,
  }));
  return { kind: 'mean', mean, people, clusters: some.length, residuals };
}

/**
 * Variance of a ratio estimate from how much the groups differ: Σ e² / (1 − share), e a group's
 * residual. Bell & McCaffrey's (2002) CR2; with groups of one size it is the textbook's
 * k/(k − 1)·Σe², with unequal ones it does not make the variance too small.
 */
export function clusterVariance(residuals: ClusterMean['residuals']): number {
  return residuals.reduce((all, { value, share }) => all + value ** 2 / (1 - share), 0);
}

/**
 * How many groups of one size these are worth when a variance is estimated from them:
 * (Σ n²)² / Σ n⁴, as for a variance whose parts grow with the square of a group's size.
 */
function effectiveClusters(sizes: readonly number[]): number {
  const powers = (power: number) => sizes.reduce((all, n) => all + n ** power, 0);
  return sizes.length === 0 ? 0 : powers(2) ** 2 / powers(4);
}

/** The variance of an arm's mean, and the groups that it was estimated from, by their sizes. */
export type ArmVariance = { variance: number; sizes: readonly number[] };

/**
 * Degrees of freedom of the difference of two arms: groups − 2 at most, fewer where a few large
 * groups carry the sum. Each arm counts with its effective number of groups, the two are joined as
 * Satterthwaite (1946) does.
 */
export function clusterFreedom(a: ArmVariance, b: ArmVariance): number {
  // An arm without any spread adds no doubt of its own.
  const doubt = [a, b].reduce((all, { variance, sizes }) => {
    return variance === 0 ? all : all + variance ** 2 / (effectiveClusters(sizes) - 1);
  }, 0);
  const most = a.sizes.length + b.sizes.length - 2;
  return doubt > 0 ? Math.min(most, (a.variance + b.variance) ** 2 / doubt) : most;
}

/** The same of residuals. */
export const armVariance = (residuals: ClusterMean['residuals']): ArmVariance => ({
  variance: clusterVariance(residuals),
  sizes: residuals.map(({ share }) => share),
});

export type ClusterDifference =
  | {
      kind: 'test';
      meanA: number;
      meanB: number;
      /** B less A, with its interval. */
      diff: number;
      low: number;
      high: number;
      error: number;
      t: number;
      df: number;
      pValue: number;
    }
  | { kind: 'none'; reason: NoClusters };

/** The test and interval of a difference whose error was estimated with `df` degrees of freedom. */
export function studentDifference(diff: number, error: number, df: number, alpha: number) {
  const half = studentQuantile(alpha, df) * error;
  const t = diff / error;
  return {
    diff,
    low: diff - half,
    high: diff + half,
    error,
    t,
    df,
    pValue: studentTwoSided(Math.abs(t), df),
  };
}

/**
 * Difference B − A of two arms whose people came in whole groups: people of one group are alike, so
 * the error is taken from how much groups of the same arm differ, never from the number of people.
 * Ratio estimates, cluster-robust variance, Student's t with at most groups − 2 degrees of freedom
 * (Donner & Klar 2000, ch. 6; `clusterFreedom`). Proportions (sum = yeses) and means (sum = total) alike. Fewer than two groups
 * an arm: `tooFewClusters`; groups that are all alike: `noVariation`.
 */
export function clusterDifference(
  a: readonly Cluster[],
  b: readonly Cluster[],
  alpha = 0.05,
): ClusterDifference {
  if (!(alpha >= LEAST_ALPHA && alpha < 1)) return { kind: 'none', reason: 'notANumber' };
  const [ofA, ofB] = [clusterMean(a), clusterMean(b)];
  if (ofA.kind === 'none') return ofA;
  if (ofB.kind === 'none') return ofB;
  if (Math.min(ofA.clusters, ofB.clusters) < 2) return { kind: 'none', reason: 'tooFewClusters' };
  const [armA, armB] = [armVariance(ofA.residuals), armVariance(ofB.residuals)];
  const error = Math.sqrt(armA.variance + armB.variance);
  // Residuals of equal rates are rounding only.
  const scale = Math.max(Math.abs(ofA.mean), Math.abs(ofB.mean), 1e-300);
  if (error < 1e-12 * scale) return { kind: 'none', reason: 'noVariation' };
  const df = clusterFreedom(armA, armB);
  const test = studentDifference(ofB.mean - ofA.mean, error, df, alpha);
  return { kind: 'test', meanA: ofA.mean, meanB: ofB.mean, ...test };
}
