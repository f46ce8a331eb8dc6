import { addDays, weekdayOf } from '@shared/lib/time';
import { lunarDateOf } from './chinese-days';

/** A name that is data rather than interface text, in both languages. */
export type Bilingual = { zh: string; en: string };

/** Keyed by lunar `month-day`. */
const LUNAR: Record<string, Bilingual> = {
  '1-1': { zh: '春节', en: 'Spring Festival' },
  '1-15': { zh: '元宵', en: 'Lantern Festival' },
  '2-2': { zh: '龙抬头', en: 'Dragon Raises Its Head' },
  '5-5': { zh: '端午', en: 'Dragon Boat Festival' },
  '7-7': { zh: '七夕', en: 'Qixi' },
  '7-15': { zh: '中元', en: 'Zhongyuan' },
  '8-15': { zh: '中秋', en: 'Mid-Autumn' },
  '9-9': { zh: '重阳', en: 'Double Ninth' },
  '12-8': { zh: '腊八', en: 'Laba' },
  '12-23': { zh: '小年', en: 'Little New Year (north)' },
  '12-24': { zh: '南方小年', en: 'Little New Year (south)' },
};
const NEW_YEARS_EVE: Bilingual = { zh: '除夕', en: "New Year's Eve" };

/** Keyed by `MM-DD`: public days, and the days on which the trade sells. */
const FIXED: Record<string, Bilingual> = {
  '01-01': { zh: '元旦', en: "New Year's Day" },
  '02-14': { zh: '情人节', en: "Valentine's Day" },
  '03-08': { zh: '妇女节', en: "Women's Day" },
  '03-15': { zh: '消费者权益日', en: 'Consumer Rights Day' },
  '05-01': { zh: '劳动节', en: 'Labour Day' },
  '05-04': { zh: '青年节', en: 'Youth Day' },
  '06-01': { zh: '儿童节', en: "Children's Day" },
  '06-18': { zh: '618', en: '618 Shopping Day' },
  '09-10': { zh: '教师节', en: "Teachers' Day" },
  '10-01': { zh: '国庆节', en: 'National Day' },
  '11-11': { zh: '双11', en: 'Double 11' },
  '12-12': { zh: '双12', en: 'Double 12' },
  '12-25': { zh: '圣诞', en: 'Christmas' },
};

/** The n-th Sunday of a month. */
const SUNDAYS: readonly { month: string; nth: number; name: Bilingual }[] = [
  { month: '05', nth: 2, name: { zh: '母亲节', en: "Mother's Day" } },
  { month: '06', nth: 3, name: { zh: '父亲节', en: "Father's Day" } },
];

function lunarFestival(day: string): Bilingual | undefined {
  const tomorrow = lunarDateOf(addDays(day, 1));
  // The last lunar month has 29 or 30 days, so the eve is known only by what follows it.
  if (tomorrow?.month === 1 && tomorrow.day === 1) return NEW_YEARS_EVE;
  const lunar = lunarDateOf(day);
  // A leap month repeats a month's number, never its festivals.
  if (!lunar || lunar.isLeap) return undefined;
  return LUNAR[`${lunar.month}-${lunar.day}`];
}

/** Festivals of a day (`YYYY-MM-DD`), the lunar one first; trade days such as 双11 are included. */
export function festivalsOf(day: string): Bilingual[] {
  const nth = Math.ceil(Number(day.slice(8, 10)) / 7);
  const sunday =
    weekdayOf(day) === 7
      ? SUNDAYS.find((rule) => rule.month === day.slice(5, 7) && rule.nth === nth)?.name
      : undefined;
  return [lunarFestival(day), FIXED[day.slice(5)], sunday].filter(
    (name): name is Bilingual => name !== undefined,
  );
}
