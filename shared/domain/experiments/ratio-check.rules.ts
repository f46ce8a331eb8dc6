import { clusterMean, clusterVariance } from '@shared/domain/statistics/clusters.rules';
import { fisherTail } from '@shared/domain/statistics/f-distribution.rules';
import { sampleRatio } from '@shared/domain/statistics/sample-ratio.rules';
import type { Experiment, ExperimentUnit } from './experiment.schema';

/** Below this a comparison is not trusted; the usual line for sample-ratio checks. */
const RATIO_ALPHA = 0.001;

export type RatioCheck =
  | { kind: 'fits' | 'broken'; pValue: number; counts: number[] }
  | { kind: 'unknown' };

const verdictOf = (pValue: number, counts: number[]): RatioCheck => ({
  kind: pValue < RATIO_ALPHA ? 'broken' : 'fits',
  pValue,
  counts,
});

/** Whether the arms hold as many groups (or people) as an even lot gives them: Pearson's χ². */
export function assignmentRatio(
  units: readonly ExperimentUnit[],
  armKeys: readonly string[],
  unit: Experiment['unit'],
): RatioCheck {
  const counts = armKeys.map((key) => {
    const own = units.filter(({ armKey }) => armKey === key);
    return unit === 'group' ? own.length : own.reduce((sum, { size }) => sum + size, 0);
  });
  const test = sampleRatio(counts);
  return test.kind === 'none' ? { kind: 'unknown' } : verdictOf(test.pValue, counts);
}

/**
 * Whether as many saw each arm as its people let expect: χ² of the exposed against the arms' sizes.
 * Groups open what they get in different shares anyway, so for groups χ² is divided by how much
 * more the exposure of groups of one arm varies than chance (Rao & Scott 1981) and read as an F with
 * arms − 1 and groups − arms degrees of freedom.
 */
export function exposureRatio(
  units: readonly ExperimentUnit[],
  armKeys: readonly string[],
  unit: Experiment['unit'],
): RatioCheck {
  const read = units.filter(({ exposed, size }) => exposed !== undefined && size > 0);
  const arms = armKeys.map((key) => read.filter(({ armKey }) => armKey === key));
  const sum = (own: ExperimentUnit[], of: (it: ExperimentUnit) => number) =>
    own.reduce((all, it) => all + of(it), 0);
  const counts = arms.map((own) => sum(own, ({ exposed = 0 }) => exposed));
  const sizes = arms.map((own) => sum(own, ({ size }) => size));
  const test = sampleRatio(counts, sizes);
  if (test.kind === 'none') return { kind: 'unknown' };
  if (unit === 'person') return verdictOf(test.pValue, counts);
  const freedom = read.length - armKeys.length;
  if (freedom < 1) return { kind: 'unknown' };
  // χ² of counts against sizes has Poisson variance: the mean itself.
  const rate =
    counts.reduce((all, n) => all + n, 0) /
    Math.max(
      1,
      sizes.reduce((all, n) => all + n, 0),
    );
  const effects = arms.flatMap((own, at) => {
    const mean = clusterMean(own.map(({ exposed = 0, size }) => ({ sum: exposed, size })));
    if (mean.kind === 'none' || mean.clusters < 2) return [];
    const people = sizes[at] ?? 0;
    return [(clusterVariance(mean.residuals) * people) / rate];
  });
  if (effects.length === 0) return { kind: 'unknown' };
  const effect = Math.max(1, effects.reduce((all, it) => all + it, 0) / effects.length);
  const df = armKeys.length - 1;
  return verdictOf(fisherTail(test.chi2 / effect / df, df, freedom), counts);
}
