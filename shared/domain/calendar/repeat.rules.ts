import { addDays, daysBetween, weekdayOf, weekStart } from '@shared/lib/time';
import { lunarDateOf } from './facts/chinese-days';
import { isYearAnnounced, officialDay } from './facts/official';
import type { ContentRepeat, RepeatRule } from './repeat.schema';

/** The part of a repeat that says when it falls. */
export type RepeatTimes = Pick<
  ContentRepeat,
  'rule' | 'skip' | 'fromDay' | 'untilDay' | 'leftOutDays'
>;

/** A day on which the rule falls but nothing comes: off, made up for, or taken out by hand. */
export type SkippedDay = {
  day: string;
  why: 'off' | 'makeUp' | 'leftOut';
  /** The holiday, in both languages; absent for days taken out by hand. */
  name?: { zh: string; en: string };
};

export type Occurrences = {
  days: string[];
  skipped: SkippedDay[];
  /** Years in which days off were to be skipped, but whose holidays nobody knows yet. */
  unknownYears: number[];
};

/** Occurrences are planned ahead this far, in weeks, and further once somebody looks further. */
export const WEEKS_AHEAD = 8;

const dayOfMonth = (day: string) => Number(day.slice(8, 10));
const isLastOfMonth = (day: string) => dayOfMonth(addDays(day, 1)) === 1;

function fallsOnLunar(rule: Extract<RepeatRule, { kind: 'lunar' }>, day: string): boolean {
  const lunar = lunarDateOf(day);
  if (!lunar) return false;
  if (rule.month !== undefined && (lunar.month !== rule.month || lunar.isLeap)) return false;
  if (rule.days.includes(lunar.day)) return true;
  // Months have 29 or 30 days: 30 stands for the last one, as New Year's Eve does.
  const isLast = lunar.day === 29 && lunarDateOf(addDays(day, 1))?.day === 1;
  return isLast && rule.days.includes(30);
}

/**
 * Whether a rule falls on a day (`YYYY-MM-DD`). Month days beyond the month's end mean its last day.
 * A lunar rule with a month means the ordinary month and never its leap twin, as festivals do; one
 * without a month falls in leap months too, which have their first and fifteenth like all others.
 */
export function fallsOn(rule: RepeatRule, fromDay: string, day: string): boolean {
  switch (rule.kind) {
    case 'weekdays': {
      if (!rule.weekdays.includes(weekdayOf(day))) return false;
      const weeks = daysBetween(weekStart(fromDay), weekStart(day)) / 7;
      return weeks % rule.everyWeeks === 0;
    }
    case 'monthDays': {
      const date = dayOfMonth(day);
      return rule.days.includes(date) || (isLastOfMonth(day) && rule.days.some((at) => at > date));
    }
    case 'lunar':
      return fallsOnLunar(rule, day);
  }
}

function skippedFor(times: RepeatTimes, day: string): SkippedDay | undefined {
  if (times.leftOutDays.includes(day)) return { day, why: 'leftOut' };
  const official = officialDay(day);
  if (!official) return undefined;
  const why = official.isOff ? 'off' : 'makeUp';
  const isSkipped =
    times.skip === 'both' || times.skip === (official.isOff ? 'daysOff' : 'makeUpDays');
  return isSkipped ? { day, why, name: { zh: official.zh, en: official.en } } : undefined;
}

/**
 * The days between two days, both included, on which a repeat comes, and those on which its rule
 * falls but nothing comes. Never before the repeat's first or after its last day.
 */
export function occurrencesBetween(times: RepeatTimes, first: string, last: string): Occurrences {
  const found: Occurrences = { days: [], skipped: [], unknownYears: [] };
  const begin = first > times.fromDay ? first : times.fromDay;
  const end = times.untilDay !== undefined && times.untilDay < last ? times.untilDay : last;
  for (let day = begin; day <= end; day = addDays(day, 1)) {
    if (!fallsOn(times.rule, times.fromDay, day)) continue;
    const skipped = skippedFor(times, day);
    if (skipped) found.skipped.push(skipped);
    else found.days.push(day);
    const year = Number(day.slice(0, 4));
    if (times.skip !== 'never' && !isYearAnnounced(day) && !found.unknownYears.includes(year)) {
      found.unknownYears.push(year);
    }
  }
  return found;
}

/** The id of an occurrence: two laptops that plan ahead make the same item. */
export function occurrenceId(repeatId: string, day: string): string {
  return `${repeatId}.${day}`;
}

/** The rule that an item's own day suggests: every week on its weekday. */
export function ruleOfDay(day: string): RepeatRule {
  return { kind: 'weekdays', weekdays: [weekdayOf(day)], everyWeeks: 1 };
}
