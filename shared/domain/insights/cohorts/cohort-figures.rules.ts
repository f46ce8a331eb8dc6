import type { EventRef, Rule } from '@shared/domain/rules/rule.schema';
import { wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { type Cohorts, RETURN_WINDOWS, type Returned, type ReturnWindow } from './cohorts.rules';
import { daysOfMonth, monthName } from './months';

const ORDER: EventRef = { of: 'order' };

/** Whose first order lies in that month. */
function cohortRule(month: number): Rule {
  return { kind: 'when', event: ORDER, which: 'first', between: daysOfMonth(month) };
}

/** Those of them who ordered in the k-th month after. */
function activeRule(month: number, k: number): Rule {
  const within = daysOfMonth(month + k);
  const inMonth: Rule = { kind: 'times', event: ORDER, within, times: { min: 1 } };
  return { kind: 'all', of: [cohortRule(month), inMonth] };
}

/** Whose window after the first order is over. */
function dueRule(window: ReturnWindow, month?: number): Rule {
  const daysAgo = { min: RETURN_WINDOWS[window] + 1 };
  const isDue: Rule = { kind: 'when', event: ORDER, which: 'first', daysAgo };
  return month === undefined ? isDue : { kind: 'all', of: [cohortRule(month), isDue] };
}

function rateFigure({ k, n }: Returned, rule: Rule) {
  const interval = wilsonInterval({ count: k, total: n });
  return interval.kind === 'none'
    ? { k, n, rule }
    : { k, n, low: interval.low, high: interval.high, rule };
}

function sumOf({ cohorts }: Cohorts, window: ReturnWindow): Returned {
  const sum = { k: 0, n: 0 };
  for (const cohort of cohorts) {
    sum.k += cohort[window].k;
    sum.n += cohort[window].n;
  }
  return sum;
}

/** Cohorts and returns with their rules and 95 % Wilson intervals. */
export function cohortFigures(found: Cohorts) {
  return {
    cohorts: found.cohorts.map(({ month, size, active }) => ({
      month: monthName(month),
      size,
      active,
      rule: cohortRule(month),
      cellRules: active.map((_, k) => activeRule(month, k)),
    })),
    retention7: rateFigure(sumOf(found, 'retention7'), dueRule('retention7')),
    repurchase30: rateFigure(sumOf(found, 'repurchase30'), dueRule('repurchase30')),
    byMonth: found.cohorts.map(({ month, retention7, repurchase30 }) => ({
      month: monthName(month),
      retention7: rateFigure(retention7, dueRule('retention7', month)),
      repurchase30: rateFigure(repurchase30, dueRule('repurchase30', month)),
    })),
  };
}
