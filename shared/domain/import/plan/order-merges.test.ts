import type { Order } from '@shared/domain/orders/order.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRows } from '../columns/data-rows';
import { findHeader } from '../columns/header';
import { proposeMapping } from '../columns/mapping';
import type { Merge, RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import { existingMembersOf, existingOrdersOf } from './existing-lists';
import type { OrderPlan } from './plan';
import { planOrders } from './plan-orders';

const KTT =
  '下单人 跟团号 商品 规格 数量 商品金额 运费 优惠 订单金额 退款金额 收货人 联系电话 详细地址'.split(
    ' ',
  );
const ORDER_COLUMNS = [0, 1, 6, 7, 8, 9, 10, 11, 12];

/** Merges the columns over the sheet rows `top` to `bottom` (from 0). */
const merged = (columns: readonly number[], top: number, bottom: number): Merge[] =>
  columns.map((column) => ({ top, bottom, left: column, right: column }));

function plan(rows: RawCell[][], merges: Merge[] = [], known: Order[] = []): OrderPlan {
  const sheet = sheetOfRows('顾客购买表', rows, merges);
  const header = findHeader(sheet, 'orders');
  if (!header) throw new Error('the test sheet has no header');
  const data = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, data, 'orders');
  const file = { sheet, titles: header.titles, mapping, rows: data, zone: 'Asia/Shanghai' };
  return planOrders(
    { ...file, campaign: '周五水果团', assumedAt: 0 },
    existingMembersOf([], new Map()),
    existingOrdersOf(known),
  );
}

/** The new orders of a plan as they would be stored. */
const stored = (made: OrderPlan): Order[] =>
  [...made.entries].flatMap((entry, n) =>
    entry.action === 'create' ? { ...entry.order, id: `o${n}`, memberId: 'm' } : [],
  );

const ordersOf = (made: OrderPlan) =>
  [...made.entries].map((entry) => ('order' in entry ? entry.order : entry.action));
const warningsOf = (made: OrderPlan) =>
  [...made.entries].map((entry) => entry.warnings.map(({ code }) => code));
const gmvFen = (made: OrderPlan) =>
  ordersOf(made).reduce(
    (sum, order) => sum + (typeof order === 'string' ? 0 : order.amountFen - order.refundFen),
    0,
  );

const FIRST = ['芳芳', 1, '鸡蛋', '30枚', 2, 40, 5, 3, 62, 10, '王芳', '13800138000', '1号楼101室'];
const SECOND = [null, null, '牛奶', '1L', 1, 20, null, null, null, null, null, null, null];
const OTHER = [
  '阿强',
  2,
  '苹果',
  '5斤',
  1,
  30,
  0,
  0,
  30,
  null,
  '李强',
  '13800138001',
  '2号楼202室',
];

describe('cells merged over the lines of one order', () => {
  const whole = {
    externalNo: '1',
    amountFen: 6200,
    refundFen: 1000,
    lines: [
      { product: '鸡蛋', spec: '30枚', quantity: 2, amountFen: 4000 },
      { product: '牛奶', spec: '1L', quantity: 1, amountFen: 2000 },
    ],
    receiver: '王芳',
  };

  it('are one order, whose money counts once', () => {
    const made = plan([KTT, FIRST, SECOND, OTHER], merged(ORDER_COLUMNS, 1, 2));
    expect(ordersOf(made)).toMatchObject([whole, { externalNo: '2', amountFen: 3000 }]);
    expect(made.entries.at(0)?.rows).toEqual([2, 3]);
    expect(warningsOf(made)).toEqual([[], []]);
  });

  it('are so where the number is repeated, blank or left under the merge', () => {
    const repeated = [...SECOND];
    repeated[1] = 1;
    const leftUnder = FIRST.map((cell, column) => SECOND[column] ?? cell);
    for (const second of [SECOND, repeated, leftUnder]) {
      for (const columns of [ORDER_COLUMNS, ORDER_COLUMNS.filter((column) => column !== 1)]) {
        const made = plan([KTT, FIRST, second, OTHER], merged(columns, 1, 2));
        expect(ordersOf(made)).toMatchObject([whole, { externalNo: '2', amountFen: 3000 }]);
        expect(gmvFen(made)).toBe(8200);
      }
    }
  });

  it('hold together a line that says nothing of its own but its product', () => {
    const bare = [null, null, '赠品', null, null, null, null, null, null, null, null, null, null];
    const made = plan([KTT, FIRST, bare], merged([8], 1, 2));
    expect(ordersOf(made)).toMatchObject([{ amountFen: 6200, lines: [{}, { product: '赠品' }] }]);
  });

  it('never take an order with a number of its own away from its buyer', () => {
    const own = ['芳芳', 3, '梨', '', 1, 12, 0, 0, 12, null, null, null, null];
    const made = plan([KTT, OTHER, FIRST, own], merged([0, 10, 11, 12], 2, 3));
    expect(ordersOf(made)).toMatchObject([
      { externalNo: '2' },
      { externalNo: '1', amountFen: 6200, lines: [{}] },
      { externalNo: '3', amountFen: 1200, receiver: '王芳', receiverPhone: '+8613800138000' },
    ]);
  });

  it('warn when the lines do not sum to the amount', () => {
    const dear = [...SECOND];
    dear[5] = 25;
    const made = plan([KTT, FIRST, dear], merged(ORDER_COLUMNS, 1, 2));
    expect(warningsOf(made)).toEqual([['lines-differ']]);
    expect(gmvFen(made)).toBe(5200);
  });

  it('give a product merged over its lines to each of them, its quantity to none', () => {
    const second = [null, null, null, '15枚', 1, 20, null, null, null, null, null, null, null];
    const made = plan([KTT, FIRST, second], [...merged(ORDER_COLUMNS, 1, 2), ...merged([2], 1, 2)]);
    expect(ordersOf(made)).toMatchObject([
      {
        lines: [
          { product: '鸡蛋', quantity: 2 },
          { product: '鸡蛋', spec: '15枚', quantity: 1 },
        ],
      },
    ]);
  });
});

