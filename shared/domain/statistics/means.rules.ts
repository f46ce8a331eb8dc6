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
  const [of, other] = [describe(a), describe(b)];
  const errorA = of.variance / a.length;
  const errorB = other.variance / b.length;
  const error = Math.sqrt(errorA + errorB);
  if (error === 0) return { kind: 'none', reason: 'noVariation' };
  // In shares of the larger one: the squares of tiny variances would vanish.
  const [shareA, shareB] = [errorA / (errorA + errorB), errorB / (errorA + errorB)];
  const df = 1 / (shareA ** 2 / (a.length - 1) + shareB ** 2 / (b.length - 1));
  const diff = other.mean - of.mean;
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
    meanA: of.mean,
    meanB: other.mean,
  };
}

function describe(values: readonly number[]): { mean: number; variance: number } {
  const [first = 0] = values;
  // Around the first value, so that equal values have no spread at all.
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + (value - first), 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - first - mean) ** 2, 0);
  return { mean: first + mean, variance: squares / (n - 1) };
}
