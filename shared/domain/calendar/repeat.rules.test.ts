import { addDays, daysBetween, weekdayOf } from '@shared/lib/time';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { setHolidayTables } from './facts/imported-tables';
import { LUNAR_FESTIVALS } from './facts/official-days.fixture';
import { occurrencesBetween, type RepeatTimes } from './repeat.rules';
import type { RepeatRule } from './repeat.schema';

const times = (rule: RepeatRule, more: Partial<RepeatTimes> = {}): RepeatTimes => ({
  rule,
  skip: 'never',
  fromDay: '2026-01-01',
  leftOutDays: [],
  ...more,
});
const daysOf = (it: RepeatTimes, first: string, last: string) =>
  occurrencesBetween(it, first, last).days;

afterEach(() => setHolidayTables([]));

describe('when a repeat falls', () => {
  it('comes on weekdays, every other week counted from its first week', () => {
    const weekly = times({ kind: 'weekdays', weekdays: [1, 3], everyWeeks: 1 });
    expect(daysOf(weekly, '2026-11-23', '2026-12-02')).toEqual([
      '2026-11-23',
      '2026-11-25',
      '2026-11-30',
      '2026-12-02',
    ]);
    const fortnightly = times(
      { kind: 'weekdays', weekdays: [1], everyWeeks: 2 },
      { fromDay: '2026-11-26' },
    );
    // Its first week is that of Thursday 26th: that Monday lies before it.
    expect(daysOf(fortnightly, '2026-11-01', '2026-12-31')).toEqual(['2026-12-07', '2026-12-21']);
  });

  it('takes the last day for month days that a month does not have, once', () => {
    const monthly = times({ kind: 'monthDays', days: [8, 30, 31] });
    expect(daysOf(monthly, '2026-01-20', '2026-03-31')).toEqual([
      '2026-01-30',
      '2026-01-31',
      '2026-02-08',
      '2026-02-28',
      '2026-03-08',
      '2026-03-30',
      '2026-03-31',
    ]);
    expect(daysOf(times({ kind: 'monthDays', days: [29] }), '2028-02-01', '2028-02-29')).toEqual([
      '2028-02-29',
    ]);
  });

  it('finds lunar festivals by their lunar day, in the ordinary month of a leap year', () => {
    const named: [RepeatRule, string][] = [
      [{ kind: 'lunar', month: 8, days: [15] }, '中秋'],
      [{ kind: 'lunar', month: 5, days: [5] }, '端午'],
      [{ kind: 'lunar', month: 12, days: [30] }, '除夕'],
      [{ kind: 'lunar', month: 1, days: [1] }, '春节'],
    ];
    for (const [rule, name] of named) {
      const expected = LUNAR_FESTIVALS.filter(([, festival]) => festival === name);
      const it = times(rule, { fromDay: '2024-02-10' });
      expect(daysOf(it, '2024-02-10', '2029-02-12')).toEqual(expected.map(([day]) => day));
    }
  });

  it('falls in leap months where no month is named', () => {
    const fullMoon = times({ kind: 'lunar', days: [1] }, { fromDay: '2025-06-01' });
    // The sixth month and its leap twin.
    expect(daysOf(fullMoon, '2025-06-20', '2025-08-01')).toEqual(['2025-06-25', '2025-07-25']);
  });

  it('skips the National Day week and its made-up days as asked', () => {
    const daily: RepeatRule = { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1 };
    const span = ['2026-09-30', '2026-10-10'] as const;
    const offs = occurrencesBetween(times(daily, { skip: 'daysOff' }), ...span);
    expect(offs.days).toEqual(['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10']);
    expect(offs.skipped).toHaveLength(7);
    expect(offs.skipped[0]).toMatchObject({
      day: '2026-10-01',
      why: 'off',
      name: { zh: '国庆节' },
    });
    const both = occurrencesBetween(times(daily, { skip: 'both' }), ...span);
    expect(both.days).toEqual(['2026-09-30', '2026-10-08', '2026-10-09']);
    expect(both.skipped.at(-1)).toMatchObject({ day: '2026-10-10', why: 'makeUp' });
    expect(daysOf(times(daily, { skip: 'makeUpDays' }), ...span)).toHaveLength(10);
    expect(daysOf(times(daily), ...span)).toHaveLength(11);
  });

  it('says which years it cannot skip in, until their table is there', () => {
    const weekly = times({ kind: 'weekdays', weekdays: [1], everyWeeks: 1 }, { skip: 'daysOff' });
    expect(occurrencesBetween(weekly, '2026-12-21', '2027-01-11').unknownYears).toEqual([2027]);
    const days = [{ day: '2027-01-04', name: '元旦', isOff: true }];
    setHolidayTables([{ id: '2027', days, importedAt: 1 }]);
    const known = occurrencesBetween(weekly, '2026-12-21', '2027-01-11');
    expect(known.unknownYears).toEqual([]);
    expect(known.days).toEqual(['2026-12-21', '2026-12-28', '2027-01-11']);
  });

  it('ends after its last day and leaves out what was taken out', () => {
    const it = times(
      { kind: 'monthDays', days: [1, 15] },
      { untilDay: '2026-03-01', leftOutDays: ['2026-02-15'] },
    );
    expect(occurrencesBetween(it, '2025-01-01', '2026-12-31')).toEqual({
      days: ['2026-01-01', '2026-01-15', '2026-02-01', '2026-03-01'],
      skipped: [{ day: '2026-02-15', why: 'leftOut' }],
      unknownYears: [],
    });
  });
});

const anyDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n));
const anyRule: fc.Arbitrary<RepeatRule> = fc.oneof(
  fc.record({
    kind: fc.constant('weekdays' as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    everyWeeks: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    kind: fc.constant('monthDays' as const),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('lunar' as const),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
  }),
);
const anyTimes: fc.Arbitrary<RepeatTimes> = fc.record({
  rule: anyRule,
  skip: fc.constantFrom(
    'never' as const,
    'daysOff' as const,
    'makeUpDays' as const,
    'both' as const,
  ),
  fromDay: anyDay,
  leftOutDays: fc.array(anyDay, { maxLength: 5 }),
});

describe('occurrences of any repeat', () => {
  it('are the same whether a span is planned at once or in two parts', () => {
    fc.assert(
      fc.property(anyTimes, anyDay, fc.nat(60), fc.nat(60), (it, first, a, b) => {
        const middle = addDays(first, a);
        const last = addDays(middle, b);
        const parts = [...daysOf(it, first, middle), ...daysOf(it, addDays(middle, 1), last)];
        expect(parts).toEqual(daysOf(it, first, last));
      }),
      { numRuns: 60 },
    );
  });

  it('ascend without doubles, and with the skipped days make up the rule without skips', () => {
    fc.assert(
      fc.property(anyTimes, anyDay, fc.nat(120), (it, first, length) => {
        const last = addDays(first, length);
        const { days, skipped } = occurrencesBetween(it, first, last);
        expect(days).toEqual([...new Set(days)].sort());
        const bare = daysOf({ ...it, skip: 'never', leftOutDays: [] }, first, last);
        expect([...days, ...skipped.map(({ day }) => day)].sort()).toEqual(bare);
        expect(days.every((day) => day >= it.fromDay)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('of a month day come in every month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), (date) => {
        const it = times({ kind: 'monthDays', days: [date] });
        expect(daysOf(it, '2026-01-01', '2027-12-31')).toHaveLength(24);
      }),
    );
  });

  it('of every n weeks lie a multiple of n weeks apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 7 }), (n, weekday) => {
        const it = times({ kind: 'weekdays', weekdays: [weekday], everyWeeks: n });
        const days = daysOf(it, '2026-01-01', '2026-12-31');
        expect(days.every((day) => weekdayOf(day) === weekday)).toBe(true);
        const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
        expect(gaps.every((gap) => gap === n * 7)).toBe(true);
      }),
    );
  });
});
