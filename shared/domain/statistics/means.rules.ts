import { LEAST_ALPHA } from './normal.rules';
import { studentQuantile, studentTwoSided } from './student.rules';

/** Why two lists have no test. */
export type NoMeans = 'notANumber' | 'nobody' | 'oneObservation' | 'noVariation';

export type WelchTest =
  | {
      kind: 'test';
      t: number;
      df: number;
      pValue: number;
      /** Mean of b less mean of a, with its interval. */
      diff: number;
      low: number;
      high: number;
      meanA: number;
      meanB: number;
    }
  | { kind: 'none'; reason: NoMeans };

/**
 * Whether two means differ by more than chance: Welch's (1947) t-test for unequal variances,
 * two-sided, t of A − B as SciPy's `ttest_ind(equal_var=False)`, degrees of freedom by Satterthwaite,
 * and the interval of B − A. Lists of one value or of nothing, and two lists without any spread have
 * no test and say why.
 */
export function welchTest(a: readonly number[], b: readonly number[], alpha = 0.05): WelchTest {
  if (!(alpha >= LEAST_ALPHA && alpha < 1)) return { kind: 'none', reason: 'notANumber' };
  if (![...a, ...b].every(Number.isFinite)) return { kind: 'none', reason: 'notANumber' };
  const least = Math.min(a.length, b.length);
  if (least < 2) return { kind: 'none', reason: least === 0 ? 'nobody' : 'oneObservation' };
  return welchOfSummaries(describe(a), describe(b), alpha);
}

/** A list told by its mean, its variance (divisor n − 1) and how many it has. */
export type Summary = { mean: number; variance: number; n: number };

/** `welchTest` where only the summaries of the two lists are known; same answers, same reasons. */
export function welchOfSummaries(a: Summary, b: Summary, alpha = 0.05): WelchTest {
  const numbers = [a.mean, a.variance, a.n, b.mean, b.variance, b.n];
  if (!(alpha >= LEAST_ALPHA && alpha < 1) || !numbers.every(Number.isFinite)) {
    return { kind: 'none', reason: 'notANumber' };
  }
  const least = Math.min(a.n, b.n);
  if (least < 2) return { kind: 'none', reason: least < 1 ? 'nobody' : 'oneObservation' };
  const errorA = a.variance / a.n;
  const errorB = b.variance / b.n;
  const error = Math.sqrt(errorA + errorB);
  if (error === 0) return { kind: 'none', reason: 'noVariation' };
  // In shares of the larger one: the squares of tiny variances would vanish.
  const [shareA, shareB] = [errorA / (errorA + errorB), errorB / (errorA + errorB)];
  const df = 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1));
  const diff = b.mean - a.mean;
  const t = -diff / error;
  if (![t, df, error].every(Number.isFinite)) return { kind: 'none', reason: 'notANumber' };
  const half = studentQuantile(alpha, df) * error;
  return {
    kind: 'test',
    t: t === 0 ? 0 : t,
    df,
    pValue: studentTwoSided(Math.abs(t), df),
    diff,
    low: diff - half,
    high: diff + half,
    meanA: a.mean,
    meanB: b.mean,
  };
}

function describe(values: readonly number[]): Summary {
  const [first = 0] = values;
  // Around the first value, so that equal values have no spread at all.
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + (value - first), 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - first - mean) ** 2, 0);
  return { mean: first + mean, variance: squares / (n - 1), n };
}
