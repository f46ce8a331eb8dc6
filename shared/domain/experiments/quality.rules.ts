import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { Experiment, ExperimentUnit } from './experiment.schema';
import { assignmentRatio, exposureRatio } from './ratio-check.rules';
import { isImpossible, isRead, readingProblems } from './readings.rules';
import { armsInPlay, unitsInPlay } from './verdict.rules';

/** One check of an experiment under way; none of them says which arm is ahead. */
export type QualityCheck =
  | { key: 'clockBack' }
  | { key: 'readings'; read: number; all: number }
  | { key: 'impossible'; unitIds: string[] }
  | { key: 'exposedAboveSize'; unitIds: string[] }
  | { key: 'assignment'; pValue: number; counts: number[] }
  | { key: 'exposure'; pValue: number; counts: number[] }
  | { key: 'itemGone'; n: number }
  | { key: 'groupsChanged'; n: number }
  | { key: 'sentBefore'; n: number }
  | { key: 'notSent'; n: number }
  | { key: 'groupGone'; unitIds: string[] }
  | { key: 'leftOut'; n: number };
export type CheckState = 'good' | 'doubt' | 'bad';

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

function itemChecks(
  experiment: Experiment,
  units: readonly ExperimentUnit[],
  items: readonly ContentItem[],
): { check: QualityCheck; state: CheckState }[] {
  const planned = [...new Set(units.flatMap(({ itemId }) => itemId ?? []))];
  const found = items.filter(({ id }) => planned.includes(id));
  const gone = planned.length - found.length;
  const moved = found.filter((item) => {
    const groups = units
      .filter(({ itemId }) => itemId === item.id)
      .flatMap(({ groupId }) => groupId ?? []);
    return experiment.unit === 'group' && !sameSet(item.groupIds, groups);
  }).length;
  const early = found.filter(
    ({ sentAt }) => sentAt !== undefined && sentAt < (experiment.startedAt ?? 0),
  ).length;
  const unsent = found.filter(
    ({ id, status }) =>
      status !== 'sent' &&
      status !== 'measured' &&
      units.some((unit) => unit.itemId === id && isRead(unit)),
  ).length;
  const checks: { check: QualityCheck; state: CheckState }[] = [];
  if (gone > 0) checks.push({ check: { key: 'itemGone', n: gone }, state: 'doubt' });
  if (moved > 0) checks.push({ check: { key: 'groupsChanged', n: moved }, state: 'bad' });
  if (early > 0) checks.push({ check: { key: 'sentBefore', n: early }, state: 'bad' });
  if (unsent > 0) checks.push({ check: { key: 'notSent', n: unsent }, state: 'doubt' });
  return checks;
}

/** What can be said of the round under way before its end: counts and soundness, no differences. */
export function qualityOf(
  experiment: Experiment,
  units: readonly ExperimentUnit[],
  items: readonly ContentItem[],
  goneGroups: ReadonlySet<string>,
  nowMs: number,
): { check: QualityCheck; state: CheckState }[] {
  const armKeys = armsInPlay(experiment);
  const drawn = units.filter(({ round }) => round === (experiment.round ?? 1));
  const counted = unitsInPlay(experiment, units);
  const checks: { check: QualityCheck; state: CheckState }[] = [];
  const { state: stage, startedAt } = experiment;
  if (stage === 'running' && startedAt !== undefined && nowMs < startedAt) {
    checks.push({ check: { key: 'clockBack' }, state: 'bad' });
  }
  const read = counted.filter(isRead).length;
  checks.push({
    check: { key: 'readings', read, all: counted.length },
    state: read === counted.length ? 'good' : 'doubt',
  });
  const impossible = counted.filter((unit) => readingProblems(unit).some(isImpossible));
  if (impossible.length > 0) {
    const unitIds = impossible.map(({ id }) => id);
    checks.push({ check: { key: 'impossible', unitIds }, state: 'bad' });
  }
  const above = counted.filter((unit) => readingProblems(unit).includes('exposedAboveSize'));
  if (above.length > 0) {
    const unitIds = above.map(({ id }) => id);
    checks.push({ check: { key: 'exposedAboveSize', unitIds }, state: 'doubt' });
  }
  const assigned = assignmentRatio(drawn, armKeys, experiment.unit);
  if (assigned.kind !== 'unknown') {
    const { pValue, counts } = assigned;
    const state = assigned.kind === 'broken' ? 'bad' : 'good';
    checks.push({ check: { key: 'assignment', pValue, counts }, state });
  }
  const seen = exposureRatio(counted, armKeys, experiment.unit);
  if (seen.kind !== 'unknown') {
    const { pValue, counts } = seen;
    const state = seen.kind === 'broken' ? 'bad' : 'good';
    checks.push({ check: { key: 'exposure', pValue, counts }, state });
  }
  checks.push(...itemChecks(experiment, drawn, items));
  const gone = counted.filter(({ groupId }) => groupId !== undefined && goneGroups.has(groupId));
  if (gone.length > 0) {
    const unitIds = gone.map(({ id }) => id);
    checks.push({ check: { key: 'groupGone', unitIds }, state: 'doubt' });
  }
  const out = drawn.length - counted.length;
  if (out > 0) checks.push({ check: { key: 'leftOut', n: out }, state: 'doubt' });
  return checks;
}
