import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, itemsByCell } from '../cell.rules';
import { SLOTS } from '../slots';
import { weekOf } from '../week.rules';
import { planGrid } from './grid-layout';
import { breakLines, countLines, textEm } from './measure';
import type { SheetItem } from './sheet.types';
import { flowTexts } from './text-flow';

const week = weekOf('2026-11-22');
const CAPACITY_MM = 148;

function itemsOf(count: number, cellOf: (n: number) => number, title = '产地直播：寿光大棚看番茄') {
  return Array.from({ length: count }, (_, n): SheetItem => {
    const cell = cellOf(n) % 28;
    return {
      id: `item-${String(n).padStart(3, '0')}`,
      date: week.days[cell % 7] ?? week.monday,
      slot: SLOTS[Math.floor(cell / 7)] ?? 'night',
      title,
      form: 'live',
      status: 'ready',
      position: n,
    };
  });
}
const plan = (items: readonly SheetItem[]) => {
  const cells = itemsByCell(items);
  const lines = SLOTS.map((slot) => ({
    key: slot,
    headMm: 19.8,
    cells: week.days.map((date) => cells.get(cellKey({ date, slot })) ?? []),
  }));
  return planGrid(lines, {
    cellMm: 36.8,
    capacityMm: CAPACITY_MM,
    largestPt: 15,
    metaLines: () => ['直播 · 产地溯源'],
  });
};

describe('measuring text', () => {
  it('keeps every character, and no line is wider than its room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.nat({ max: 30 }),
        (text, n) => {
          const room = n + 2;
          const lines = breakLines(text, room);
          expect(lines.map(({ line, endsBlock }) => line + (endsBlock ? '\n' : '')).join('')).toBe(
            `${text.replace(/\r\n|[\r\n]/g, '\n')}\n`,
          );
          for (const { line } of lines) expect(textEm(line.trimEnd())).toBeLessThanOrEqual(room);
        },
      ),
    );
  });

  it('breaks Chinese anywhere, words between them, and a word only when it is wider than a line', () => {
    expect(countLines('一二三四五六', 3)).toBe(2);
    expect(breakLines('fresh apples today', 6).map((l) => l.line)).toEqual([
      'fresh ',
      'apples ',
      'today',
    ]);
    expect(countLines('a'.repeat(100), 6.4)).toBe(10);
    // 。may not begin a line, 「 may not end one: their neighbours go along.
    expect(breakLines('一二三。四五', 3).map((l) => l.line)).toEqual(['一二', '三。四', '五']);
    expect(breakLines('一二「三」四', 3).map((l) => l.line)).toEqual(['一二', '「三」', '四']);
  });
});

describe('the plan of the grid', () => {
  it('sets an ordinary and a full week on one page, the fuller the smaller', () => {
    const sizes = [7, 28, 56].map((count) => {
      const { pages, step } = plan(itemsOf(count, (n) => n));
      expect(pages).toHaveLength(1);
      return step.titlePt;
    });
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBe(15);
    expect(sizes[2]).toBeGreaterThanOrEqual(8);
  });

  it('fills the one page to its foot and never beyond', () => {
    for (const count of [0, 1, 14, 40]) {
      const { pages } = plan(itemsOf(count, (n) => n * 5));
      const sum = pages[0]?.reduce((total, row) => total + row.heightMm, 0);
      expect(sum).toBeCloseTo(CAPACITY_MM, 1);
    }
  });

  it('loses and repeats nothing, whatever the load', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            cell: fc.nat({ max: 27 }),
            title: fc.string({ minLength: 1, maxLength: 200 }),
          }),
          { maxLength: 120 },
        ),
        (specs) => {
          const items = specs.map(({ cell, title }, n) => ({
            ...(itemsOf(1, () => cell)[0] as SheetItem),
            id: `item-${n}`,
            title,
          }));
          const { pages } = plan(items);
          const printed = pages.flatMap((rows) =>
            rows.flatMap((row) => row.cells.flatMap((cell) => cell.map((item) => item.id))),
          );
          expect(printed.sort()).toEqual(items.map((item) => item.id).sort());
          for (const rows of pages) {
            const sum = rows.reduce((total, row) => total + row.heightMm, 0);
            expect(sum).toBeLessThanOrEqual(CAPACITY_MM + 0.1);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does not shrink a light week for the sake of one very long title', () => {
    const [first, ...rest] = itemsOf(7, (n) => n);
    const { pages, step } = plan([{ ...(first as SheetItem), title: '长'.repeat(200) }, ...rest]);
    expect(pages).toHaveLength(1);
    expect(step.titlePt).toBeGreaterThanOrEqual(11);
  });

  it('continues a crowded evening on the next page under its own name', () => {
    const { pages } = plan(itemsOf(60, () => 16));
    expect(pages.length).toBeGreaterThan(1);
    const rows = pages.flat();
    const evening = rows.filter((row) => row.key === 'evening');
    expect(evening.map((row) => row.isContinued)).toEqual([
      false,
      ...evening.slice(1).map(() => true),
    ]);
    expect(rows.at(-1)?.key).toBe('night');
  });
});

const twoColumns = {
  columnMm: 134,
  heightMm: 160,
  columns: 2,
  headPt: 10,
  subPt: 8.5,
  textPt: 9.5,
  gapMm: 3.5,
  sectionMm: 0,
};

describe('long texts', () => {
  it('flow over columns and pages without losing a word', () => {
    const text = Array.from({ length: 300 }, (_, n) => `第${n}句，价格 ${n}.90 元。`).join('');
    const pages = flowTexts([{ heading: '周一 早间', text }], twoColumns);
    const parts = pages.flat(2);
    expect(
      parts
        .map((part) => part.text)
        .join('')
        .replaceAll(' ', ''),
    ).toBe(text.replaceAll(' ', ''));
    expect(parts[0]?.isContinued).toBe(false);
    expect(parts.slice(1).every((part) => part.isContinued)).toBe(true);
  });

  it('need no page when there are none', () => {
    expect(flowTexts([], twoColumns)).toEqual([]);
  });

  it('keep a heading without a text, and open a section again at the top of a column', () => {
    const blocks = Array.from({ length: 40 }, (_, n) => ({
      section: n < 30 ? 'morning' : 'noon',
      heading: `第${n}条`,
      text: n % 2 === 0 ? '' : '一句\n两句\n三句\n四句',
    }));
    const pages = flowTexts(blocks, { ...twoColumns, columns: 1, sectionMm: 10 });
    expect(pages.flat(2).map(({ heading }) => heading)).toEqual(blocks.map((it) => it.heading));
    expect(pages.length).toBeGreaterThan(1);
    for (const [column = []] of pages) expect(column[0]?.opensSection).toBe(true);
    const noon = pages.flat(2).filter((part) => part.section === 'noon');
    expect(noon[0]?.opensSection).toBe(true);
  });
});
