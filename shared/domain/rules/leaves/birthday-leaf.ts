import type { Condition } from '../rule.schema';
import { type Leaf, numberLeaf } from './leaf';
import type { RuleContext } from './rule-context';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const DAY_MS = 86_400_000;
const LEAP_DAY = 229;

type Calendar = { year: number; monthDay: number };

function calendarOf(day: number): Calendar {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    monthDay: (date.getUTCMonth() + 1) * 100 + date.getUTCDate(),
  };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Born on 29 February: celebrated, and a year older, on the 28th of years without one. */
function celebrated(monthDay: number, year: number): number {
  return monthDay === LEAP_DAY && !isLeap(year) ? LEAP_DAY - 1 : monthDay;
}

export function ageLeaf(condition: Of<'age'>, { columns, day }: RuleContext): Leaf {
  const { birthday } = columns;
  const today = calendarOf(day);
  const leapDay = celebrated(LEAP_DAY, today.year);
  return numberLeaf((row) => {
    const born = birthday[row] ?? 0;
    if (born === 0) return Number.NaN;
    const monthDay = born % 10_000;
    const turns = monthDay === LEAP_DAY ? leapDay : monthDay;
    const years = today.year - Math.floor(born / 10_000) - (turns > today.monthDay ? 1 : 0);
    return years < 0 ? Number.NaN : years;
  }, condition.years);
}

export function birthdayLeaf(condition: Of<'birthday'>, { columns, day }: RuleContext): Leaf {
  const { birthday } = columns;
  const away = daysAway(day);
  const measure = (row: number) => away[(birthday[row] ?? 0) % 10_000] ?? Number.NaN;
  return numberLeaf(measure, condition.daysAway, (row) => {
    const days = measure(row);
    return Number.isNaN(days) ? undefined : day + days;
  });
}

/** By month and day as a number (`MMDD`), how many days the next such birthday is away. */
function daysAway(day: number): Float64Array {
  const table = new Float64Array(1300).fill(Number.NaN);
  for (let ahead = 366; ahead >= 0; ahead--) {
    const { year, monthDay } = calendarOf(day + ahead);
    table[monthDay] = ahead;
    if (monthDay === LEAP_DAY - 1 && !isLeap(year)) table[LEAP_DAY] = ahead;
  }
  return table;
}
