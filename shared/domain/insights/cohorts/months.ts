import { dayNumber, dayOfNumber } from '@shared/lib/time';

/** Months as whole numbers since year 0: `year * 12 + month - 1`. */
export function monthOfDay(day: number): number {
  const text = dayOfNumber(day);
  return Number(text.slice(0, -6)) * 12 + Number(text.slice(-5, -3)) - 1;
}

/** `YYYY-MM`. */
export function monthName(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** First and last day of a month, `YYYY-MM-DD`. */
export function daysOfMonth(month: number): { from: string; to: string } {
  const from = `${monthName(month)}-01`;
  return { from, to: dayOfNumber(dayNumber(`${monthName(month + 1)}-01`) - 1) };
}

/** Months of all days from `first` to `last`, so that no date is read per order. */
export function monthTable(first: number, last: number): Int32Array {
  const months = new Int32Array(Math.max(0, last - first + 1));
  let month = monthOfDay(first);
  let next = dayNumber(`${monthName(month + 1)}-01`);
  for (let at = 0; at < months.length; at += 1) {
    if (first + at >= next) {
      month += 1;
      next = dayNumber(`${monthName(month + 1)}-01`);
    }
    months[at] = month;
  }
  return months;
}
