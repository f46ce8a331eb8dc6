import { dayNumber, dayOf } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZoneDays } from './zone-days';

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

describe('days of instants', () => {
  it('are those that clocks in the zone show, also on the days on which they change', () => {
    const days = new Map(ZONES.map((zone) => [zone, new ZoneDays(zone)]));
    // Around both changes of 2026 in Berlin and New York, and anywhere else, before 1970 too.
    const changes = ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01'].map((day) =>
      Date.parse(`${day}T00:00:00Z`),
    );
    const near = fc
      .constantFrom(...changes)
      .chain((at) => fc.integer({ min: at - 9e7, max: at + 18e7 }));
    const any = fc.integer({ min: -1e12, max: 6e12 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.oneof(near, any), (zone, ms) => {
        expect(days.get(zone)?.dayOf(ms)).toBe(dayNumber(dayOf(ms, zone)));
      }),
      { numRuns: 800 },
    );
  });
});
