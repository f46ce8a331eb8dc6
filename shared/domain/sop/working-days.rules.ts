import { isYearAnnounced, officialDay } from '@shared/domain/calendar/facts/official';
import { addDays, weekdayOf } from '@shared/lib/time';

/** Whether people work on a day, and whether that is known or only guessed from the weekday. */
type WorkingDay = { isWorking: boolean; isGuess: boolean };

/**
 * A day of the Chinese calendar (`YYYY-MM-DD`): holidays are off, made-up weekend days (补班) are
 * worked. In a year whose notice is not published only Monday to Friday are known: a guess.
 */
function workingDay(day: string): WorkingDay {
  const official = officialDay(day);
  if (official) return { isWorking: !official.isOff, isGuess: false };
  return { isWorking: weekdayOf(day) <= 5, isGuess: !isYearAnnounced(day) };
}

/** A day, and the first year on the way to it whose holidays are not announced. */
export type CountedDay = { day: string; guessYear?: number };

/**
 * The day `count` working days after `from`; with 0 the first working day on or after it. The way is
 * never longer than the schema's 3650 days times the share of days off.
 */
export function workingDayAfter(from: string, count: number): CountedDay {
  let day = from;
  let left = count;
  let guessYear: number | undefined;
  for (;;) {
    const { isWorking, isGuess } = workingDay(day);
    if (isGuess) guessYear ??= Number(day.slice(0, 4));
    // The first day itself is never one of the days after it.
    if (isWorking && day !== from) left -= 1;
    if (isWorking && left <= 0) break;
    day = addDays(day, 1);
  }
  return { day, ...(guessYear === undefined ? {} : { guessYear }) };
}
