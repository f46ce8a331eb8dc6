import { findBottleneck } from '@shared/domain/funnel/bottleneck.rules';
import { compareWithTarget, type TargetVerdict } from '@shared/domain/funnel/compare-funnels.rules';
import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { type MetricStatus, metricStatusOf } from './metric.rules';
import type { SopStep } from './sop.schema';

/** What became of one step: the number read, what was aimed at, and how far apart they are. */
export type StepFact = {
  position: number;
  count?: number;
  /** The share of the step before, where it has one. */
  bar?: FunnelBar;
  /** Share of people: rate − target rate; other metrics: number − target, in the metric's unit. */
  gap?: number;
  /** For shares of people: whether the target lies outside the 95 % interval. */
  verdict: TargetVerdict;
  /** The number against its own target and red line. */
  status: MetricStatus;
};

export type ReviewFacts = {
  steps: StepFact[];
  /** The step to look at first, and why it is that one. */
  worst?: {
    position: number;
    by: 'bottleneck' | 'redLine' | 'belowTarget';
    gainedPeople?: number;
  };
  /** Steps done after their due time, by how much (ms). */
  late: { position: number; byMs: number }[];
  /** Steps completed with open items. */
  overrides: { position: number; keys: string[]; reason?: string; by?: string }[];
  skips: { position: number; reason: string; by?: string }[];
};

/** How far below its target a number is, as a share of the target; for metrics of other units. */
function shortfall(step: SopStep): number {
  const { targetValue, direction } = step.definition.metric;
  if (targetValue === undefined || targetValue === 0 || step.metricCount === undefined) return 0;
  const gap = (targetValue - step.metricCount) / targetValue;
  return direction === 'higher' ? gap : -gap;
}

function factOf(step: SopStep, bar: FunnelBar | undefined): StepFact {
  const { metric } = step.definition;
  const count = bar?.count ?? step.metricCount;
  const rate = bar?.base === undefined ? undefined : bar.rate;
  const gap =
    metric.targetValue !== undefined && count !== undefined
      ? count - metric.targetValue
      : rate !== undefined && metric.targetRate !== undefined
        ? rate - metric.targetRate
        : undefined;
  return {
    position: step.position,
    ...(count === undefined ? {} : { count }),
    ...(bar ? { bar } : {}),
    ...(gap === undefined ? {} : { gap }),
    verdict: bar?.base === undefined ? 'noTarget' : compareWithTarget(bar, metric.targetRate),
    status: count === undefined ? 'none' : metricStatusOf(metric, { count, rate }),
  };
}

/**
 * The step whose rise to its target would bring most people in; where the flow counts no people, a
 * step beyond its red line, then the one that is furthest below its target.
 */
function worstOf(
  steps: readonly SopStep[],
  facts: readonly StepFact[],
  bars: readonly FunnelBar[],
) {
  const found = findBottleneck(bars);
  if (found.kind === 'found') {
    const { position, gainedPeople } = found;
    return { position, by: 'bottleneck' as const, gainedPeople };
  }
  const red = facts.find(({ status }) => status === 'red');
  if (red) return { position: red.position, by: 'redLine' as const };
  const below = steps
    .map((step) => ({ position: step.position, short: shortfall(step) }))
    .filter(({ short }) => short > 0)
    .sort((a, b) => b.short - a.short)[0];
  return below && { position: below.position, by: 'belowTarget' as const };
}

/**
 * What a run's own records say when it is over. `bars` are those of its funnel, in order of
 * position; steps whose metric counts no people have none.
 */
export function reviewFacts(steps: readonly SopStep[], bars: readonly FunnelBar[]): ReviewFacts {
  const facts = steps.map((step) =>
    factOf(
      step,
      bars.find(({ position }) => position === step.position),
    ),
  );
  const worst = worstOf(steps, facts, bars);
  return {
    steps: facts,
    ...(worst ? { worst } : {}),
    late: steps.flatMap(({ state, position, doneAt, dueAt }) =>
      state === 'done' && doneAt !== undefined && doneAt > dueAt
        ? [{ position, byMs: doneAt - dueAt }]
        : [],
    ),
    overrides: steps.flatMap((step) =>
      step.overriddenKeys.length === 0
        ? []
        : [
            {
              position: step.position,
              keys: step.overriddenKeys,
              ...(step.overrideReason ? { reason: step.overrideReason } : {}),
              ...((step.overriddenBy ?? step.doneBy)
                ? { by: step.overriddenBy ?? step.doneBy }
                : {}),
            },
          ],
    ),
    skips: steps.flatMap(({ state, position, skipReason, doneBy }) =>
      state === 'skipped'
        ? [{ position, reason: skipReason ?? '', ...(doneBy ? { by: doneBy } : {}) }]
        : [],
    ),
  };
}
