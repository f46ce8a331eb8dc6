export const WINDOW_UNITS = ['minutes', 'hours', 'days'] as const;
export type WindowUnit = (typeof WINDOW_UNITS)[number];

const UNIT_MS: Record<WindowUnit, number> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};
const LONGEST_MS = 366 * UNIT_MS.days;

/** The largest unit that says a span of `windowMs` in whole numbers; parts of minutes otherwise. */
export function windowParts(windowMs: number): { amount: number; unit: WindowUnit } {
  const unit =
    (['days', 'hours', 'minutes'] as const).find((it) => windowMs % UNIT_MS[it] === 0) ?? 'minutes';
  return { amount: windowMs / UNIT_MS[unit], unit };
}

/** The largest whole amount of a unit that a step's window can have: 366 days. */
export const longestWindow = (unit: WindowUnit): number => LONGEST_MS / UNIT_MS[unit];

/** The window in ms, never longer than a step's window can be. */
export const windowMsOf = (amount: number, unit: WindowUnit): number =>
  Math.min(LONGEST_MS, Math.round(amount * UNIT_MS[unit]));
