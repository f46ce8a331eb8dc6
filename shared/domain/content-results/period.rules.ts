import { addDays, weekStart } from '@shared/lib/time';

export const PERIODS = ['week', 'fourWeeks', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** Business days, both included. */
export type Span = { from: string; to: string };

/**
 * The days of a period as of today: this week up to Sunday, four weeks of which it is the last,
 * this month, the three months that end with this one.
 */
export function spanOf(period: Period, today: string): Span {
  const monday = weekStart(today);
  if (period === 'week') return { from: monday, to: addDays(monday, 6) };
  if (period === 'fourWeeks') return { from: addDays(monday, -21), to: addDays(monday, 6) };
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = (months: number) => {
    const date = new Date(Date.UTC(year, month - 1 + months, 1));
    return date.toISOString().slice(0, 10);
  };
  const to = addDays(first(1), -1);
  return { from: period === 'month' ? first(0) : first(-2), to };
}
