import type { FunnelBar } from './funnel.rules';

/** What raising one step to its reference would bring. */
export type StepGain = {
  position: number;
  rate: number;
  targetRate: number;
  /** More people at the end of the flow, all other steps staying as they are. */
  gainedPeople: number;
  /** True while later steps have no count and their references stand in for them. */
  isAssumed: boolean;
};

export type Bottleneck =
  | ({ kind: 'found' } & StepGain)
  | { kind: 'none'; reason: 'tooFewSteps' | 'noReference' | 'allReached' | 'nobody' };

/**
 * What every step below its reference would bring at the end, most first. With aᵢ people before
 * step i, the end would hold aᵢ · targetᵢ · Π later rates; the gain is that less today's end. A
 * later step without a count, or after a step where nobody stood, counts with its reference (1
 * where it has none): the same factor for every step before it, so the order does not hang on it.
 */
export function stepGains(bars: readonly FunnelBar[]): StepGain[] {
  const chain = bars.filter((bar) => bar.status !== 'skipped' && bar.problem !== 'notACount');
  const gains: StepGain[] = [];
  for (const [index, bar] of chain.entries()) {
    const { base, rate, targetRate } = bar;
    if (base === undefined || rate === undefined || targetRate === undefined) continue;
    if (rate >= targetRate) continue;
    const after = chain.slice(index + 1);
    const later = after.reduce((product, next) => product * (next.rate ?? next.targetRate ?? 1), 1);
    gains.push({
      position: bar.position,
      rate,
      targetRate,
      gainedPeople: base * (targetRate - rate) * later,
      isAssumed: after.some((next) => next.rate === undefined),
    });
  }
  return gains.sort((a, b) => b.gainedPeople - a.gainedPeople || a.position - b.position);
}

/**
 * The step which, raised to its reference rate, brings the most people into groups: not the lowest
 * rate, for a low rate may be as good as that step gets.
 */
export function findBottleneck(bars: readonly FunnelBar[]): Bottleneck {
  const converted = bars.filter((bar) => bar.base !== undefined);
  if (converted.length === 0) return { kind: 'none', reason: 'tooFewSteps' };
  const measurable = converted.filter((bar) => bar.rate !== undefined);
  if (measurable.length === 0) return { kind: 'none', reason: 'nobody' };
  if (measurable.every((bar) => bar.targetRate === undefined)) {
    return { kind: 'none', reason: 'noReference' };
  }
  const best = stepGains(bars)[0];
  if (!best) return { kind: 'none', reason: 'allReached' };
  return best.gainedPeople > 0 ? { kind: 'found', ...best } : { kind: 'none', reason: 'nobody' };
}
