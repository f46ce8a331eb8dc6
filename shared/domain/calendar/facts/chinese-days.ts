import { addDays } from '@shared/lib/time';
import chineseDays from 'chinese-days';

/**
 * The only place that knows the `chinese-days` library (official holidays, lunar dates, solar
 * terms). It reads and formats days partly in UTC and partly in the laptop's own zone: west of
 * Greenwich every answer that carries a date is one day early, and weekday answers are wrong.
 * So only what survives that is used: look-ups by string (key and question shift alike), lunar
 * dates (pure UTC), and term dates with the shift taken back.
 */

export type LunarDate = { year: number; month: number; day: number; isLeap: boolean };
export type OfficialDay = { isOff: boolean; zh: string; en: string };
export type TermKey = Parameters<typeof chineseDays.getSolarTermDate>[2];

const LUNAR_YEARS = { first: 1901, last: 2099 } as const;
const FIRST_HOLIDAY_YEAR = 2004;

const yearOf = (day: string) => Number(day.slice(0, 4));
const isCovered = (day: string) =>
  yearOf(day) >= LUNAR_YEARS.first && yearOf(day) <= LUNAR_YEARS.last;

/** The official arrangement that names this day, off or made up for; nothing for ordinary days. */
export function publishedDay(day: string): OfficialDay | undefined {
  const detail = chineseDays.getDayDetail(day);
  // Listed days read "National Day,国庆节,3", all others a bare weekday.
  const [en, zh] = detail.name.split(',');
  if (en === undefined || zh === undefined) return undefined;
  return { isOff: !detail.work, zh, en };
}

/** Whether the holidays of a day's year have been published. New Year is always among them. */
export function isYearPublished(day: string): boolean {
  return yearOf(day) < FIRST_HOLIDAY_YEAR || publishedDay(`${day.slice(0, 4)}-01-01`) !== undefined;
}

/** The lunar date, for the years that the tables cover. */
export function lunarDateOf(day: string): LunarDate | undefined {
  if (!isCovered(day)) return undefined;
  const found = chineseDays.getLunarDate(day);
  return {
    year: found.lunarYear,
    month: found.lunarMon,
    day: found.lunarDay,
    isLeap: found.isLeap,
  };
}

function localReading(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

const withoutZoneShift = (answer: string) =>
  localReading(answer) === answer ? answer : addDays(answer, 1);

/** The day on which a solar term begins, `month` 1–12 being the month in which it always falls. */
export function solarTermDay(year: number, month: number, term: TermKey): string | undefined {
  if (year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) return undefined;
  return withoutZoneShift(chineseDays.getSolarTermDate(year, month, term));
}
