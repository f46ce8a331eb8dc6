import { addDays, dayOf, wallTimeOf } from '@shared/lib/time';
import { clockAt } from './due.rules';
import type { ClockSpan } from './due.schema';

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

/**
 * Whether an instant (UTC ms) lies within the quiet hours, `from` included and `to` not, as clocks
 * in the zone show it; 22:00–08:00 reaches over midnight. Equal ends mean no quiet hours.
 */
export function isQuiet(at: number, span: ClockSpan | undefined, timeZone: string): boolean {
  if (!span || span.from === span.to) return false;
  const { hour, minute } = wallTimeOf(at, timeZone);
  const now = hour * 60 + minute;
  const [from, to] = [minuteOf(span.from), minuteOf(span.to)];
  return from < to ? now >= from && now < to : now >= from || now < to;
}

/** The first instant (UTC ms) from `at` on at which messages may go out. */
export function nextAllowedAt(at: number, span: ClockSpan | undefined, timeZone: string): number {
  if (!span || !isQuiet(at, span, timeZone)) return at;
  const today = dayOf(at, timeZone);
  const end = clockAt(today, span.to, timeZone);
  return end > at ? end : clockAt(addDays(today, 1), span.to, timeZone);
}
