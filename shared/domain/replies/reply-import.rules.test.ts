import { describe, expect, it } from 'vitest';
import type { Reply } from './reply.schema';
import { cellsOfPaste, planReplies } from './reply-import.rules';

const known: Reply[] = [
  { id: 'r1', keyword: '到货', synonyms: ['几点到'], answer: '三点', groupIds: [], changedAt: 0 },
  { id: 'r2', keyword: '退款', synonyms: [], answer: '当天', groupIds: ['g1'], changedAt: 0 },
];

describe('reading a table of keywords', () => {
  it('reads what a spreadsheet puts on the clipboard, cells of several lines included', () => {
    expect(cellsOfPaste('关键词\t答案\r\n到货\t"三点\n在东门 ""A""口"')).toEqual([
      ['关键词', '答案'],
      ['到货', '三点\n在东门 "A"口'],
    ]);
    expect(cellsOfPaste('到货｜几点到｜三点')).toEqual([['到货', '几点到', '三点']]);
    expect(cellsOfPaste('尺寸\t5"')).toEqual([['尺寸', '5"']]);
  });

  it('tells what is new, changed, the same and wrong, by row', () => {
    const plan = planReplies(
      [
        ['答案', '关键词', '同义词', '备注'],
        ['四点', '到货', '', ''],
        ['当天', '退款', '退钱、多久退', ''],
        ['', '运费', '', ''],
        ['包邮', '', '', ''],
        ['', '', '', ''],
        ['不包', '退 款', '', ''],
        ['x', '长'.repeat(61), '', ''],
      ],
      known,
    );
    expect(plan.adds).toEqual([{ keyword: '退款', synonyms: ['退钱', '多久退'], answer: '当天' }]);
    expect(plan.changes).toEqual([
      {
        id: 'r1',
        before: { keyword: '到货', synonyms: ['几点到'], answer: '三点' },
        after: { keyword: '到货', synonyms: ['几点到'], answer: '四点' },
      },
    ]);
    expect(plan.errors).toEqual([
      { row: 4, code: 'noAnswer' },
      { row: 5, code: 'noKeyword' },
      { row: 7, code: 'twice', other: 3 },
      { row: 8, code: 'tooLong' },
    ]);
  });

  it('finds nothing to do in its own result', () => {
    expect(planReplies([['到货', '几点到', '三点']], known)).toMatchObject({
      adds: [],
      changes: [],
      unchanged: 1,
    });
    expect(planReplies([['到货', '三点']], known).unchanged).toBe(1);
  });
});
