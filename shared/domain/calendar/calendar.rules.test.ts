import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import columns from '../../../resources/columns/default-columns.json';
import { cellKey, compareInCell, itemsByCell, placeInCell } from './cell.rules';
import { offeredColumns } from './column.rules';
import { columnChoices, columnTemplateSchema } from './column.schema';
import { COLUMN_CATEGORIES } from './content.schema';
import { weekHints } from './quota.rules';
import { slotAtTime, slotHoursLabel } from './slot.rules';
import { DEFAULT_SLOT_SETTINGS } from './slot-defaults';
import { shiftWeek, weekNumber, weekOf } from './week.rules';

describe('a week', () => {
  it('runs from Monday to Sunday, over the turn of the year too', () => {
    expect(weekOf('2027-01-01').days).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
    expect(weekOf('2026-11-22').monday).toBe('2026-11-16');
    expect(shiftWeek(weekOf('2026-11-22'), 1).monday).toBe('2026-11-23');
    expect(shiftWeek(weekOf('2026-11-22'), -2).monday).toBe('2026-11-02');
  });

  it('has the number that other calendars give it', () => {
    const days = [
      '2026-01-01',
      '2026-11-23',
      '2026-12-31',
      '2027-01-03',
      '2027-01-04',
      '2024-12-30',
    ];
    expect(days.map((day) => weekNumber(weekOf(day)))).toEqual([1, 48, 53, 53, 1, 1]);
  });

  it('knows which slot a time belongs to, its end excluded', () => {
    const times = ['05:59', '06:00', '07:30', '08:00', '11:00', '13:00', '17:10', '20:00'];
    const slots = [...times, '21:59', '22:00'].map((time) =>
      slotAtTime(DEFAULT_SLOT_SETTINGS, time),
    );
    expect(slots).toEqual([
      undefined,
      'morning',
      'morning',
      undefined,
      'noon',
      undefined,
      'evening',
      'night',
      'night',
      undefined,
    ]);
    expect(slotHoursLabel(DEFAULT_SLOT_SETTINGS.slots.morning)).toBe('06–08');
    expect(slotHoursLabel({ from: '06:30', to: '09:00' })).toBe('06:30–09:00');
  });
});

describe('the order in a cell', () => {
  it('is by position, and by age where two laptops chose the same position', () => {
    const item = (id: string, position: number) => ({
      id,
      position,
      date: '2026-11-16',
      slot: 'noon' as const,
    });
    const cells = itemsByCell([item('b', 1), item('c', 0.5), item('a', 1)]);
    expect(cells.get('2026-11-16-noon')?.map((i) => i.id)).toEqual(['c', 'a', 'b']);
    expect(cells.size).toBe(1);
  });

  it('puts an item where it was dropped, however often one drops it into the same gap', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 120 }), (drops) => {
        let cell: { id: string; position: number }[] = [];
        const expected: string[] = [];
        drops.forEach((index, n) => {
          const id = `item-${String(n).padStart(3, '0')}`;
          const patches = new Map(placeInCell(cell, id, index).map((p) => [p.id, p.position]));
          cell = [...cell, { id, position: 0 }].map((i) => ({
            ...i,
            position: patches.get(i.id) ?? i.position,
          }));
          cell.sort(compareInCell);
          expected.splice(Math.min(index, expected.length), 0, id);
          expect(cell.map((i) => i.id)).toEqual(expected);
        });
      }),
    );
  });

  it('touches only the moved item while there is room, and all of them when there is none', () => {
    const cell = [
      { id: 'a', position: 1 },
      { id: 'b', position: 2 },
    ];
    expect(placeInCell(cell, 'x', 1)).toEqual([{ id: 'x', position: 1.5 }]);
    const tight = [
      { id: 'a', position: 1 },
      { id: 'b', position: 1 },
    ];
    expect(placeInCell(tight, 'x', 1)).toEqual([
      { id: 'x', position: 2 },
      { id: 'a', position: 1 },
      { id: 'b', position: 3 },
    ]);
  });
});

describe('hints', () => {
  it('point at empty slots from today on and at crowded ones', () => {
    const week = weekOf('2026-11-22');
    const at = (date: string, count: number) =>
      Array.from({ length: count }, () => ({ date, slot: 'night' as const }));
    const hints = weekHints(
      [...at('2026-11-16', 4), ...at('2026-11-22', 3)],
      week.days,
      '2026-11-22',
      DEFAULT_SLOT_SETTINGS,
    );
    expect(hints.crowded.map(cellKey)).toEqual(['2026-11-16-night']);
    expect(hints.gaps.map(cellKey)).toEqual([
      '2026-11-22-morning',
      '2026-11-22-noon',
      '2026-11-22-evening',
    ]);
  });
});

describe('archived columns', () => {
  const live = { id: 'live', isArchived: false };
  const old = { id: 'old', isArchived: true };
  const gone = { id: 'gone', isArchived: true };

  it('are no longer offered, but for the one in which a piece stands', () => {
    expect(offeredColumns([live, old, gone])).toEqual([live]);
    expect(offeredColumns([live, old, gone], 'old')).toEqual([live, old]);
    expect(offeredColumns([live, old, gone], null)).toEqual([live]);
  });
});

describe('the columns that come with the console', () => {
  const templates = z.array(columnTemplateSchema).parse(columns);

  it('are ten in four categories, each id once', () => {
    expect(templates).toHaveLength(10);
    expect(new Set(templates.map((t) => t.id)).size).toBe(10);
    expect(new Set(templates.map((t) => t.category))).toEqual(new Set(COLUMN_CATEGORIES));
  });

  it("give way to the leader's own edition and are followed by the leader's own columns", () => {
    const own = [
      { id: 'column-origin', name: '地头直播', category: 'knowledge' as const },
      { id: '0190-new', name: '拆箱', category: 'guide' as const },
    ];
    const choices = columnChoices(templates, own, 'en');
    expect(choices).toHaveLength(11);
    expect(choices.find((c) => c.id === 'column-origin')?.name).toBe('地头直播');
    expect(choices.find((c) => c.id === 'column-topic')?.name).toBe('Topic relay');
    expect(choices.at(-1)?.id).toBe('0190-new');
  });
});
