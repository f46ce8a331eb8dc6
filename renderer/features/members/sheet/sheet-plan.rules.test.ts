import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADING_LINES, planSections, type SheetSection } from './sheet-plan.rules';

const section = (title: string, count: number, least: number, more = 0): SheetSection => ({
  title,
  items: Array.from({ length: count }, (_, n) => [`${title}${n}`]),
  least,
  more,
  rest: (hidden) => `另有 ${hidden}`,
});

describe('one page for one person', () => {
  it('shows all when there is room', () => {
    const [orders, points] = planSections([section('o', 3, 2), section('p', 2, 1)], 20);
    expect(orders).toEqual({ title: 'o', lines: ['o0', 'o1', 'o2'], hidden: 0 });
    expect(points?.lines).toEqual(['p0', 'p1']);
  });

  it('sums up what finds no room, and gives what is left to the first that wants it', () => {
    const [orders, points] = planSections([section('o', 100, 3), section('p', 100, 3)], 13);
    expect(orders?.lines).toEqual(['o0', 'o1', 'o2', 'o3', 'o4', 'o5', '另有 94']);
    expect(points?.lines).toEqual(['p0', 'p1', '另有 98']);
  });

  it('counts what was not even read, and leaves out what nobody has', () => {
    const planned = planSections([section('o', 2, 3, 500), section('none', 0, 3)], 20);
    expect(planned).toEqual([{ title: 'o', lines: ['o0', 'o1', '另有 500'], hidden: 500 }]);
  });

  it('never takes more lines than there are, and loses nobody', () => {
    const sections = fc.array(
      fc.record({ items: fc.nat(40), tall: fc.integer({ min: 1, max: 3 }), more: fc.nat(3) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(sections, fc.integer({ min: 20, max: 60 }), (list, budget) => {
        const planned = planSections(
          list.map(({ items, tall, more }, at) => ({
            ...section(`s${at}`, 0, 6, more),
            items: Array.from({ length: items }, () => Array.from({ length: tall }, () => 'x')),
          })),
          budget,
        );
        const lines = planned.reduce((sum, it) => sum + it.lines.length + HEADING_LINES, 0);
        expect(lines).toBeLessThanOrEqual(budget);
        for (const { title, lines: shown, hidden } of planned) {
          const { items, tall, more } = list[Number(title.slice(1))] ?? {
            items: 0,
            tall: 1,
            more: 0,
          };
          const whole = shown.length - (hidden > 0 ? 1 : 0);
          expect(whole / tall + hidden).toBe(items + more);
        }
      }),
    );
  });
});
