import type { FunnelBar } from './funnel.rules';

/** What a step's conversion is held against, and where it comes from. */
export type StepReference = {
  kind: 'target' | 'earlierRuns' | 'case';
  /** 0–1. */
  rate: number;
  /** The article of a case figure. */
  source?: string;
  /** People that the rate of earlier runs rests on, and those runs. */
  n?: number;
  runs?: number;
};

export type References = ReadonlyMap<number, StepReference>;

/** What raising one step to its reference would bring. */
export type StepGain = {
  position: number;
  rate: number;
  targetRate: number;
  reference: StepReference;
  /** More people at the end of the flow, all other steps staying as they are. */
  gainedPeople: number;
  /** True while later steps have no count and their references stand in for them. */
  isAssumed: boolean;
};

export type Bottleneck =
  | ({ kind: 'found' } & StepGain)
  | { kind: 'none'; reason: 'tooFewSteps' | 'noReference' | 'allReached' | 'nobody' };

/** The flow's way to its end: optional and skipped steps are no part of it. */
const requiredBars = (bars: readonly FunnelBar[]) =>
  bars.filter((bar) => bar.status !== 'skipped' && bar.problem !== 'notACount' && !bar.isOptional);

/** The leader's own targets, as the bars carry them. */
function targetsOf(bars: readonly FunnelBar[]): References {
  return new Map(
    bars.flatMap(({ position, targetRate }) =>
      targetRate === undefined ? [] : [[position, { kind: 'target', rate: targetRate }]],
    ),
  );
}

/** The people whom one more person after this bar would bring to the end. */
function laterRate(after: readonly FunnelBar[], references: References) {
  return {
    rate: after.reduce(
      (product, { rate, position }) => product * (rate ?? references.get(position)?.rate ?? 1),
      1,
    ),
    isAssumed: after.some((next) => next.rate === undefined),
  };
}

/**
 * What every step below its reference would bring at the end, most first. With aᵢ people before
 * step i, the end would hold aᵢ · referenceᵢ · Π later rates; the gain is that less today's end. A
 * later step without a count, or after a step where nobody stood, counts with its reference (1
 * where it has none): the same factor for every step before it, so the order does not hang on it.
 * `references` by position; the targets of the bars where none are given.
 */
export function stepGains(
  bars: readonly FunnelBar[],
  references: References = targetsOf(bars),
): StepGain[] {
  const chain = requiredBars(bars);
  const gains: StepGain[] = [];
  for (const [index, { position, base, rate }] of chain.entries()) {
    const reference = references.get(position);
    if (base === undefined || rate === undefined || !reference) continue;
    if (rate >= reference.rate) continue;
    const later = laterRate(chain.slice(index + 1), references);
    gains.push({
      position,
      rate,
      targetRate: reference.rate,
      reference,
      gainedPeople: base * (reference.rate - rate) * later.rate,
      isAssumed: later.isAssumed,
    });
  }
  return gains.sort((a, b) => b.gainedPeople - a.gainedPeople || a.position - b.position);
}

/**
 * The step which, raised to its reference rate, brings the most people into groups: not the lowest
 * rate, for a low rate may be as good as that step gets.
 */
export function findBottleneck(
  bars: readonly FunnelBar[],
  references: References = targetsOf(bars),
): Bottleneck {
  const converted = requiredBars(bars).filter((bar) => bar.base !== undefined);
  if (converted.length === 0) return { kind: 'none', reason: 'tooFewSteps' };
  const measurable = converted.filter((bar) => bar.rate !== undefined);
  if (measurable.length === 0) return { kind: 'none', reason: 'nobody' };
  if (measurable.every((bar) => !references.has(bar.position))) {
    return { kind: 'none', reason: 'noReference' };
  }
  const best = stepGains(bars, references)[0];
  if (!best) return { kind: 'none', reason: 'allReached' };
  return best.gainedPeople > 0 ? { kind: 'found', ...best } : { kind: 'none', reason: 'nobody' };
}

export type WhatIf =
  | {
      kind: 'answer';
      /** People at the end of the flow as it is, and with the step at the rate. */
      peopleNow: number;
      peopleThen: number;
      gainedPeople: number;
      isAssumed: boolean;
    }
  | { kind: 'none'; reason: 'notARate' | 'noConversion' };

/**
 * People at the end of the flow if the step at `position` converted with `rate` (0–1), all other
 * steps staying as they are; later steps without a count count with their reference (1 without).
 */
export function whatIf(
  bars: readonly FunnelBar[],
  position: number,
  rate: number,
  references: References = targetsOf(bars),
): WhatIf {
  if (!(rate >= 0 && rate <= 1)) return { kind: 'none', reason: 'notARate' };
  const chain = requiredBars(bars);
  const index = chain.findIndex((bar) => bar.position === position);
  const bar = chain[index];
  if (bar?.base === undefined || bar.rate === undefined) {
    return { kind: 'none', reason: 'noConversion' };
  }
  const later = laterRate(chain.slice(index + 1), references);
  const peopleNow = bar.base * bar.rate * later.rate;
  const peopleThen = bar.base * rate * later.rate;
  return {
    kind: 'answer',
    peopleNow,
    peopleThen,
    gainedPeople: peopleThen - peopleNow,
    isAssumed: later.isAssumed,
  };
}

/**
 * The conversion of each step over earlier runs: everybody who arrived out of everybody who stood
 * before it, in the runs where both are counted and no more arrived than stood there.
 */
export function referencesOfRuns(runs: readonly (readonly FunnelBar[])[]): References {
  const sums = new Map<number, { count: number; base: number; runs: number }>();
  for (const { position, count, base, problem } of runs.flat()) {
    if (count === undefined || !base || problem) continue;
    const sum = sums.get(position) ?? { count: 0, base: 0, runs: 0 };
    sums.set(position, { count: sum.count + count, base: sum.base + base, runs: sum.runs + 1 });
  }
  return new Map(
    [...sums].map(([position, { count, base, runs: n }]) => [
      position,
      { kind: 'earlierRuns', rate: count / base, n: base, runs: n },
    ]),
  );
}
