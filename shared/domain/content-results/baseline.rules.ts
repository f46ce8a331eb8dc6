import { studentQuantile } from '../statistics/student.rules';

/** Orders of a window of an earlier week, by so many people inside. */
export type EarlierWindow = { orders: number; people: number };

/**
 * What the same groups usually order in the same hours of the week: an estimate, no experiment.
 * `low`/`high` is where one more such week would lie in 95 of 100 cases; absent below two weeks.
 */
export type Baseline = {
  weeks: number;
  expected: number;
  actual: number;
  lift: number;
  low?: number;
  high?: number;
};

/**
 * Orders per person inside in the earlier windows, times the people inside now; the prediction
 * interval for one more window is mean ± t(k−1)·s·√(1 + 1/k) of the k windows (Hahn & Meeker 1991,
 * §4.7). Windows with nobody inside say nothing and are left out; undefined when none is left.
 */
export function baselineOf(
  actual: number,
  people: number,
  earlier: readonly EarlierWindow[],
): Baseline | undefined {
  const scaled = earlier
    .filter((window) => window.people > 0)
    .map((window) => (window.orders / window.people) * people);
  const weeks = scaled.length;
  if (weeks === 0 || people === 0) return undefined;
  const expected = scaled.reduce((sum, value) => sum + value, 0) / weeks;
  const base = { weeks, expected, actual, lift: actual - expected };
  if (weeks < 2) return base;
  const squares = scaled.reduce((sum, value) => sum + (value - expected) ** 2, 0);
  const spread = Math.sqrt(squares / (weeks - 1)) * Math.sqrt(1 + 1 / weeks);
  const half = studentQuantile(0.05, weeks - 1) * spread;
  return { ...base, low: actual - expected - half, high: actual - expected + half };
}
