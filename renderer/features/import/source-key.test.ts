import { describe, expect, it } from 'vitest';
import { sourceKey } from './source-key';

describe('files of one source', () => {
  it.each([
    ['顾客购买表_20261113.xlsx', '顾客购买表-20261120(2).xlsx'],
    ['订单导出 2026年11月13日.xls', '订单导出2026年11月20日 (1).xls'],
    ['Orders-2026-11-13.xlsx', 'orders_2026.11.20 - Copy.xlsx'],
    ['名单（3）.csv', '名单.xlsx'],
    ['20261113.xlsx', '1732000000.csv'],
  ])('are known by the words of their names: %s, %s', (one, other) => {
    expect(sourceKey(one)).toBe(sourceKey(other));
  });

  it('differ from those of another', () => {
    const names = ['顾客购买表_20261113.xlsx', '商品汇总表_20261113.xlsx', '20261113.xlsx'];
    expect(new Set(names.map(sourceKey)).size).toBe(3);
  });

  it('have a key of any name', () => {
    for (const name of ['', '.xlsx', '...', '王'.repeat(500)]) {
      expect(sourceKey(name).length).toBeGreaterThan(0);
      expect(sourceKey(name).length).toBeLessThanOrEqual(120);
    }
  });
});