describe('the same orders without merges', () => {
  it('come to the same money with values repeated, and with blanks under the first row', () => {
    const repeated = FIRST.map((cell, column) => SECOND[column] ?? cell);
    for (const second of [SECOND, repeated]) {
      const made = plan([KTT, FIRST, second, OTHER]);
      expect(ordersOf(made)).toMatchObject([{ amountFen: 6200 }, { amountFen: 3000 }]);
      expect(gmvFen(made)).toBe(8200);
    }
  });

  it('are one order with a warning when its lines name two phones', () => {
    const repeated: RawCell[] = FIRST.map((cell, column) => SECOND[column] ?? cell);
    repeated[11] = '13800138009';
    const made = plan([KTT, FIRST, repeated, OTHER]);
    expect(ordersOf(made)).toMatchObject([
      { amountFen: 6200, receiverPhone: '+8613800138000', lines: [{}, {}] },
      { amountFen: 3000 },
    ]);
    expect(warningsOf(made)).toEqual([['two-phones'], []]);
  });

  it('count an order total that is repeated on item rows once, whatever one odd order says', () => {
    const header = ['订单号', '日期', '手机号', '商品', '金额'];
    const rows: RawCell[][] = [1, 2, 3, 4].flatMap((n) => [
      [`E${n}`, '2026-11-13', '13800138000', '鸡蛋', 30],
      [`E${n}`, '2026-11-13', '13800138000', '牛奶', n === 4 ? 31 : 30],
    ]);
    expect(gmvFen(plan([header, ...rows]))).toBe(12_000);
  });
});

describe('any sheet with merges', () => {
  const anyOrder = fc.record({
    lines: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }),
    isNumberRepeated: fc.boolean(),
    isMerged: fc.boolean(),
  });

  it('has as many orders and as much money as were put into it, and none when it comes again', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 10 }), (orders) => {
        const rows: RawCell[][] = [KTT];
        const merges: Merge[] = [];
        let sumYuan = 0;
        orders.forEach(({ lines, isNumberRepeated, isMerged }, n) => {
          const amount = lines.reduce((sum, price) => sum + price, 0);
          sumYuan += amount;
          const top = rows.length;
          lines.forEach((price, index) => {
            const isFirst = index === 0;
            const of = (cell: RawCell) => (isFirst ? cell : null);
            const number = isFirst || isNumberRepeated ? n + 1 : null;
            const phone = of(`1380013${8000 + n}`);
            const line: RawCell[] = [`商品${index}`, '', 1, price, of(0), of(0), of(amount)];
            rows.push([of(`客${n}`), number, ...line, null, of(`客${n}`), phone, null]);
          });
          if (isMerged) merges.push(...merged(ORDER_COLUMNS, top, rows.length - 1));
        });
        const made = plan(rows, merges);
        expect(made.entries.length).toBe(orders.length);
        expect(gmvFen(made)).toBe(sumYuan * 100);
        expect(warningsOf(made).flat()).toEqual([]);
        const again = plan(rows, merges, stored(made));
        expect(again.entries.placesOf('unchanged')).toHaveLength(orders.length);
      }),
    );
  });
});
