import {
  armVariance,
  type ClusterMean,
  clusterFreedom,
  clusterMean,
  studentDifference,
} from '@shared/domain/statistics/clusters.rules';
import { holm } from '@shared/domain/statistics/several-tests.rules';
import {
  EXPERIMENT_METRICS,
  type Experiment,
  type ExperimentMetric,
  type ExperimentUnit,
} from './experiment.schema';
import { clusterOf } from './readings.rules';

/** One arm against the first by all metrics together, in standard deviations. */
export type Score = {
  armKey: string;
  score: number;
  low: number;
  high: number;
  pValue: number;
  /** By Holm over the arms. */
  adjusted: number;
};

type Judged = Pick<Experiment, 'alpha' | 'unit' | 'weights'>;
type Arms = ReadonlyMap<string, readonly ExperimentUnit[]>;
type Term = { metric: ExperimentMetric; weight: number; scale: number };

const meanOf = (units: readonly ExperimentUnit[], metric: ExperimentMetric) => {
  const clusters = units.flatMap((unit) => clusterOf(unit, metric) ?? []);
  const answer = clusterMean(clusters);
  return answer.kind === 'none' ? undefined : answer;
};

/**
 * Standard deviation between groups, weighted by their people, over all arms together: taken within
 * the arms it would lean on the very residuals that the error is made of.
 */
function betweenGroups(arms: Arms, metric: ExperimentMetric): number {
  const answer = meanOf([...arms.values()].flat(), metric);
  if (!answer || answer.clusters < 2) return 0;
  // A group's deviation is value / share; weighted by its share of the people.
  const spread = answer.residuals.reduce((sum, { value, share }) => sum + value ** 2 / share, 0);
  return Math.sqrt((spread * answer.clusters) / (answer.clusters - 1));
}

/** Standard deviation between people, pooled over arms; seconds need it told. */
function betweenPeople(arms: Arms, metric: ExperimentMetric): number {
  let [sum, people, squares] = [0, 0, 0];
  for (const [unit] of arms.values()) {
    const cluster = unit && clusterOf(unit, metric);
    if (!unit || !cluster) return 0;
    if (metric === 'dwell' && unit.dwellSd === undefined) return 0;
    sum += cluster.sum;
    people += cluster.size;
    squares += cluster.size * (unit.dwellSd ?? 0) ** 2;
  }
  if (people === 0) return 0;
  const mean = sum / people;
  return Math.sqrt(metric === 'dwell' ? squares / people : mean * (1 - mean));
}

/** The metrics that can count: weighed, read everywhere, and not the same everywhere. */
function termsOf(arms: Arms, { unit, weights }: Judged): Term[] {
  const everybody = [...arms.values()].flat();
  const usable = EXPERIMENT_METRICS.flatMap((metric) => {
    const weight = weights[metric];
    if (!(weight > 0) || everybody.some((it) => clusterOf(it, metric) === undefined)) return [];
    const scale = unit === 'group' ? betweenGroups(arms, metric) : betweenPeople(arms, metric);
    return scale > 1e-12 ? [{ metric, weight, scale }] : [];
  });
  const sum = usable.reduce((all, { weight }) => all + weight, 0);
  return usable.map((term) => ({ ...term, weight: term.weight / sum }));
}

/** An arm's residuals of all metrics together: what one metric gains another may lose. */
function jointResiduals(means: readonly (ClusterMean & { factor: number })[]) {
  return (means[0]?.residuals ?? []).map(({ share }, at) => ({
    share,
    value: means.reduce((sum, { residuals, factor }) => {
      return sum + factor * (residuals[at]?.value ?? 0);
    }, 0),
  }));
}

function scoreOf(
  first: readonly ExperimentUnit[],
  other: readonly ExperimentUnit[],
  terms: readonly Term[],
  { alpha, unit }: Judged,
) {
  const sides = [first, other].map((units) =>
    terms.flatMap(({ metric, weight, scale }) => {
      const answer = meanOf(units, metric);
      return answer ? [{ ...answer, factor: weight / scale, metric }] : [];
    }),
  );
  const [a = [], b = []] = sides;
  if (a.length < terms.length || b.length < terms.length || terms.length === 0) return undefined;
  const diff = terms.reduce((sum, _, at) => {
    const [ofA, ofB] = [a[at], b[at]];
    return ofA && ofB ? sum + ofA.factor * (ofB.mean - ofA.mean) : sum;
  }, 0);
  if (unit === 'group') {
    if (Math.min(first.length, other.length) < 2) return undefined;
    const [ofA, ofB] = [armVariance(jointResiduals(a)), armVariance(jointResiduals(b))];
    const error = Math.sqrt(ofA.variance + ofB.variance);
    return error > 1e-12
      ? studentDifference(diff, error, clusterFreedom(ofA, ofB), alpha)
      : undefined;
  }
  // How metrics of one person hang together is not in the totals: the worst case is that they move
  // as one, so that errors add up.
  const error = terms.reduce((sum, { metric, weight, scale }, at) => {
    const parts = [a[at], b[at]].map((side, which) => {
      const people = side?.people ?? 0;
      if (metric !== 'dwell') return ((side?.mean ?? 0) * (1 - (side?.mean ?? 0))) / people;
      return ((which === 0 ? first : other)[0]?.dwellSd ?? 0) ** 2 / people;
    });
    return sum + (weight / scale) * Math.sqrt(parts.reduce((all, part) => all + part, 0));
  }, 0);
  return error > 1e-12
    ? studentDifference(diff, error, Number.POSITIVE_INFINITY, alpha)
    : undefined;
}

/**
 * The weighted score of every arm against the first: Σ weight × difference / standard deviation,
 * deviations between all groups (or people), so that a metric with large units does not
 * outweigh the others (O'Brien 1984, with weights). Its error comes from the same sum within each
 * group, which carries how the metrics move together. Metrics not read everywhere do not count.
 */
export function scoreArms(
  arms: Arms,
  armKeys: readonly string[],
  judged: Judged,
): { scores: Score[]; weights: Partial<Record<ExperimentMetric, number>> } {
  const terms = termsOf(arms, judged);
  const [first = '', ...others] = armKeys;
  const raw = others.flatMap((armKey) => {
    const found = scoreOf(arms.get(first) ?? [], arms.get(armKey) ?? [], terms, judged);
    return found ? [{ armKey, ...found }] : [];
  });
  const raised = holm(raw.map(({ pValue }) => pValue));
  return {
    scores: raw.map(({ armKey, diff, low, high, pValue }, at) => ({
      armKey,
      score: diff,
      low,
      high,
      pValue,
      adjusted: raised[at] ?? 1,
    })),
    weights: Object.fromEntries(terms.map(({ metric, weight }) => [metric, weight])),
  };
}

/**
 * Where each arm lies by the weighted score against all arms together, without any claim of how sure
 * that is: for ranks, where an arm may hold a single group. Arms that nobody saw are absent.
 */
export function plainScores(arms: Arms, judged: Judged): Map<string, number> {
  const terms = termsOf(arms, judged);
  const everybody = [...arms.values()].flat();
  return new Map(
    [...arms].flatMap(([armKey, units]) => {
      if (units.length === 0) return [];
      const score = terms.reduce((sum, { metric, weight, scale }) => {
        const [own, all] = [meanOf(units, metric), meanOf(everybody, metric)];
        return own && all ? sum + (weight * (own.mean - all.mean)) / scale : sum;
      }, 0);
      return [[armKey, score] as const];
    }),
  );
}
