import { describe, expect, it } from 'vitest';
import type { ContentResult } from '../calendar/content-result.schema';
import { figureText, parseFigure } from './figure-input.rules';
import { figureRemarks, figuresOf, sumFigures } from './figures.rules';
import { suggestMatches, titleSimilarity } from './match.rules';
import { sentItem } from './results.testing';

const row = (more: Partial<ContentResult>): ContentResult => ({
  id: 'r',
  day: '2026-11-16',
  title: '早安签到',
  ...more,
});

describe('what was typed into a figure', () => {
  it.each([
    ['1.2万', 'reach', 12_000],
    ['１，２８４', 'opens', 1284],
    ['36人', 'participants', 36],
    ['12 单', 'orders', 12],
    ['18:30', 'averageSeconds', 1110],
    ['18分30秒', 'averageSeconds', 1110],
    ['18分钟', 'averageSeconds', 1080],
    ['95', 'averageSeconds', 95],
    ['¥1,284.5', 'gmvFen', 128_450],
    ['1.2万', 'gmvFen', 1_200_000],
    ['72%', 'opens', 720],
    ['７２．５％', 'opens', 725],
    ['19%', 'orders', 95],
  ] as const)('reads %s of %s', (text, key, value) => {
    expect(parseFigure(text, key, { reach: 1000, opens: 500 })).toMatchObject({ value });
  });

  it.each([
    ['-3', 'reach', 'negative'],
    ['1.5', 'opens', 'fraction'],
    ['很多', 'opens', 'notANumber'],
    ['-5', 'gmvFen', 'negative'],
    ['3公斤', 'averageSeconds', 'notANumber'],
    ['25:00:01', 'averageSeconds', 'tooLarge'],
  ] as const)('refuses %s of %s: %s', (text, key, reason) => {
    expect(parseFigure(text, key, {})).toEqual({ kind: 'refused', reason });
  });

  it('knows of what a percentage is one, or says that it does not', () => {
    expect(parseFigure('72%', 'opens', {})).toEqual({
      kind: 'refused',
      reason: 'percentOfNothing',
    });
    expect(parseFigure('  ', 'opens', {})).toEqual({ kind: 'empty' });
  });

  it('writes a stored figure so that reading it gives the same', () => {
    const cases = [
      ['averageSeconds', 45],
      ['averageSeconds', 1110],
      ['averageSeconds', 7384],
      ['gmvFen', 128_450],
      ['opens', 720],
    ] as const;
    for (const [key, value] of cases) {
      expect(parseFigure(figureText(value, key), key, {})).toMatchObject({ value });
    }
  });
});

describe('the figures of an item', () => {
  it('takes what was typed for all before groups, and groups before a report', () => {
    const rows = [
      row({ source: 'import', opens: 900, likes: 4 }),
      row({ source: 'typed', groupId: 'a', opens: 300, reach: 400 }),
      row({ source: 'typed', groupId: 'b', opens: 100, reach: 200 }),
    ];
    expect(figuresOf(rows)).toEqual({ opens: 400, reach: 600, likes: 4 });
    expect(figuresOf([...rows, row({ source: 'typed', opens: 410 })])).toEqual({
      opens: 410,
      reach: 600,
      likes: 4,
    });
  });

  it('weighs seconds by openings', () => {
    const sum = sumFigures([
      { averageSeconds: 60, opens: 300 },
      { averageSeconds: 120, opens: 100 },
    ]);
    expect(sum).toEqual({ averageSeconds: 75, opens: 400 });
  });

  it('says what cannot be and leaves it as it is', () => {
    expect(figureRemarks({ reach: 100, opens: 120, orders: 3 })).toEqual([
      { kind: 'moreThan', key: 'opens', than: 'reach' },
    ]);
    expect(figureRemarks({ orders: 0, gmvFen: 5 })).toEqual([{ kind: 'noOrders' }]);
    expect(figureRemarks({ reach: 100, opens: 100 })).toEqual([]);
  });
});

describe('a reported result finds its item', () => {
  const items = [
    sentItem({ id: 'a', title: '今日爆款：烟台红富士', slot: 'morning' }),
    sentItem({ id: 'b', title: '晒一道番茄菜', slot: 'evening' }),
    sentItem({ id: 'c', title: '今日爆款：烟台红富士', slot: 'morning', date: '2026-11-09' }),
  ];

  it('by day, slot and title, however it is spelled', () => {
    const found = suggestMatches(
      [
        row({ id: 'r1', title: '【今日爆款】烟台红富士 ', slot: 'morning' }),
        row({ id: 'r2', title: '晒一道番茄菜！', day: '2026-11-17' }),
        row({ id: 'r3', title: '别的内容' }),
        row({ id: 'r4', title: '晒一道番茄菜', day: '2026-11-19' }),
      ],
      items,
    );
    expect(found.map(({ resultId, itemId }) => [resultId, itemId])).toEqual([
      ['r1', 'a'],
      ['r2', 'b'],
    ]);
    expect(found[0]?.sureness).toBe(1);
    expect(found[1]).toMatchObject({ daysOff: 1, similarity: 1 });
  });

  it('measures likeness by pairs of letters', () => {
    expect(titleSimilarity('ABCD', 'ａｂｃｄ')).toBe(1);
    expect(titleSimilarity('night', 'nacht')).toBeCloseTo(0.25, 12);
    expect(titleSimilarity('！', '？')).toBe(0);
  });
});
