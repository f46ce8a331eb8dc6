import { type Week, weekOf } from '@shared/domain/calendar/week.rules';
import { addDays } from '@shared/lib/time';
import type { Language } from '@/app/i18n/i18n';
import type { PrintSpan } from './print-choices';
import { weekRange } from './week-range';

/** The days that a span around a day holds, in order. */
export function daysOfSpan(span: PrintSpan, day: string): readonly string[] {
  if (span === 'day') return [day];
  if (span === 'week') return weekOf(day).days;
  const first = `${day.slice(0, 7)}-01`;
  const days = [first];
  for (let next = addDays(first, 1); next.startsWith(day.slice(0, 7)); next = addDays(next, 1))
    days.push(next);
  return days;
}

/** The span as it moves by one: a week, a day, a month. */
export function shiftSpan(span: PrintSpan, day: string, steps: number): string {
  if (span === 'day') return addDays(day, steps);
  if (span === 'week') return addDays(weekOf(day).monday, steps * 7);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + steps;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** The span in words: `2026年11月16日–22日`, `2026年11月16日`, `2026年11月`. */
export function spanRange(span: PrintSpan, day: string, language: Language): string {
  if (span === 'week') return weekRange(weekOf(day) satisfies Week, language);
  const options =
    span === 'day'
      ? ({ year: 'numeric', month: 'long', day: 'numeric' } as const)
      : ({ year: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    ...options,
  }).format(new Date(`${day}T00:00:00Z`));
}
