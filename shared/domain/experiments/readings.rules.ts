import type { Cluster } from '@shared/domain/statistics/clusters.rules';
import type { ExperimentMetric, ExperimentUnit } from './experiment.schema';

/** What cannot be true of a unit's readings. */
export type ReadingProblem = 'convertedAboveExposed' | 'sharedAboveExposed' | 'exposedAboveSize';

/** Readings that contradict themselves; more who saw it than are inside is only a remark. */
export function readingProblems(unit: ExperimentUnit): ReadingProblem[] {
  const { exposed, converted = 0, shared = 0, size } = unit;
  const problems: ReadingProblem[] = [];
  if (exposed === undefined) return problems;
  if (converted > exposed) problems.push('convertedAboveExposed');
  if (shared > exposed) problems.push('sharedAboveExposed');
  if (exposed > size) problems.push('exposedAboveSize');
  return problems;
}

export const isImpossible = (problem: ReadingProblem): boolean => problem !== 'exposedAboveSize';

/** Somebody saw it and it is known how many. */
export const isRead = (unit: ExperimentUnit): boolean =>
  unit.exposed !== undefined && unit.exposed > 0;

/** What one unit did by a metric, as a sum over the people who saw it; undefined where not read. */
export function clusterOf(unit: ExperimentUnit, metric: ExperimentMetric): Cluster | undefined {
  const { exposed: size, converted, shared, dwellSeconds } = unit;
  if (size === undefined) return undefined;
  switch (metric) {
    case 'conversion':
      return converted === undefined ? undefined : { sum: converted, size };
    case 'share':
      return shared === undefined ? undefined : { sum: shared, size };
    case 'dwell':
      return dwellSeconds === undefined ? undefined : { sum: dwellSeconds * size, size };
  }
}
