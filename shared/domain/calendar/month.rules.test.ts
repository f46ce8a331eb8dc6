import { addDays, daysBetween, weekdayOf } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInMonth, monthOf, shiftMonth } from './month.rules';

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1970-01-01', n));

describe('a month on the wall', () => {
  it('has six weeks from Monday to Sunday that hold all its days, whatever month it is', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { first, weeks } = monthOf(date);
        const days = weeks.flatMap((week) => week.days);
        expect(days).toHaveLength(42);
        expect(weekdayOf(days[0] ?? '')).toBe(1);
        expect(days.map((it) => daysBetween(days[0] ?? '', it))).toEqual([...days.keys()]);
        const own = days.filter((it) => isInMonth(it, { first }));
        expect(own[0]).toBe(first);
        expect(own.length).toBeGreaterThanOrEqual(28);
        expect(isInMonth(addDays(own.at(-1) ?? '', 1), { first })).toBe(false);
        expect(own).toContain(date);
      }),
    );
  });

  it('shows a month of six weeks whole: 31 days from a Sunday', () => {
    const { weeks } = monthOf('2026-03-15');
    expect(weeks[0]?.days[6]).toBe('2026-03-01');
    expect(weeks[5]?.days.slice(0, 2)).toEqual(['2026-03-30', '2026-03-31']);
  });

  it('turns its pages over the year and keeps to shorter months', () => {
    expect(shiftMonth('2026-12-31', 1)).toBe('2027-01-31');
    expect(shiftMonth('2026-01-31', 1)).toBe('2026-02-28');
    expect(shiftMonth('2028-01-31', 1)).toBe('2028-02-29');
    expect(shiftMonth('2026-01-15', -1)).toBe('2025-12-15');
    expect(shiftMonth('2026-03-31', -13)).toBe('2025-02-28');
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (date, n) => {
        const there = shiftMonth(date, n);
        expect(monthOf(shiftMonth(there, -n)).first).toBe(monthOf(date).first);
      }),
    );
  });
});
