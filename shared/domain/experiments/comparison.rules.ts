import {
  type Cluster,
  clusterDifference,
  clusterMean,
  clusterVariance,
} from '@shared/domain/statistics/clusters.rules';
import { welchOfSummaries } from '@shared/domain/statistics/means.rules';
import { twoProportions, wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { holm } from '@shared/domain/statistics/several-tests.rules';
import { studentQuantile } from '@shared/domain/statistics/student.rules';
import {
  EXPERIMENT_METRICS,
  type Experiment,
  type ExperimentMetric,
  type ExperimentUnit,
} from './experiment.schema';
import { clusterOf, isRead } from './readings.rules';
import { type Score, scoreArms } from './score.rules';

/** What one arm did by one metric: share of those who saw it, or seconds. */
export type ArmFigure = {
  armKey: string;
  metric: ExperimentMetric;
  mean: number;
  low?: number;
  high?: number;
  /** People who saw it, and the groups that they are in. */
  people: number;
  units: number;
};

/** One arm against the first, by one metric. */
export type MetricTest = {
  armKey: string;
  metric: ExperimentMetric;
  diff: number;
  low: number;
  high: number;
  pValue: number;
  /** By Holm, over all arms and metrics. */
  adjusted: number;
};

export type Comparison = {
  /** The arm with which the others are compared. */
  first: string;
  figures: ArmFigure[];
  tests: MetricTest[];
  scores: Score[];
  /** What each metric weighed in the score, a sum of one; absent for those that could not count. */
  weights: Partial<Record<ExperimentMetric, number>>;
};

type Judged = Pick<Experiment, 'alpha' | 'unit' | 'weights'>;

/** Readings of an arm by a metric; those without are left out. */
export const clustersOf = (units: readonly ExperimentUnit[], metric: ExperimentMetric): Cluster[] =>
  units.filter(isRead).flatMap((unit) => clusterOf(unit, metric) ?? []);

function ownInterval(
  units: readonly ExperimentUnit[],
  metric: ExperimentMetric,
  { alpha, unit }: Judged,
): { low?: number; high?: number } {
  const clusters = clustersOf(units, metric);
  const answer = clusterMean(clusters);
  if (answer.kind === 'none') return {};
  if (unit === 'group') {
    if (answer.clusters < 2) return {};
    const half =
      studentQuantile(alpha, answer.clusters - 1) * Math.sqrt(clusterVariance(answer.residuals));
    const low = Math.max(0, answer.mean - half);
    const high = answer.mean + half;
    return { low, high: metric === 'dwell' ? high : Math.min(1, high) };
  }
  if (metric !== 'dwell') {
    const [sum] = clusters;
    if (!sum) return {};
    const interval = wilsonInterval({ count: sum.sum, total: sum.size }, alpha);
    return interval.kind === 'none' ? {} : { low: interval.low, high: interval.high };
  }
  const sd = units.find(isRead)?.dwellSd;
  if (sd === undefined || answer.people < 2) return {};
  const half = studentQuantile(alpha, answer.people - 1) * (sd / Math.sqrt(answer.people));
  return { low: Math.max(0, answer.mean - half), high: answer.mean + half };
}

type Difference = { diff: number; low: number; high: number; pValue: number };

function differenceOf(
  first: readonly ExperimentUnit[],
  other: readonly ExperimentUnit[],
  metric: ExperimentMetric,
  { alpha, unit }: Judged,
): Difference | undefined {
  const [a, b] = [clustersOf(first, metric), clustersOf(other, metric)];
  if (unit === 'group') {
    const test = clusterDifference(a, b, alpha);
    return test.kind === 'none' ? undefined : test;
  }
  const [ofA, ofB] = [a[0], b[0]];
  if (!ofA || !ofB) return undefined;
  if (metric !== 'dwell') {
    const shares = [ofA, ofB].map(({ sum, size }) => ({ count: sum, total: size }));
    const [shareA, shareB] = shares;
    if (!shareA || !shareB) return undefined;
    const test = twoProportions(shareA, shareB, alpha);
    return test.kind === 'none' ? undefined : test;
  }
  const [sdA, sdB] = [first, other].map((units) => units.find(isRead)?.dwellSd);
  if (sdA === undefined || sdB === undefined) return undefined;
  const test = welchOfSummaries(
    { mean: ofA.sum / ofA.size, variance: sdA ** 2, n: ofA.size },
    { mean: ofB.sum / ofB.size, variance: sdB ** 2, n: ofB.size },
    alpha,
  );
  return test.kind === 'none' ? undefined : test;
}

/**
 * Every arm against the first by every metric, and by the weighted score: groups as clusters, people
 * one by one otherwise (Newcombe's interval for shares, Welch's for seconds). p-values of metrics
 * are raised by Holm over arms × metrics, those of scores over arms.
 */
export function compareArms(
  units: readonly ExperimentUnit[],
  armKeys: readonly string[],
  judged: Judged,
): Comparison {
  const ofArm = new Map(
    armKeys.map((key) => [key, units.filter((unit) => unit.armKey === key && isRead(unit))]),
  );
  const [first = '', ...others] = armKeys;
  const figures = armKeys.flatMap((armKey) =>
    EXPERIMENT_METRICS.flatMap((metric): ArmFigure[] => {
      const own = ofArm.get(armKey) ?? [];
      const answer = clusterMean(clustersOf(own, metric));
      if (answer.kind === 'none') return [];
      const { mean, people, clusters } = answer;
      return [
        { armKey, metric, mean, people, units: clusters, ...ownInterval(own, metric, judged) },
      ];
    }),
  );
  const raw = others.flatMap((armKey) =>
    EXPERIMENT_METRICS.flatMap((metric) => {
      const found = differenceOf(ofArm.get(first) ?? [], ofArm.get(armKey) ?? [], metric, judged);
      return found ? [{ armKey, metric, ...found }] : [];
    }),
  );
  const raised = holm(raw.map(({ pValue }) => pValue));
  const tests = raw.map(({ armKey, metric, diff, low, high, pValue }, at) => ({
    armKey,
    metric,
    diff,
    low,
    high,
    pValue,
    adjusted: raised[at] ?? 1,
  }));
  return { first, figures, tests, ...scoreArms(ofArm, armKeys, judged) };
}
