import { addDays, weekdayOf } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import columns from '../../../resources/columns/default-columns.json';
import starters from '../../../resources/week-templates/starter-weeks.json';
import { columnUses } from './column.rules';
import { planWarnings } from './guard.rules';
import {
  chosenPlacements,
  monthSpan,
  placements,
  samePlaceInMonth,
  shiftMonth,
} from './plan-place.rules';
import { DEFAULT_SLOT_SETTINGS } from './slot-defaults';
import { weekOf } from './week.rules';
import { starterWeekSchema, templateCells, templateOfStarter } from './week-template.rules';
import { weekTemplateSchema } from './week-template.schema';

describe('the same place in another month', () => {
  it('keeps the weekday and its number, and has no fifth one where there is none', () => {
    expect(samePlaceInMonth('2026-11-10', '2026-12')).toBe('2026-12-08');
    expect(samePlaceInMonth('2026-11-01', '2026-12')).toBe('2026-12-06');
    expect(samePlaceInMonth('2026-11-29', '2026-12')).toBeUndefined();
    expect(samePlaceInMonth('2026-12-31', '2027-01')).toBeUndefined();
  });

  it('never puts two days onto one, and keeps order among weekdays', () => {
    const months = fc.integer({ min: 0, max: 60 }).map((n) => shiftMonth('2024-01', n));
    fc.assert(
      fc.property(months, months, (from, to) => {
        const { first, last } = monthSpan(from);
        const found: string[] = [];
        for (let day = first; day <= last; day = addDays(day, 1)) {
          const place = samePlaceInMonth(day, to);
          if (place === undefined) continue;
          expect(weekdayOf(place)).toBe(weekdayOf(day));
          expect(place.slice(0, 7)).toBe(to);
          found.push(place);
        }
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeGreaterThanOrEqual(28);
      }),
    );
  });

  it('knows where months end', () => {
    expect(monthSpan('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' });
    expect(shiftMonth('2026-12', 1)).toBe('2027-01');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
  });
});

describe('laying a pattern into days', () => {
  const wanted = [
    { cell: { date: '2026-10-01', slot: 'night' as const }, source: 'b' },
    { cell: { date: '2026-10-01', slot: 'morning' as const }, source: 'a' },
    { cell: { date: '2026-10-08', slot: 'noon' as const }, source: 'c' },
  ];

  it('says what is there and which days are off, and fills as asked', () => {
    const placed = placements(wanted, [{ date: '2026-10-08', slot: 'noon' }]);
    expect(placed.map(({ source }) => source)).toEqual(['a', 'b', 'c']);
    expect(placed.map(({ there }) => there)).toEqual([0, 0, 1]);
    expect(placed[0]?.off?.zh).toBe('国庆节');
    const sources = (...rest: [Parameters<typeof chosenPlacements>[1], boolean?]) =>
      chosenPlacements(placed, ...rest).map(({ source }) => source);
    expect(sources('add')).toEqual(['a', 'b', 'c']);
    expect(sources('emptyOnly')).toEqual(['a', 'b']);
    expect(sources('add', true)).toEqual(['c']);
  });
});

describe('the weeks that come with the console', () => {
  const weeks = z.array(starterWeekSchema).parse(starters);

  it('are templates in both languages, with columns that exist', () => {
    expect(weeks.length).toBeGreaterThanOrEqual(2);
    const known = new Set(columns.map(({ id }) => id));
    for (const week of weeks) {
      for (const language of ['zh', 'en'] as const) {
        expect(weekTemplateSchema.safeParse(templateOfStarter(week, language)).success).toBe(true);
      }
      expect(week.items.filter(({ columnId }) => !known.has(columnId))).toEqual([]);
      expect(
        week.items.map(({ title }) => title.en).filter((en) => /\p{Script=Han}/u.test(en)),
      ).toEqual([]);
      expect(new Set(week.items.map(({ weekday }) => weekday)).size).toBe(7);
    }
  });

  it('do not repeat themselves, and keep every slot within its quota', () => {
    for (const week of weeks) {
      const cells = templateCells(templateOfStarter(week, 'zh'), '2026-11-23');
      const items = cells.map(({ cell, source }, at) => ({
        ...cell,
        ...source.plan,
        id: `i${at}`,
      }));
      const warnings = planWarnings({
        items,
        days: weekOf('2026-11-23').days,
        settings: DEFAULT_SLOT_SETTINGS,
        columns: [],
        groups: [{ id: 'east', name: '城东 1 群' }],
        today: '2026-11-23',
      });
      expect(warnings.filter(({ kind }) => kind !== 'gap')).toEqual([]);
    }
  });

  it('lie on their weekdays in any week', () => {
    const [first] = weeks;
    if (!first) throw new Error('no starter week');
    const cells = templateCells(templateOfStarter(first, 'zh'), '2026-12-30');
    expect(cells.every(({ cell, source }) => weekdayOf(cell.date) === source.weekday)).toBe(true);
    expect(cells.every(({ cell }) => cell.date >= '2026-12-28' && cell.date <= '2027-01-03')).toBe(
      true,
    );
  });
});

describe('how often a column is planned', () => {
  it('is counted within the month and compared with its cadence', () => {
    const column = { id: 'a', name: '甲', category: 'guide' as const, perWeek: 2 };
    const items = [
      { date: '2026-11-01', columnId: 'a' },
      { date: '2026-11-30', columnId: 'a' },
      { date: '2026-12-01', columnId: 'a' },
      { date: '2026-11-02', columnId: 'b' },
    ];
    const { perWeek: _, ...free } = { ...column, id: 'b' };
    expect(columnUses([column, free], items, '2026-11-01', '2026-11-30')).toEqual([
      { columnId: 'a', planned: 2, wanted: 9 },
      { columnId: 'b', planned: 1 },
    ]);
  });
});
