import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedOnce, type DailyCount, sumDaily } from './daily-counts.rules';

const rowArb = fc.record(
  {
    day: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03'),
    count: fc.nat(5000),
    placement: fc.constantFrom('首页弹窗', '支付成功页', ' ', '首页弹窗 '),
    batchId: fc.constantFrom('b1', 'b2'),
  },
  { requiredKeys: ['day', 'count'] },
);
const rowsArb = fc
  .array(rowArb, { maxLength: 20 })
  .map((rows) => rows.map((row, index): DailyCount => ({ ...row, id: `c${index}` })));
const total = (rows: readonly DailyCount[]) => rows.reduce((sum, row) => sum + row.count, 0);

it('adds up the same by place, by day and as a whole', () => {
  fc.assert(
    fc.property(rowsArb, (rows) => {
      const sums = sumDaily(rows);
      for (const by of [sums.byPlacement, sums.byDay]) {
        expect([...by.values()].reduce((a, b) => a + b, 0)).toBe(sums.total);
      }
      expect(sums.importedTotal).toBeLessThanOrEqual(sums.total);
    }),
  );
});

it('does not depend on the order of the rows', () => {
  fc.assert(
    fc.property(rowsArb, (rows) => {
      expect(sumDaily([...rows].reverse())).toEqual(sumDaily(rows));
    }),
  );
});

it('counts everything or says what it left out', () => {
  fc.assert(
    fc.property(rowsArb, (rows) => {
      const { clashes } = countedOnce(rows);
      const said = clashes.reduce((sum, { unused }) => sum + unused, 0);
      expect(sumDaily(rows).total).toBeLessThanOrEqual(total(rows));
      expect(sumDaily(rows).total + said).toBe(total(rows));
    }),
  );
});

it('never counts two sources for one place, nor a whole day beside its places', () => {
  fc.assert(
    fc.property(rowsArb, (rows) => {
      const { counted } = countedOnce(rows);
      const at = (row: DailyCount) => `${row.day} ${row.placement?.trim() ?? ''}`;
      for (const row of counted) {
        const beside = counted.filter((other) => at(other) === at(row));
        expect(new Set(beside.map((other) => other.batchId !== undefined)).size).toBe(1);
        const isWhole = (it: DailyCount) => (it.placement?.trim() ?? '') === '';
        const ofDay = counted.filter((other) => other.day === row.day);
        expect(new Set(ofDay.map(isWhole)).size).toBe(1);
      }
    }),
  );
});
