import { addDays, dayOf, startOfDay } from '@shared/lib/time';

const MINUTE_MS = 60_000;
export const NOON_MINUTE = 720;

/** Days and instants counted back from the day on which the sample is taken. */
export type SampleClock = {
  day: (daysAgo: number) => string;
  /** UTC ms of a minute (0–1439) of that day, never after the moment of taking. */
  at: (daysAgo: number, minute: number) => number;
};

export function sampleClock(nowMs: number, zone: string): SampleClock {
  const today = dayOf(nowMs, zone);
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  return {
    day,
    at: (daysAgo, minute) => Math.min(nowMs, startOfDay(day(daysAgo), zone) + minute * MINUTE_MS),
  };
}

/** The same figure for the same place every time, from 0 to below `below`. */
export function drawn(place: number, below: number): number {
  const mixed = Math.imul(place + 1, 2_654_435_761) >>> 0;
  return Math.floor(((Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 8) / 2 ** 24) * below);
}
