import { msOfWallTime } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedMoment, parseDateCell } from './date-cell';
import { wallClockOf } from './wall-clock';

const anyWall = fc.record({
  year: fc.integer({ min: 1900, max: 2199 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
});
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'UTC'];

describe('the quick clock', () => {
  it.each(ZONES)('shows the instants that the exact one shows: %s', (zone) => {
    fc.assert(
      fc.property(anyWall, (wall) => {
        expect(wallClockOf(zone)(wall)).toBe(msOfWallTime(wall, zone));
      }),
    );
  });

  it('is exact around the hours that clocks skip and repeat', () => {
    for (const [month, day] of [
      [3, 8],
      [11, 1],
    ] as const) {
      for (let hour = 0; hour < 24; hour++) {
        for (const minute of [0, 29, 30, 59]) {
          const wall = { year: 2026, month, day, hour, minute, second: 0 };
          const exact = msOfWallTime(wall, 'America/New_York');
          expect(wallClockOf('America/New_York')(wall)).toBe(exact);
        }
      }
    }
  });

  it('says of a packed date cell what it says of the date', () => {
    const starts = [Date.UTC(1900, 0, 1), Date.UTC(2026, 2, 27), Date.UTC(2026, 9, 30)];
    const odd = [Date.UTC(1899, 11, 31), Date.UTC(2199, 11, 31, 23, 59, 59, 600), Number.NaN];
    const moments = starts.flatMap((ms) =>
      Array.from({ length: 300 }, (_, n) => ms + n * 1_234_567),
    );
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
      for (const ms of [...moments, ...odd]) {
        const parsed = parseDateCell(new Date(ms), zone);
        expect(packedMoment(ms, zone)).toBe(parsed.kind === 'date' ? parsed.ms : Number.NaN);
      }
    }
  });
});
