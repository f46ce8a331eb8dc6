import {
  type ChangeVerdict,
  type NoProportion,
  SMALL_SAMPLE_SIZE,
  twoProportions,
} from '@shared/domain/statistics/proportion.rules';
import { holm } from '@shared/domain/statistics/several-tests.rules';
import type { FunnelBar } from './funnel.rules';

/** One step of two funnels, b against a. */
export type StepComparison = {
  position: number;
  a?: FunnelBar;
  b?: FunnelBar;
  verdict: ChangeVerdict;
  /** Why there is nothing to compare. */
  reason?: NoProportion | 'noConversion' | 'otherBase';
  /** b − a in share of people, with its 95 % interval. */
  diff?: number;
  low?: number;
  high?: number;
  z?: number;
  pValue?: number;
  /** After Holm over all steps that could be tested. */
  adjustedP?: number;
};

/**
 * Two funnels step by step: does b's conversion differ from a's by more than chance? The
 * two-proportion z-test per step, p-values by Holm over the steps tested, so that of many steps one
 * is not called real by luck. Fewer than 30 people on either side never convince (`tooFew`); steps
 * compared with different steps before them are `notComparable` (`otherBase`). In order of
 * position, every step of either funnel.
 */
export function compareFunnels(
  a: readonly FunnelBar[],
  b: readonly FunnelBar[],
  alpha = 0.05,
): StepComparison[] {
  const positions = [...new Set([...a, ...b].map(({ position }) => position))].sort(
    (x, y) => x - y,
  );
  const steps = positions.map((position) => {
    const before = a.find((bar) => bar.position === position);
    const after = b.find((bar) => bar.position === position);
    return testStep(position, before, after, alpha);
  });
  const adjusted = holm(steps.map(({ pValue }) => pValue));
  return steps.map((step, index) => {
    const adjustedP = adjusted[index];
    if (adjustedP === undefined) return step;
    if (isSmall(step.a) || isSmall(step.b)) return { ...step, adjustedP, verdict: 'tooFew' };
    return { ...step, adjustedP, verdict: adjustedP < alpha ? 'likelyReal' : 'maybeNoise' };
  });
}

const isSmall = (bar: FunnelBar | undefined) => (bar?.base ?? 0) < SMALL_SAMPLE_SIZE;

function testStep(
  position: number,
  a: FunnelBar | undefined,
  b: FunnelBar | undefined,
  alpha: number,
): StepComparison {
  const step: StepComparison = {
    position,
    ...(a ? { a } : {}),
    ...(b ? { b } : {}),
    verdict: 'notComparable',
  };
  if (a?.base === undefined || b?.base === undefined) return { ...step, reason: 'noConversion' };
  if (a.previousPosition !== b.previousPosition) return { ...step, reason: 'otherBase' };
  const test = twoProportions(
    { count: a.count ?? 0, total: a.base },
    { count: b.count ?? 0, total: b.base },
    alpha,
  );
  if (test.kind === 'test') {
    const { diff, low, high, z, pValue } = test;
    return { ...step, diff, low, high, z, pValue };
  }
  const verdict = test.reason === 'noVariation' ? 'noVariation' : 'notComparable';
  return { ...step, verdict, reason: test.reason };
}

export type TargetVerdict = 'above' | 'inside' | 'below' | 'tooFew' | 'notComparable' | 'noTarget';

/**
 * A step against its target: is the target inside the 95 % interval of the conversion? Then the
 * two cannot be told apart; else the step is surely above or below it.
 */
export function compareWithTarget(bar: FunnelBar, target = bar.targetRate): TargetVerdict {
  if (target === undefined) return 'noTarget';
  if (bar.interval?.kind !== 'interval') return 'notComparable';
  if (bar.isSmall) return 'tooFew';
  if (target < bar.interval.low) return 'above';
  return target > bar.interval.high ? 'below' : 'inside';
}
