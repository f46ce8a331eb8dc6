import { addDays, weekStart } from '@shared/lib/time';
import { type Week, weekOf } from './week.rules';

const WEEKS_SHOWN = 6;

/** A month as a wall calendar shows it; `first` names it. */
export type Month = {
  /** The month's first day, `YYYY-MM-01`. */
  first: string;
  /** Six weeks from Monday to Sunday, so that every month has the same height. */
  weeks: readonly Week[];
};

/** The month that a day (`YYYY-MM-DD`) belongs to, with the days around it that fill the grid. */
export function monthOf(day: string): Month {
  const first = `${day.slice(0, 7)}-01`;
  const monday = weekStart(first);
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, n) => weekOf(addDays(monday, n * 7)));
  return { first, weeks };
}

/** How many days the month of a day has. */
function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day `months` later (earlier when negative), or the last one of a shorter month. */
export function shiftMonth(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(date, lengthOf(toYear, toMonth)), 2)}`;
}

/** Whether a day lies in the month that `first` names. */
export function isInMonth(day: string, { first }: Pick<Month, 'first'>): boolean {
  return day.slice(0, 7) === first.slice(0, 7);
}
