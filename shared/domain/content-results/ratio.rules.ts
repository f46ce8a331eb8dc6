import { SMALL_SAMPLE_SIZE, wilsonInterval } from '../statistics/proportion.rules';
import { studentQuantile, studentTwoSided } from '../statistics/student.rules';
import { type Entry, MEASURE_KIND, type Measure, partsOf } from './measures.rules';

/**
 * A measure over several items: Σnum ÷ Σden. `n` is Σden (people, openings, orders, sendings),
 * `items` how many items told it. The interval of a share is Wilson's, of a mean that of the ratio
 * estimator; it is absent where nothing can be said.
 */
export type Reading = {
  items: number;
  num: number;
  n: number;
  value: number;
  low?: number;
  high?: number;
  /** Too little to show as a percentage or a mean. */
  isThin: boolean;
  /** Variance of the value from item to item, with two items or more. */
  variance?: number;
};

/**
 * The measure of these entries; undefined when none tells it. The variance is that of a ratio
 * estimator with items as units (Cochran 1977, §6.3): m/(m−1)·Σ(num − R·den)² ÷ (Σden)². With one
 * unit of den each it is the variance of a mean.
 */
export function readingOf(entries: readonly Entry[], measure: Measure): Reading | undefined {
  const parts = entries.flatMap((entry) => partsOf(entry, measure) ?? []);
  const num = parts.reduce((sum, part) => sum + part.num, 0);
  const n = parts.reduce((sum, part) => sum + part.den, 0);
  const items = parts.length;
  if (items === 0 || n === 0) return undefined;
  const value = num / n;
  const reading: Reading = { items, num, n, value, isThin: n < SMALL_SAMPLE_SIZE };
  if (items > 1) {
    const squares = parts.reduce((sum, part) => sum + (part.num - value * part.den) ** 2, 0);
    reading.variance = ((items / (items - 1)) * squares) / n ** 2;
  }
  if (MEASURE_KIND[measure] === 'share') {
    const interval = wilsonInterval({ count: num, total: n });
    return interval.kind === 'interval'
      ? { ...reading, low: interval.low, high: interval.high }
      : reading;
  }
  if (reading.variance !== undefined && reading.variance > 0) {
    const half = studentQuantile(0.05, items - 1) * Math.sqrt(reading.variance);
    return { ...reading, low: value - half, high: value + half };
  }
  return reading;
}

/** Why two readings are not held against each other. */
type NoComparison = 'missing' | 'fewItems' | 'thin' | 'noSpread';

export type Comparison =
  | { kind: 'test'; diff: number; low: number; high: number; pValue: number; df: number }
  | { kind: 'none'; reason: NoComparison };

/**
 * One less the other, with items as units: the same people see several items, so people are no
 * independent draws and a test over them would find everything certain. Welch's (1947) test on the
 * variances of both readings, degrees of freedom by Satterthwaite.
 */
export function compareReadings(a: Reading | undefined, b: Reading | undefined): Comparison {
  if (!a || !b) return { kind: 'none', reason: 'missing' };
  if (a.isThin || b.isThin) return { kind: 'none', reason: 'thin' };
  if (a.variance === undefined || b.variance === undefined) {
    return { kind: 'none', reason: 'fewItems' };
  }
  return testOf(a.value - b.value, [
    { variance: a.variance, df: a.items - 1 },
    { variance: b.variance, df: b.items - 1 },
  ]);
}

/** A difference with the variances that add up to its own; df by Satterthwaite (1946). */
export function testOf(
  diff: number,
  parts: readonly { variance: number; df: number }[],
): Comparison {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (!(variance > 0)) return { kind: 'none', reason: 'noSpread' };
  const df = variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / part.df, 0);
  const error = Math.sqrt(variance);
  const half = studentQuantile(0.05, df) * error;
  const pValue = studentTwoSided(Math.abs(diff / error), df);
  return { kind: 'test', diff, low: diff - half, high: diff + half, pValue, df };
}
