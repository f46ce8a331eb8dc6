import { dayNumber } from '../clock';

/** What decides a sample; the same values give the same rows everywhere. */
export type SampleOptions = {
  members: number;
  orders: number;
  seed: number;
  /** Length of the order history, up to and including `endDay`. */
  days: number;
  /** `YYYY-MM-DD`, Chinese time. */
  endDay: string;
  /** Buyers who are on no roster yet, besides `members`. */
  strangers: number;
  /** Share of orders that wait for payment or were called off. */
  hasUnpaid: boolean;
};

export const DEFAULTS: SampleOptions = {
  members: 2000,
  orders: 10_000,
  seed: 42,
  days: 365,
  endDay: '2026-11-20',
  strangers: 0,
  hasUnpaid: true,
};

export const withDefaults = (options: Partial<SampleOptions> = {}): SampleOptions => ({
  ...DEFAULTS,
  ...options,
});

/** First and last day of the history, as day numbers. */
export function windowOf(options: SampleOptions): { firstDay: number; lastDay: number } {
  const lastDay = dayNumber(options.endDay);
  return { firstDay: lastDay - options.days + 1, lastDay };
}
