import { msOfWallTime, type WallTime, zoneOffsetMs } from '@shared/lib/time';

type Clock = (wall: WallTime) => number;

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
  if (zone === 'UTC') {
    return ({ year, month, day, hour, minute, second }) =>
      Date.UTC(year, month - 1, day, hour, minute, second);
  }
  const offsets = new Map<number, number>();
  return (wall) => {
    const { year, month, day, hour, minute, second } = wall;
    const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
    const dayNumber = Math.floor(asUtc / DAY_MS);
    let offset = offsets.get(dayNumber);
    if (offset === undefined) {
      if (offsets.size >= MOST_DAYS) offsets.clear();
      offset = steadyOffset(dayNumber, zone);
      offsets.set(dayNumber, offset);
    }
    return Number.isNaN(offset) ? msOfWallTime(wall, zone) : asUtc - offset;
  };
}

/**
 * What `msOfWallTime` says for years from 1900, with one look-up for each day: a year of orders has
 * tens of thousands of different quarters of an hour, and asking `Intl` for each takes longer than
 * reading the file.
 */
export function wallClockOf(zone: string): Clock {
  if (last?.zone === zone) return last.clock;
  const clock = clocks.get(zone) ?? createClock(zone);
  clocks.set(zone, clock);
  last = { zone, clock };
  return clock;
}
