import {
  clusterCorrelation,
  yesNoCluster,
} from '@shared/domain/statistics/cluster-correlation.rules';
import { sampleSize } from '@shared/domain/statistics/sample-size.rules';
import {
  clustersNeeded,
  type VisibleDifference,
  visibleForClusters,
  visibleForPeople,
} from '@shared/domain/statistics/visible-difference.rules';
import { clustersOf } from './comparison.rules';
import type { Experiment, ExperimentUnit } from './experiment.schema';
import { type HalvingRound, halvingRounds } from './halving.rules';
import { leastGroupsPerArm } from './verdict.rules';

/** Assumed before anybody knows better: people of one chat group are a little alike. */
export const USUAL_CORRELATION = 0.01;
export const USUAL_BASELINE = 0.05;

export type PlanRemark =
  | { kind: 'tooFewGroups'; least: number; groups: number; arms: number }
  | { kind: 'oneGroup' }
  | { kind: 'moreArmsThanUnits' }
  | { kind: 'belowMinPeople'; people: number; wanted: number }
  | { kind: 'fewPerArm'; perArm: number };

export type ExperimentPlan = {
  arms: number;
  /** Groups that are shared out; 0 for lots of people. */
  groups: number;
  people: number;
  /** People expected to see one arm (of the last round, where there are rounds). */
  perArm: number;
  /** Of the decisive comparison, each arm against the first, at α over their number. */
  visible: VisibleDifference;
  /** People (and groups) an arm for the smallest difference worth knowing. */
  needed?: { peoplePerArm: number; groupsPerArm?: number };
  rounds: HalvingRound[];
  remarks: PlanRemark[];
};

export type PlanInput = Pick<
  Experiment,
  | 'unit'
  | 'design'
  | 'alpha'
  | 'power'
  | 'minPeople'
  | 'baseline'
  | 'smallestEffect'
  | 'clusterCorrelation'
  | 'expectedReach'
> & { arms: number; groupSizes: readonly number[] };

/** Sizes dealt to the arms in turn, largest first and back again, as a fair lot would. */
function dealt(sizes: readonly number[], arms: number): number[][] {
  const hands: number[][] = Array.from({ length: arms }, () => []);
  const sorted = [...sizes].sort((a, b) => b - a);
  for (const [at, size] of sorted.entries()) {
    const turn = at % (2 * arms);
    hands[turn < arms ? turn : 2 * arms - 1 - turn]?.push(size);
  }
  return hands;
}

function neededFor(input: PlanInput, alpha: number, typicalSize: number) {
  const { smallestEffect: effect, baseline = USUAL_BASELINE, power } = input;
  if (effect === undefined || effect <= 0 || baseline + effect > 1) return undefined;
  if (input.unit === 'person') {
    const size = sampleSize({ p1: baseline, p2: baseline + effect, alpha, power });
    return size.kind === 'none' ? undefined : { peoplePerArm: size.perArm };
  }
  const correlation = input.clusterCorrelation ?? USUAL_CORRELATION;
  const size = clustersNeeded({ baseline, alpha, power }, effect, typicalSize, correlation);
  if (size.kind === 'none') return undefined;
  return { peoplePerArm: size.peoplePerArm, groupsPerArm: size.clustersPerArm };
}

/**
 * What these groups can show before anything is sent: the smallest visible difference, rounds of
 * halving, and what stands in the way. Sizes are people inside; `expectedReach` of them see it.
 */
export function planExperiment(input: PlanInput): ExperimentPlan {
  const { arms, unit, design, groupSizes, minPeople } = input;
  const reach = input.expectedReach ?? 1;
  const seen = groupSizes.map((size) => size * reach);
  const people = groupSizes.reduce((sum, size) => sum + size, 0);
  const exposed = people * reach;
  const isByGroup = unit === 'group';
  const last = design === 'halving' ? Math.min(2, arms) : arms;
  const alpha = input.alpha / Math.max(1, last - 1);
  const precision = { baseline: input.baseline ?? USUAL_BASELINE, alpha, power: input.power };
  const [first = [], second = []] = dealt(seen, Math.max(2, last));
  const visible = isByGroup
    ? visibleForClusters(precision, [first, second], input.clusterCorrelation ?? USUAL_CORRELATION)
    : visibleForPeople(precision, exposed / Math.max(2, last));
  const typical = seen.length > 0 ? exposed / seen.length : 0;
  const needed = neededFor(input, alpha, typical);
  const perArm = Math.floor(exposed / Math.max(2, last));
  return {
    arms,
    groups: isByGroup ? groupSizes.length : 0,
    people,
    perArm,
    visible,
    ...(needed && { needed }),
    rounds:
      design === 'halving'
        ? halvingRounds(arms, isByGroup ? groupSizes.length : people, exposed)
        : [],
    remarks: remarksOf(input, { people, exposed, perArm, last, minPeople }),
  };
}

function remarksOf(
  { unit, arms, alpha, groupSizes, design }: PlanInput,
  it: { people: number; exposed: number; perArm: number; last: number; minPeople: number },
): PlanRemark[] {
  const remarks: PlanRemark[] = [];
  const groups = groupSizes.length;
  if (unit === 'group') {
    const least = leastGroupsPerArm(alpha);
    if (groups === 1) remarks.push({ kind: 'oneGroup' });
    else if (groups < arms) remarks.push({ kind: 'moreArmsThanUnits' });
    else if (Math.floor(groups / it.last) < least) {
      remarks.push({ kind: 'tooFewGroups', least, groups, arms: it.last });
    }
  } else if (it.people > 0 && it.people < arms) remarks.push({ kind: 'moreArmsThanUnits' });
  if (it.people > 0 && it.exposed < it.minPeople) {
    remarks.push({ kind: 'belowMinPeople', people: Math.floor(it.exposed), wanted: it.minPeople });
  }
  if (design === 'parallel' && arms > 4 && it.people > 0) {
    remarks.push({ kind: 'fewPerArm', perArm: it.perArm });
  }
  return remarks;
}

/** Every title with every cover with every call to action, and what that leaves for each. */
export function cellsOf(options: readonly number[], people: number) {
  const cells = options.reduce((all, n) => all * Math.max(1, Math.floor(n)), 1);
  return { cells, perCell: people / cells };
}

/** How alike people of one group were in an experiment, by conversion; for the next plan. */
export function correlationOf(
  units: readonly ExperimentUnit[],
  armKeys: readonly string[],
): number | undefined {
  return clusterCorrelation(
    armKeys.map((key) =>
      clustersOf(
        units.filter(({ armKey }) => armKey === key),
        'conversion',
      ).map(yesNoCluster),
    ),
  );
}
