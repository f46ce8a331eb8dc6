import { assertNever } from '@shared/lib/errors';
import type { MetricUnit, StepMetric } from './sop.schema';
import { type CountInput, parseCount } from './sop-count.rules';

/** Whether the number of a step counts people, and so has a place in a funnel. */
export const countsPeople = (metric: Pick<StepMetric, 'unit'>): boolean => metric.unit === 'people';

const YES = new Set(['1', 'yes', 'y', 'true', '是', '有', '做了', '完成']);
const NO = new Set(['0', 'no', 'n', 'false', '否', '没有', '没', '无']);
const HUNDREDTHS = 100;

function parsePercent(text: string): CountInput {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '');
  if (plain === '') return { kind: 'empty' };
  if (!/^[+\-−]?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return { kind: 'refused', reason: 'notANumber' };
  const value = Number(plain.replace('−', '-'));
  if (value < 0) return { kind: 'refused', reason: 'negative' };
  if (value > 100) return { kind: 'refused', reason: 'tooLarge' };
  const hundredths = Number((value * HUNDREDTHS).toFixed(6));
  if (!Number.isInteger(hundredths)) return { kind: 'refused', reason: 'fraction' };
  return { kind: 'count', count: hundredths };
}

function parseYesNo(text: string): CountInput {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return { kind: 'empty' };
  if (YES.has(plain)) return { kind: 'count', count: 1 };
  return NO.has(plain) ? { kind: 'count', count: 0 } : { kind: 'refused', reason: 'notANumber' };
}

/**
 * Reads what was typed into a metric's field as the whole number that is stored (see
 * `METRIC_UNITS`): "12.5%" of a percent metric is 1250, "是" of a yes/no one is 1. Percentages
 * outside 0–100 or finer than a hundredth are refused with their reason, as are counts that are
 * negative, fractional or unreadable.
 */
export function parseMetric(text: string, unit: MetricUnit): CountInput {
  switch (unit) {
    case 'percent':
      return parsePercent(text);
    case 'yesNo':
      return parseYesNo(text);
    case 'people':
    case 'exposures':
    case 'count':
    case 'minutes':
      return parseCount(text);
    default:
      return assertNever(unit, 'parseMetric');
  }
}

/** The stored number as one types it: 1250 of a percent metric is "12.5". */
export function metricText(count: number, unit: MetricUnit): string {
  return String(unit === 'percent' ? count / HUNDREDTHS : count);
}

/** How a number stands: at its target, short of it, beyond its red line; `none` without either. */
export type MetricStatus = 'reached' | 'below' | 'red' | 'none';

function judge(
  value: number,
  target: number | undefined,
  redLine: number | undefined,
  isHigherBetter: boolean,
): MetricStatus {
  const isWorse = (than: number) => (isHigherBetter ? value < than : value > than);
  if (redLine !== undefined && isWorse(redLine)) return 'red';
  if (target === undefined) return redLine === undefined ? 'none' : 'reached';
  return isWorse(target) ? 'below' : 'reached';
}

/**
 * A number against its target and red line, in the metric's own direction. The absolute target goes
 * first; without one the share `rate` (0–1) of the step before is held against the target rate.
 */
export function metricStatusOf(
  metric: StepMetric,
  reading: { count: number; rate?: number | undefined },
): MetricStatus {
  const isHigherBetter = metric.direction === 'higher';
  const { targetValue, redLineValue, targetRate, redLineRate } = metric;
  if (targetValue !== undefined || redLineValue !== undefined) {
    return judge(reading.count, targetValue, redLineValue, isHigherBetter);
  }
  if (reading.rate === undefined) return 'none';
  return judge(reading.rate, targetRate, redLineRate, isHigherBetter);
}
