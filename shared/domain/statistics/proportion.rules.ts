import { LEAST_ALPHA, normalQuantile, normalUpperTail } from './normal.rules';

/** Below this many people a percentage says more about chance than about the work. */
export const SMALL_SAMPLE_SIZE = 30;
const DEFAULT_ALPHA = 0.05;

/** Why a share has no interval or two shares have no test. */
export type NoProportion =
  | 'notACount'
  | 'nobody'
  | 'moreThanAll'
  | 'noVariation'
  | 'notAProbability';

/** A share's interval, 0–1, or the reason why there is none. */
export type Interval =
  | { kind: 'interval'; low: number; high: number }
  | { kind: 'none'; reason: NoProportion };

/** `count` of `total`: whole numbers of people. */
export type Share = { count: number; total: number };

/** What is wrong with a share; nothing where it can be reckoned with. */
export function shareProblem({ count, total }: Share): NoProportion | undefined {
  if (!Number.isInteger(count) || !Number.isInteger(total) || count < 0 || total < 0) {
    return 'notACount';
  }
  if (total === 0) return 'nobody';
  return count > total ? 'moreThanAll' : undefined;
}

const alphaProblem = (alpha: number): NoProportion | undefined =>
  alpha >= LEAST_ALPHA && alpha < 1 ? undefined : 'notAProbability';

/**
 * The score interval of Wilson (1927), without continuity correction: with z the normal quantile
 * of 1 − α/2, (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * The ends are exactly 0 for nobody and exactly 1 for everybody.
 */
export function wilsonInterval(share: Share, alpha = DEFAULT_ALPHA): Interval {
  const problem = shareProblem(share) ?? alphaProblem(alpha);
  if (problem) return { kind: 'none', reason: problem };
  const { count, total } = share;
  const z = -normalQuantile(alpha / 2);
  const p = count / total;
  const scale = 1 + (z * z) / total;
  const centre = (p + (z * z) / (2 * total)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total));
  return {
    kind: 'interval',
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === total ? 1 : Math.min(1, centre + half),
  };
}

export type TwoProportions =
  | { kind: 'test'; z: number; pValue: number; diff: number; low: number; high: number }
  | { kind: 'none'; reason: NoProportion };

/**
 * Whether two shares differ by more than chance: the two-sided z-test with pooled variance
 * (z of A − B, as statsmodels' `proportions_ztest`), and for the difference B − A the hybrid score
 * interval of Newcombe (1998), method 10. Shares that are both 0 or both 1 have no z:
 * `noVariation`.
 */
export function twoProportions(a: Share, b: Share, alpha = DEFAULT_ALPHA): TwoProportions {
  const problem = shareProblem(a) ?? shareProblem(b) ?? alphaProblem(alpha);
  if (problem) return { kind: 'none', reason: problem };
  const pooled = (a.count + b.count) / (a.total + b.total);
  if (pooled === 0 || pooled === 1) return { kind: 'none', reason: 'noVariation' };
  const pA = a.count / a.total;
  const pB = b.count / b.total;
  const z = (pA - pB) / Math.sqrt(pooled * (1 - pooled) * (1 / a.total + 1 / b.total));
  const intervalA = wilsonInterval(a, alpha);
  const intervalB = wilsonInterval(b, alpha);
  if (intervalA.kind === 'none') return intervalA;
  if (intervalB.kind === 'none') return intervalB;
  const diff = pB - pA;
  return {
    kind: 'test',
    z,
    pValue: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
    diff,
    low: diff - Math.hypot(pB - intervalB.low, intervalA.high - pA),
    high: diff + Math.hypot(intervalB.high - pB, pA - intervalA.low),
  };
}

/** How sure one may be that a change is more than noise, in the order of the words on screen. */
export type ChangeVerdict =
  | 'likelyReal'
  | 'maybeNoise'
  | 'tooFew'
  | 'noVariation'
  | 'notComparable';

/** Puts a change between two shares into one of the words; fewer than 30 people never convince. */
export function judgeChange(before: Share, after: Share, alpha = DEFAULT_ALPHA): ChangeVerdict {
  const test = twoProportions(before, after, alpha);
  if (test.kind === 'none') {
    return test.reason === 'noVariation' ? 'noVariation' : 'notComparable';
  }
  if (Math.min(before.total, after.total) < SMALL_SAMPLE_SIZE) return 'tooFew';
  return test.pValue < alpha ? 'likelyReal' : 'maybeNoise';
}
