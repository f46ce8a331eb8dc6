import { dayNumber } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyersOf, randomBuyers, rowsOf, TODAY } from '../testing/rule-finds.testing';
import { cohortFigures } from './cohort-figures.rules';
import { findCohorts } from './cohorts.rules';
import { daysOfMonth, monthName, monthOfDay, monthTable } from './months';

const on = (...days: string[]) => days.map((day) => ({ day: dayNumber(day), amountFen: 100 }));

describe('months', () => {
  it('are read off days, over the turn of a year and in leap years', () => {
    expect(monthName(monthOfDay(dayNumber('2023-12-31')))).toBe('2023-12');
    expect(monthName(monthOfDay(dayNumber('2024-01-01')))).toBe('2024-01');
    expect(daysOfMonth(monthOfDay(dayNumber('2024-02-10')))).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    });
    const [first, last] = [dayNumber('2023-11-15'), dayNumber('2025-03-02')];
    const table = monthTable(first, last);
    table.forEach((month, at) => {
      expect(month).toBe(monthOfDay(first + at));
    });
  });
});

describe('cohorts', () => {
  it('count each person once a month, and leave out what is still to come', () => {
    const columns = buyersOf(
      on('2025-01-05', '2025-01-06', '2025-03-01', '2025-03-02'),
      on('2025-01-31', '2025-02-01'),
      on('2025-03-31', '2025-04-01'),
      on('2025-04-01'),
      [],
    );
    const { cohorts, buyers } = findCohorts(columns, TODAY);
    expect(buyers).toBe(3);
    expect(cohorts.map(({ month, size, active }) => [monthName(month), size, active])).toEqual([
      ['2025-01', 2, [2, 1, 1]],
      ['2025-03', 1, [1]],
    ]);
  });

  it('have sizes that sum to all buyers, and rules that find exactly their people', () => {
    fc.assert(
      fc.property(randomBuyers, (columns) => {
        const found = findCohorts(columns, TODAY);
        const { cohorts, retention7, repurchase30, byMonth } = cohortFigures(found);
        expect(cohorts.reduce((all, { size }) => all + size, 0)).toBe(found.buyers);
        for (const { size, active, rule, cellRules } of cohorts) {
          expect(rowsOf(columns, rule)).toHaveLength(size);
          expect(cellRules.map((cell) => rowsOf(columns, cell).length)).toEqual(active);
        }
        for (const rate of [retention7, repurchase30, ...byMonth.map((it) => it.retention7)]) {
          expect(rowsOf(columns, rate.rule)).toHaveLength(rate.n);
          expect(rate.k).toBeLessThanOrEqual(rate.n);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('coming back', () => {
  it('counts another day within the window, of those whose window is over', () => {
    const columns = buyersOf(
      on('2025-03-01', '2025-03-01'), // the same day is no return
      on('2025-03-01', '2025-03-08'), // the last day of the window
      on('2025-03-01', '2025-03-09'), // one day late for 7, in time for 30
      on('2025-03-24'), // its window ends today, which is not over yet
      on('2025-03-23'), // ended yesterday
    );
    const { retention7, repurchase30 } = cohortFigures(findCohorts(columns, TODAY));
    expect(retention7).toMatchObject({ k: 1, n: 4 });
    expect(repurchase30).toMatchObject({ k: 0, n: 0 });
    expect(repurchase30.low).toBeUndefined();
    const later = cohortFigures(findCohorts(columns, TODAY + 1));
    expect(later.repurchase30).toMatchObject({ k: 2, n: 3 });
    expect(later.repurchase30.low).toBeGreaterThan(0);
  });
});
