import { type LunarDate, lunarDateOf } from './chinese-days';
import { type Bilingual, festivalsOf } from './festivals';
import { isYearAnnounced, officialDay } from './official';
import { solarTermOf } from './solar-terms';

/**
 * What the State Council arranged for a day: `off` (放假), `makeUp` (补班, a weekend day worked for
 * a holiday), `ordinary`, or `notAnnounced` while the year's notice is not published.
 */
export type Arrangement =
  | { kind: 'off' | 'makeUp'; name: Bilingual }
  | { kind: 'ordinary' | 'notAnnounced' };

export type DayFacts = {
  /** `YYYY-MM-DD`. */
  day: string;
  festivals: Bilingual[];
  solarTerm?: Bilingual;
  lunar?: LunarDate;
  arrangement: Arrangement;
};

function arrangementOf(day: string): Arrangement {
  const official = officialDay(day);
  if (official) {
    const name = { zh: official.zh, en: official.en };
    return { kind: official.isOff ? 'off' : 'makeUp', name };
  }
  return { kind: isYearAnnounced(day) ? 'ordinary' : 'notAnnounced' };
}

/**
 * The calendar facts of one business day (`YYYY-MM-DD`), the same in every time zone. Holidays from
 * 2004 to the last published year and of imported years, lunar dates and solar terms 1901–2099.
 */
export function dayFacts(day: string): DayFacts {
  const solarTerm = solarTermOf(day);
  const lunar = lunarDateOf(day);
  return {
    day,
    festivals: festivalsOf(day),
    ...(solarTerm && { solarTerm }),
    ...(lunar && { lunar }),
    arrangement: arrangementOf(day),
  };
}

const MONTHS = '正二三四五六七八九十冬腊';
const DIGITS = '日一二三四五六七八九十';

function lunarDayZh(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day < 20) return `十${DIGITS[day - 10]}`;
  if (day === 20) return '二十';
  if (day < 30) return `廿${DIGITS[day - 20]}`;
  return '三十';
}

/** A lunar date as a calendar writes it: the day, on the first of a month the month (闰六月). */
export function lunarLabel(lunar: LunarDate): Bilingual {
  const month = `${lunar.isLeap ? '闰' : ''}${MONTHS[lunar.month - 1]}月`;
  const leap = lunar.isLeap ? ' leap' : '';
  return {
    zh: lunar.day === 1 ? month : lunarDayZh(lunar.day),
    en: `Lunar ${lunar.month}/${lunar.day}${leap}`,
  };
}
