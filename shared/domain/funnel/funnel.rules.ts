import {
  type Interval,
  SMALL_SAMPLE_SIZE,
  wilsonInterval,
} from '@shared/domain/statistics/proportion.rules';

/** One step as the funnel sees it: a count of people, or none yet, or left out on purpose. */
export type FunnelInput = {
  /** 1-based place in the flow. */
  position: number;
  count?: number | undefined;
  isSkipped?: boolean;
  /** May be left out; where somebody did, no step is compared with it. */
  isOptional?: boolean;
  /** Somebody is known to have left it out; more people at the next counted step tell so too. */
  isLeftOut?: boolean;
  /** The conversion from the step before that the leader aims at, 0–1. */
  targetRate?: number | undefined;
};

/** What does not add up at a step; shown as a sentence, never corrected in silence. */
export type FunnelProblem = 'moreThanBefore' | 'nobodyBefore' | 'notACount';

export type FunnelBar = {
  position: number;
  status: 'counted' | 'waiting' | 'skipped';
  count?: number;
  /** The counted step that this one is compared with: the last required one before it. */
  previousPosition?: number;
  /** Steps between the two that are no base, and why. */
  passedOver?: { position: number; why: 'optional' | 'waiting' | 'skipped' | 'notACount' }[];
  /** Was left out by somebody: the step after it is compared with the one before it. */
  isOptional?: true;
  /** How many stood there: the n of the rate. */
  base?: number;
  /** From the counted step before; above 1 when more people arrived than stood there. */
  rate?: number;
  /** From the first counted step. */
  rateFromTop?: number;
  interval?: Interval;
  /** The rate rests on fewer than 30 people. */
  isSmall: boolean;
  problem?: FunnelProblem;
  targetRate?: number;
};

/**
 * Counts per step → conversion from the step before and from the top. A skipped step and one
 * without a count are left out of the chain: the next step is compared with the last counted one.
 * An optional step that somebody left out has its own conversion but is no base: they are not
 * missing there, so the step after it is compared with the last required one too. Where nobody left
 * it out, it is a step like any other.
 * The first counted step has rate 1 and no interval. `steps` must be in order of position.
 */
export function computeFunnel(steps: readonly FunnelInput[]): FunnelBar[] {
  let previous: { position: number; count: number } | undefined;
  let top: number | undefined;
  let passedOver: NonNullable<FunnelBar['passedOver']> = [];
  const passOver = (position: number, why: (typeof passedOver)[number]['why']) => {
    if (previous) passedOver.push({ position, why });
  };
  return steps.map((step, place) => {
    const bar: FunnelBar = { position: step.position, status: statusOf(step), isSmall: false };
    if (step.targetRate !== undefined) bar.targetRate = step.targetRate;
    const isNoBase = wasLeftOut(step, steps.slice(place + 1));
    if (isNoBase) bar.isOptional = true;
    if (bar.status !== 'counted' || step.count === undefined) {
      passOver(step.position, bar.status === 'skipped' ? 'skipped' : 'waiting');
      return bar;
    }
    const { count } = step;
    bar.count = count;
    if (!Number.isInteger(count) || count < 0) {
      passOver(step.position, 'notACount');
      return { ...bar, problem: 'notACount' };
    }
    if (previous) {
      describeConversion(bar, count, previous, top);
      if (passedOver.length > 0) bar.passedOver = [...passedOver];
    } else Object.assign(bar, { rate: 1, rateFromTop: 1 });
    if (isNoBase) {
      passOver(step.position, 'optional');
      return bar;
    }
    previous = { position: step.position, count };
    passedOver = [];
    top ??= count;
    return bar;
  });
}

function wasLeftOut(step: FunnelInput, later: readonly FunnelInput[]): boolean {
  if (!step.isOptional) return false;
  const next = later.find(({ count, isSkipped }) => count !== undefined && !isSkipped)?.count;
  const tells = next !== undefined && step.count !== undefined && next > step.count;
  return step.isLeftOut === true || tells;
}

function statusOf(step: FunnelInput): FunnelBar['status'] {
  if (step.isSkipped) return 'skipped';
  return step.count === undefined ? 'waiting' : 'counted';
}

function describeConversion(
  bar: FunnelBar,
  count: number,
  previous: { position: number; count: number },
  top: number | undefined,
): void {
  bar.previousPosition = previous.position;
  bar.base = previous.count;
  bar.isSmall = previous.count < SMALL_SAMPLE_SIZE;
  bar.interval = wilsonInterval({ count, total: previous.count });
  if (top !== undefined && top > 0) bar.rateFromTop = count / top;
  if (count > previous.count) bar.problem = 'moreThanBefore';
  else if (previous.count === 0) bar.problem = 'nobodyBefore';
  if (previous.count > 0) bar.rate = count / previous.count;
}
