import { addDays, dayOf, msOfWallTime, weekdayOf } from '@shared/lib/time';

const DAY = String.raw`(?:(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?|(?<m2>\d{1,2})[-/月](?<d2>\d{1,2})日?|(?<word>今天|昨天|前天)|(?:星期|周|礼拜)(?<week>[一二三四五六日天]))`;
const CLOCK = String.raw`(?<half>凌晨|早上|上午|中午|下午|傍晚|晚上|AM|PM|am|pm)?\s*(?<h>\d{1,2})[:：](?<min>\d{2})(?:[:：](?<s>\d{2}))?`;

/** How a moment is written in copied chats; both parts may be there, at least one is. */
export const MOMENT = String.raw`(?:${DAY}(?:\s*(?:星期|周)[一二三四五六日天])?(?:\s*,?\s*${CLOCK})?)`;
/** The same groups again, for a clock without a day; a pattern may name a group only once. */
export const CLOCK_ONLY = `(?:${CLOCK})`;

const WEEK = '日一二三四五六';
const BACK = { 今天: 0, 昨天: 1, 前天: 2 } as const;

/** A day and a clock as read; what is missing comes from the context. */
export type ReadMoment = { day?: string; minutes?: number; seconds?: number };

const two = (text: string | number) => String(text).padStart(2, '0');

function dayFrom(groups: Record<string, string | undefined>, today: string): string | undefined {
  const { y, m, d, m2, d2, word, week } = groups;
  if (y && m && d) return `${y}-${two(m)}-${two(d)}`;
  if (m2 && d2) {
    const thisYear = `${today.slice(0, 4)}-${two(m2)}-${two(d2)}`;
    return thisYear > today ? `${Number(today.slice(0, 4)) - 1}-${two(m2)}-${two(d2)}` : thisYear;
  }
  if (word) return addDays(today, -BACK[word as keyof typeof BACK]);
  if (week === undefined) return undefined;
  const wanted = week === '天' ? 0 : WEEK.indexOf(week);
  for (let back = 0; back < 7; back++) {
    const day = addDays(today, -back);
    if (weekdayOf(day) % 7 === wanted) return day;
  }
  return undefined;
}

function minutesFrom({ half, h, min }: Record<string, string | undefined>): number | undefined {
  if (h === undefined || min === undefined) return undefined;
  let hour = Number(h);
  const isLater = half && /下午|傍晚|晚上|PM|pm|中午/.test(half);
  if (isLater && hour < 12 && !(half === '中午' && hour === 11)) hour += 12;
  if (half && /凌晨|AM|am/.test(half) && hour === 12) hour = 0;
  return hour < 24 && Number(min) < 60 ? hour * 60 + Number(min) : undefined;
}

/** Reads the groups of MOMENT or CLOCK_ONLY. */
export function readMoment(
  groups: Record<string, string | undefined>,
  nowMs: number,
  zone: string,
): ReadMoment | undefined {
  const day = dayFrom(groups, dayOf(nowMs, zone));
  const minutes = minutesFrom(groups);
  if (day === undefined && minutes === undefined) return undefined;
  const [, month = 0, date = 0] = (day ?? '').split('-').map(Number);
  if (day !== undefined && (month < 1 || month > 12 || date < 1 || date > 31)) return undefined;
  return { day, minutes, seconds: Number(groups.s ?? 0) };
}

/** UTC ms of a moment; a clock that has not come yet today was yesterday's. */
export function momentMs(moment: ReadMoment, nowMs: number, zone: string): number {
  const { day = dayOf(nowMs, zone), minutes = 12 * 60, seconds = 0 } = moment;
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const hour = Math.floor(minutes / 60);
  const ms = msOfWallTime(
    { year, month, day: date, hour, minute: minutes % 60, second: seconds },
    zone,
  );
  if (ms <= nowMs) return ms;
  return moment.day === undefined ? ms - 86_400_000 : nowMs;
}
