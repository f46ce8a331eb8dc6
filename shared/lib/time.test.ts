import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  msOfWallTime,
  startOfDay,
  wallTimeOf,
  weekdayOf,
  weekStart,
  zoneOffsetMs,
} from './time';

const SHANGHAI = 'Asia/Shanghai';

describe('business days', () => {
  it('turns at midnight in the workspace, whatever the laptop says', () => {
    expect(dayOf(Date.UTC(2026, 10, 12, 15, 59, 59), SHANGHAI)).toBe('2026-11-12');
    expect(dayOf(Date.UTC(2026, 10, 12, 16, 0, 0), SHANGHAI)).toBe('2026-11-13');
    expect(startOfDay('2026-11-13', SHANGHAI)).toBe(Date.UTC(2026, 10, 12, 16));
  });

  it('follows the summer time that Shanghai kept from 1986 to 1991', () => {
    expect(zoneOffsetMs(Date.UTC(1988, 6, 1), SHANGHAI)).toBe(9 * 3_600_000);
    expect(startOfDay('1988-07-01', SHANGHAI)).toBe(Date.UTC(1988, 5, 30, 15));
  });

  it('reads a skipped and a doubled hour in a zone with summer time', () => {
    const at = (day: number, hour: number, month: number) =>
      msOfWallTime({ year: 2026, month, day, hour, minute: 30, second: 0 }, 'Europe/Berlin');
    expect(at(29, 2, 3)).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(at(25, 2, 10)).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(at(25, 3, 10)).toBe(Date.UTC(2026, 9, 25, 2, 30));
  });

  it('counts days and weeks by the calendar', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-10-01', '2026-11-01')).toBe(31);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekStart('2026-11-22')).toBe('2026-11-16');
    expect(weekStart('2026-11-16')).toBe('2026-11-16');
  });

  it('gives the wall time back for any instant of any zone', () => {
    const zones = [SHANGHAI, 'Asia/Urumqi', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800 }),
        fc.constantFrom(...zones),
        (second, zone) => {
          const ms = second * 1000;
          const back = msOfWallTime(wallTimeOf(ms, zone), zone);
          // Only the second pass of a doubled hour may come back as the first.
          expect([0, 1_800_000, 3_600_000]).toContain(ms - back);
          expect(wallTimeOf(back, zone)).toEqual(wallTimeOf(ms, zone));
          const day = dayOf(ms, zone);
          expect(startOfDay(day, zone)).toBeLessThanOrEqual(ms);
          expect(startOfDay(addDays(day, 1), zone)).toBeGreaterThan(ms);
        },
      ),
    );
  });
});
