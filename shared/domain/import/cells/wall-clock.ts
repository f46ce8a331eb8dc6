import { msOfWallTime, type WallTime, zoneOffsetMs } from '@shared/lib/time';

type Clock = {
  toUtc: (wall: WallTime) => number;
  /** The zone's offset on a day counted from 1970; NaN where its clocks change around it. */
  offsetOn: (day: number) => number;
};

const DAY_MS = 86_400_000;
const MOST_DAYS = 20_000;
const clocks = new Map<string, Clock>();
let last: { zone: string; clock: Clock } | undefined;

/** The zone's offset on all of the three days around a day, or NaN where its clocks change then. */
function steadyOffset(day: number, zone: string): number {
  const before = zoneOffsetMs((day - 1) * DAY_MS, zone);
  return before === zoneOffsetMs((day + 2) * DAY_MS, zone) ? before : Number.NaN;
}

function createClock(zone: string): Clock {
  const offsets = new Map<number, number>();
  const offsetOn = (day: number): number => {
    if (zone === 'UTC') return 0;
    let offset = offsets.get(day);
    if (offset === undefined) {
      if (offsets.size >= MOST_DAYS) offsets.clear();
      offset = steadyOffset(day, zone);
      offsets.set(day, offset);
    }
    return offset;
  };
  const toUtc = (wall: WallTime): number => {
    const { year, month, day, hour, minute, second } = wall;
    const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
    const offset = offsetOn(Math.floor(asUtc / DAY_MS));
    return Number.isNaN(offset) ? msOfWallTime(wall, zone) : asUtc - offset;
  };
  return { toUtc, offsetOn };
}

function clockOf(zone: string): Clock {
  if (last?.zone === zone) return last.clock;
  const clock = clocks.get(zone) ?? createClock(zone);
  clocks.set(zone, clock);
  last = { zone, clock };
  return clock;
}

/**
 * What `msOfWallTime` says for years from 1900, with one look-up for each day: a year of orders has
 * tens of thousands of different quarters of an hour, and asking `Intl` for each takes longer than
 * reading the file.
 */
export function wallClockOf(zone: string): (wall: WallTime) => number {
  return clockOf(zone).toUtc;
}

/**
 * How far the zone's clocks are ahead of UTC when they show `wallMs` (a wall clock in UTC parts); NaN
 * near a day on which they change, where only `wallClockOf` tells.
 */
export function wallOffsetMs(wallMs: number, zone: string): number {
  return clockOf(zone).offsetOn(Math.floor(wallMs / DAY_MS));
}
