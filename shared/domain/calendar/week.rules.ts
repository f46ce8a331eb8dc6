import { addDays, daysBetween, weekStart } from '@shared/lib/time';

/** Seven business days (`YYYY-MM-DD`), Monday first; `monday` names the week. */
export type Week = { monday: string; days: readonly string[] };

/** The week that a day belongs to. */
export function weekOf(day: string): Week {
  const monday = weekStart(day);
  return { monday, days: Array.from({ length: 7 }, (_, index) => addDays(monday, index)) };
}

/** The week `weeks` later (earlier when negative). */
export function shiftWeek(week: Week, weeks: number): Week {
  return weekOf(addDays(week.monday, weeks * 7));
}

/** The week's number by ISO 8601: the week that holds a year's first Thursday is its first. */
export function weekNumber({ monday }: Pick<Week, 'monday'>): number {
  const thursday = addDays(monday, 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}
