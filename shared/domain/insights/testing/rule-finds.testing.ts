import type { PeopleColumns, PeopleScores } from '@shared/domain/people/people-columns';
import { columnsOf, type WrittenOrder } from '@shared/domain/people/people-columns.testing';
import { categoryOf } from '@shared/domain/products/category.rules';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { RuleEngine } from '@shared/domain/rules/rule-engine';
import fc from 'fast-check';

/** 31 March 2025. */
export const TODAY = 20_178;

const order: fc.Arbitrary<WrittenOrder> = fc.record({
  day: fc.oneof(
    fc.integer({ min: TODAY - 400, max: TODAY + 3 }),
    fc.integer({ min: TODAY - 30, max: TODAY }),
  ),
  minute: fc.integer({ min: 0, max: 2 }),
  amountFen: fc.constantFrom(0, 100, 3000, 5000, 9900, 20_000),
  refundFen: fc.constantFrom(0, 0, 0, 100, 6000),
  products: fc.subarray(['有机番茄 500g', '阳光玫瑰葡萄', '没有人认得的东西', '土鸡蛋']),
});

/** Up to thirty people with up to twelve orders, some of them still to come, one of them gone. */
export const randomBuyers: fc.Arbitrary<PeopleColumns> = fc
  .array(fc.array(order, { maxLength: 12 }), { maxLength: 30 })
  .map((all) =>
    columnsOf(
      all.map((orders, row) => ({
        id: `m${String(row).padStart(2, '0')}`,
        knownDay: TODAY - 500,
        isGone: row === 7,
        orders,
      })),
    ),
  );

/** People with one order a day given, for cases that a test spells out. */
export const buyersOf = (...orders: WrittenOrder[][]): PeopleColumns =>
  columnsOf(orders.map((own, row) => ({ id: `m${row}`, knownDay: TODAY - 500, orders: own })));

/** The rows that a rule finds, as lists and segments would. */
export function rowsOf(columns: PeopleColumns, rule: Rule, scores: PeopleScores = {}): number[] {
  const engine = new RuleEngine({
    columns,
    scores,
    tagRule: () => undefined,
    segmentRule: () => undefined,
    snapshotMarks: () => undefined,
    categoryOf,
    today: TODAY,
  });
  const marks = engine.marks(rule);
  return Array.from(marks.keys()).filter((row) => marks[row] === 1);
}

export const netOf = (columns: PeopleColumns, row: number, from = -Infinity): number => {
  const { start, end, day, amountFen, refundFen } = columns.orders;
  let net = 0;
  for (let slot = start[row] ?? 0; slot < (end[row] ?? 0); slot += 1) {
    const at = day[slot] ?? 0;
    if (at <= TODAY && at >= from) net += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
  }
  return net;
};
