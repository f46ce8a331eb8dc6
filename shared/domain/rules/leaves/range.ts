import { dayNumber } from '@shared/lib/time';
import type { Range, Window } from '../rule.schema';

/** A range with its open ends filled in. */
export function includes(range: Range | undefined): { min: number; max: number } {
  return { min: range?.min ?? -Infinity, max: range?.max ?? Infinity };
}

/** Days from and to, both included. */
export type Stretch = { from: number; to: number };

/** The days that a window means as of a day; nothing after that day is ever meant. */
export function stretchOf(within: Window | undefined, day: number): Stretch {
  if (within === undefined) return { from: -Infinity, to: day };
  if ('lastDays' in within) return { from: day - within.lastDays + 1, to: day };
  return {
    from: within.from === undefined ? -Infinity : dayNumber(within.from),
    to: within.to === undefined ? day : Math.min(day, dayNumber(within.to)),
  };
}
