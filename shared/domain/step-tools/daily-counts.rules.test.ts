import { expect, it } from 'vitest';
import { sumDaily } from './daily-counts.rules';

const day = '2026-03-02';

it('lets the imported figure of a place stand before the typed one, and says so', () => {
  const sums = sumDaily([
    { id: '1', day, count: 120, placement: '首页弹窗' },
    { id: '2', day, count: 90, placement: '首页弹窗', batchId: 'b' },
    { id: '3', day, count: 15, placement: '首页弹窗', batchId: 'b' },
    { id: '4', day, count: 40, placement: '支付成功页' },
  ]);
  expect(sums.total).toBe(145);
  expect(sums.importedTotal).toBe(105);
  expect(sums.clashes).toEqual([
    { kind: 'twoSources', day, placement: '首页弹窗', used: 105, unused: 120 },
  ]);
});

it('takes a whole day only where no place is known', () => {
  const sums = sumDaily([
    { id: '1', day, count: 500 },
    { id: '2', day, count: 40, placement: '支付成功页' },
    { id: '3', day: '2026-03-03', count: 300, batchId: 'b' },
  ]);
  expect([...sums.byDay]).toEqual([
    [day, 40],
    ['2026-03-03', 300],
  ]);
  expect(sums.clashes).toEqual([
    { kind: 'wholeAndParts', day, placement: '', used: 40, unused: 500 },
  ]);
});

it('sums nothing to nothing', () => {
  expect(sumDaily([])).toMatchObject({ total: 0, importedTotal: 0, clashes: [] });
});
