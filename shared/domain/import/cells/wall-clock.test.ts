import { msOfWallTime } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
});
