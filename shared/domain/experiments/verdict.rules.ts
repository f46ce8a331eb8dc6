import { type Comparison, compareArms, type MetricTest } from './comparison.rules';
import type { Experiment, ExperimentMetric, ExperimentUnit } from './experiment.schema';
import { assignmentRatio, exposureRatio } from './ratio-check.rules';
import { isImpossible, isRead, readingProblems } from './readings.rules';

/** Why a comparison cannot be trusted; each can be put right or the experiment given up. */
export type Fault =
  | { why: 'armWithoutReadings'; armKey: string }
  | { why: 'impossibleReadings'; unitIds: string[] }
  | { why: 'assignmentRatio'; pValue: number }
  | { why: 'exposureRatio'; pValue: number };

/** Why the readings do not suffice, although nothing is wrong with them. */
export type Lack =
  | { why: 'tooFewGroups'; least: number; armKey: string; groups: number }
  | { why: 'tooFewPeople'; exposed: number; wanted: number }
  | { why: 'nothingVaries' };

export type Judgement =
  | { kind: 'tooEarly'; endsAt: number | undefined; isClockBack: boolean }
  | { kind: 'invalid'; faults: Fault[] }
  | { kind: 'notEnough'; lacks: Lack[]; comparison: Comparison }
  | {
      kind: 'noDifference';
      comparison: Comparison;
      /** An arm ahead by the score that is significantly worse by some metric. */
      heldBack?: { armKey: string; metrics: ExperimentMetric[] };
    }
  | { kind: 'winner'; armKey: string; comparison: Comparison };

/**
 * Groups an arm below which no lot can prove anything at `alpha`: with k groups in each of two arms
 * the lot falls in C(2k, k) ways, so the smallest two-sided p-value is 2 / C(2k, k) (Fisher 1935).
 * At 5 % that is four groups.
 */
export function leastGroupsPerArm(alpha: number): number {
  let ways = 1;
  for (let k = 1; k < 60; k += 1) {
    ways = (ways * (2 * k) * (2 * k - 1)) / (k * k);
    if (2 / ways <= alpha) return k;
  }
  return 60;
}

/** Units that count: those of this round that nobody left out with a reason. */
export function unitsInPlay(
  experiment: Pick<Experiment, 'round' | 'leftOut'>,
  units: readonly ExperimentUnit[],
): ExperimentUnit[] {
  const leftOut = new Set(experiment.leftOut?.map(({ unitId }) => unitId));
  return units.filter(({ round, id }) => round === (experiment.round ?? 1) && !leftOut.has(id));
}

/** The arms under way: all, or those that earlier rounds left. */
export const armsInPlay = ({ arms, armsLeft }: Pick<Experiment, 'arms' | 'armsLeft'>): string[] =>
  armsLeft ?? arms.map(({ key }) => key);

/** What keeps the readings from being compared at all. */
function faultsOf(experiment: Experiment, units: readonly ExperimentUnit[]): Fault[] {
  const armKeys = armsInPlay(experiment);
  const counted = unitsInPlay(experiment, units);
  const silent = armKeys.filter(
    (key) => !counted.some((unit) => unit.armKey === key && isRead(unit)),
  );
  const impossible = counted.filter((unit) => readingProblems(unit).some(isImpossible));
  const drawn = units.filter(({ round }) => round === (experiment.round ?? 1));
  const assigned = assignmentRatio(drawn, armKeys, experiment.unit);
  const faults: Fault[] = silent.map((armKey) => ({ why: 'armWithoutReadings', armKey }));
  if (impossible.length > 0) {
    faults.push({ why: 'impossibleReadings', unitIds: impossible.map(({ id }) => id) });
  }
  if (assigned.kind === 'broken') {
    faults.push({ why: 'assignmentRatio', pValue: assigned.pValue });
  }
  if (silent.length === 0) {
    const seen = exposureRatio(counted, armKeys, experiment.unit);
    if (seen.kind === 'broken') faults.push({ why: 'exposureRatio', pValue: seen.pValue });
  }
  return faults;
}

function lacksOf(
  experiment: Experiment,
  read: readonly ExperimentUnit[],
  comparison: Comparison,
): Lack[] {
  const lacks: Lack[] = [];
  const least = leastGroupsPerArm(experiment.alpha);
  if (experiment.unit === 'group') {
    for (const armKey of armsInPlay(experiment)) {
      const groups = read.filter((unit) => unit.armKey === armKey).length;
      if (groups < least) lacks.push({ why: 'tooFewGroups', least, armKey, groups });
    }
  }
  const exposed = read.reduce((sum, unit) => sum + (unit.exposed ?? 0), 0);
  if (exposed < experiment.minPeople) {
    lacks.push({ why: 'tooFewPeople', exposed, wanted: experiment.minPeople });
  }
  if (lacks.length === 0 && comparison.scores.length < armsInPlay(experiment).length - 1) {
    lacks.push({ why: 'nothingVaries' });
  }
  return lacks;
}

const worseBy = (tests: readonly MetricTest[], alpha: number, sign: 1 | -1) =>
  tests.filter(({ diff, pValue }) => diff * sign < 0 && pValue < alpha).map(({ metric }) => metric);

/**
 * The verdict, and none before the end that was fixed at the start: looking every day and stopping
 * at a good moment finds a winner where there is none. An arm wins that is ahead of the first by the
 * weighted score (Holm over the arms) and significantly behind by no metric; the first arm wins
 * where all others are significantly behind it.
 */
export function judge(
  experiment: Experiment,
  units: readonly ExperimentUnit[],
  nowMs: number,
): Judgement {
  const { alpha, startedAt, endsAt } = experiment;
  if (endsAt === undefined || startedAt === undefined || nowMs < endsAt) {
    const isClockBack = startedAt !== undefined && nowMs < startedAt;
    return { kind: 'tooEarly', endsAt, isClockBack };
  }
  const faults = faultsOf(experiment, units);
  if (faults.length > 0) return { kind: 'invalid', faults };
  const armKeys = armsInPlay(experiment);
  const read = unitsInPlay(experiment, units).filter(isRead);
  const comparison = compareArms(read, armKeys, experiment);
  const lacks = lacksOf(experiment, read, comparison);
  if (lacks.length > 0) return { kind: 'notEnough', lacks, comparison };
  return pickWinner(comparison, alpha);
}

function pickWinner(comparison: Comparison, alpha: number): Judgement {
  const { scores, tests, first } = comparison;
  const ahead = scores
    .filter(({ score, adjusted }) => score > 0 && adjusted < alpha)
    .sort((a, b) => b.score - a.score);
  let heldBack: { armKey: string; metrics: ExperimentMetric[] } | undefined;
  for (const { armKey } of ahead) {
    const own = tests.filter((test) => test.armKey === armKey);
    const metrics = worseBy(own, alpha, 1);
    if (metrics.length === 0) return { kind: 'winner', armKey, comparison };
    heldBack ??= { armKey, metrics };
  }
  if (ahead.length === 0 && scores.every((it) => it.score < 0 && it.adjusted < alpha)) {
    const metrics = [...new Set(worseBy(tests, alpha, -1))];
    if (metrics.length === 0) return { kind: 'winner', armKey: first, comparison };
    heldBack = { armKey: first, metrics };
  }
  return { kind: 'noDifference', comparison, ...(heldBack && { heldBack }) };
}
