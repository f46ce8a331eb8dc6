import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRows } from '../columns/data-rows';
import { findHeader } from '../columns/header';
import { proposeMapping } from '../columns/mapping';
import type { RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import { countPlan } from './counts';
import { existingMembersOf, existingOrdersOf } from './existing-lists';
import { campaignFromFileName, dayFromFileName } from './file-name';
import type { OrderPlan } from './plan';
import { planOrders } from './plan-orders';
import { type ConfirmChoice, decideAll, orderWrites } from './plan-writes';

const ZONE = 'Asia/Shanghai';
const ASSUMED = Date.UTC(2026, 10, 20);

function plan(
  rows: RawCell[][],
  { members = [], orders = [] }: { members?: Member[]; orders?: Order[] } = {},
  campaign: string | undefined = undefined,
): OrderPlan {
  const sheet = sheetOfRows('Sheet1', rows);
  const header = findHeader(sheet, 'orders');
  if (!header) throw new Error('the test sheet has no header');
  const data = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, data, 'orders');
  const file = { sheet, titles: header.titles, mapping, rows: data, zone: ZONE };
  return planOrders(
    { ...file, campaign, assumedAt: ASSUMED },
    existingMembersOf(members, new Map()),
    existingOrdersOf(orders),
  );
}

const entriesOf = (made: OrderPlan) => [...made.entries];
const told = (made: OrderPlan) => [entriesOf(made), [...made.newMembers]];

/** What would be written, as rows. */
function written(made: OrderPlan, choice: ConfirmChoice) {
  const { newMembers, newOrders, chosen, buyers, memberId } = orderWrites(made, decideAll(choice));
  const orders = Array.from(chosen, (place) => {
    const buyer = buyers[place] ?? 0;
    return { buyer: buyer < 0 ? ~buyer : memberId(buyer), order: newOrders.at(place) };
  });
  return { newMembers: [...newMembers], newOrders: orders };
}

/** The rows as they would be stored after the plan was committed. */
function stored(made: OrderPlan): { members: Member[]; orders: Order[] } {
  const { newMembers, newOrders } = written(made, 'skip');
  const members = newMembers.map(
    ({ values }, index): Member => ({
      identity: 'unknown',
      source: 'order',
      ...values,
      id: `m${index}`,
    }),
  );
  const orders = newOrders.map(
    ({ buyer, order }, index): Order => ({
      ...order,
      id: `o${index}`,
      memberId: typeof buyer === 'number' ? `m${buyer}` : buyer,
    }),
  );
  return { members, orders };
}

const member = (id: string, more: Partial<Member>): Member => ({
  id,
  name: '王芳',
  identity: 'unknown',
  source: 'import',
  ...more,
});
const actions = (made: OrderPlan) => entriesOf(made).map((entry) => entry.action);
const created = (made: OrderPlan) => written(made, 'skip').newOrders.map(({ order }) => order);
const HEADER = [
  '订单号',
  '支付时间',
  '收货人',
  '联系电话',
  '商品',
  '数量',
  '订单金额',
  '退款金额',
  '订单状态',
];

describe('an order in one row', () => {
  it('is created with its buyer, who becomes a member', () => {
    const made = plan([
      HEADER,
      ['E1', '2026-11-13 08:05:00', '王芳', '13800138000', '鸡蛋 30枚', 2, '¥39.80', '-', '已支付'],
    ]);
    expect(created(made)).toEqual([
      {
        externalNo: 'E1',
        orderedAt: Date.UTC(2026, 10, 13, 0, 5),
        amountFen: 3980,
        refundFen: 0,
        status: 'paid',
        lines: [{ product: '鸡蛋 30枚', quantity: 2 }],
        receiver: '王芳',
        receiverPhone: '+8613800138000',
      },
    ]);
    expect([...made.newMembers]).toEqual([
      { values: { name: '王芳', phone: '+8613800138000' }, tags: [] },
    ]);
    expect(countPlan(made, 1)).toMatchObject({ create: 1, total: 1, newMembers: 1 });
  });

  it('belongs to the member with the phone, whatever the receiver is called', () => {
    const members = [member('a', { phone: '+8613800138000' })];
    const row = ['E1', '2026-11-13', '家属', '13800138000', '蛋', 1, 5, '', ''];
    const made = plan([HEADER, row], { members });
    expect(made.entries.at(0)).toMatchObject({ action: 'create', buyer: 'a' });
    expect([...made.newMembers]).toEqual([]);
  });

  it('of two orders by one new buyer makes one member', () => {
    const row = (no: string, name: string) => [no, '2026-11-13', name, '13800138000', '蛋', 1, 5];
    expect([...plan([HEADER, row('E1', '王芳'), row('E2', '芳芳')]).newMembers]).toHaveLength(1);
    const nameless = (no: string) => [no, '2026-11-13', '王芳', '', '蛋', 1, 5];
    expect([...plan([HEADER, nameless('E1'), nameless('E2')]).newMembers]).toHaveLength(1);
  });

  it('without phone waits for a person when a member has that name', () => {
    const row = ['E1', '2026-11-13', '王芳', '138****8000', '蛋', 1, 5];
    const made = plan([HEADER, row], { members: [member('a', { phone: '+8613800138000' })] });
    expect(made.entries.at(0)).toMatchObject({
      action: 'confirm',
      reason: 'weak-masked',
      buyer: 'a',
    });
    expect(written(made, 'skip').newOrders).toEqual([]);
    expect(written(made, 'same').newOrders[0]?.buyer).toBe('a');
    expect(written(made, 'new')).toMatchObject({
      newMembers: [{ values: { name: '王芳', phoneMasked: '138****8000' } }],
      newOrders: [{ buyer: 0 }],
    });
  });

  it('with a bad phone is taken with a warning, its money is not lost', () => {
    const made = plan([HEADER, ['E1', '2026-11-13', '王芳', '1380013', '蛋', 1, 5]]);
    expect(made.entries.at(0)).toMatchObject({
      action: 'create',
      warnings: [{ code: 'phone-left-out', column: 3, text: '1380013' }],
    });
  });

  it('is rejected with its reason when number, money or time cannot be read', () => {
    const made = plan([
      HEADER,
      ['', '2026-11-13', '王芳', '13800138000', '蛋', 1, 5],
      [4.4e17, '2026-11-13', '王芳', '13800138000', '蛋', 1, 5],
      ['E3', '2026-11-13', '王芳', '13800138000', '蛋', 1, '五块'],
      ['E4', '2026-11-13', '王芳', '13800138000', '蛋', 1, ''],
      ['E5', '昨天', '王芳', '13800138000', '蛋', 1, 5],
      ['E6', '', '王芳', '13800138000', '蛋', 1, 5],
      ['E7', '2026-11-13', '', '', '蛋', 1, 5],
      ['E8', '', '王芳', '13800138000', '蛋', 1, 5, '', '待支付'],
    ]);
    const codes = entriesOf(made).map((entry) =>
      'problems' in entry ? entry.problems[0]?.code : '',
    );
    expect(codes).toEqual([
      'order-number-missing',
      'id-destroyed',
      'money-unreadable',
      'amount-missing',
      'date-unreadable',
      'time-missing',
      'no-buyer',
      '',
    ]);
    expect(made.entries.at(7)).toMatchObject({ warnings: [{ code: 'time-assumed' }] });
  });

  it('splits several goods in one cell', () => {
    const made = plan([
      ['订单号', '付款时间', '买家手机号', '全部商品名称', '订单实付金额'],
      ['E1', '2026-11-13', '13800138000', '鸡蛋x2；苹果(3斤)*1\n牛奶', '10'],
    ]);
    expect(created(made)[0]?.lines).toEqual([
      { product: '鸡蛋', quantity: 2 },
      { product: '苹果(3斤)', quantity: 1 },
      { product: '牛奶', quantity: 1 },
    ]);
  });
});

describe('an order over several rows', () => {
  const KTT = [
    '跟团号',
    '下单人',
    '商品',
    '规格',
    '数量',
    '商品金额',
    '运费',
    '优惠',
    '订单金额',
    '退款金额',
    '收货人',
    '联系电话',
  ];

  it('with merged cells is one record whose amount counts once', () => {
    const made = plan(
      [
        KTT,
        [1, '芳芳', '鸡蛋', '30枚', 2, 40, 5, 3, 62, 10, '王芳', '13800138000'],
        [null, null, '牛奶', '1L', 1, 20, null, null, null, null, null, null],
        [2, '阿强', '苹果', '5斤', 1, 30, 0, 0, 30, null, '李强', '13800138001'],
      ],
      {},
      '周五水果团',
    );
    expect(created(made)).toMatchObject([
      {
        externalNo: '1',
        campaign: '周五水果团',
        amountFen: 6200,
        refundFen: 1000,
        orderedAt: ASSUMED,
        lines: [
          { product: '鸡蛋', spec: '30枚', quantity: 2, amountFen: 4000 },
          { product: '牛奶', spec: '1L', quantity: 1, amountFen: 2000 },
        ],
      },
      { externalNo: '2', amountFen: 3000, refundFen: 0 },
    ]);
    expect(made.entries.at(0)).toMatchObject({ rows: [2, 3], warnings: [] });
    expect(made.newMembers.at(0)?.values).toMatchObject({ name: '王芳', groupNickname: '芳芳' });
    expect(countPlan(made, 3)).toMatchObject({ create: 2, total: 2, rows: 3, newMembers: 2 });
  });

  it('with the number and the amount repeated counts the amount once', () => {
    const made = plan([
      HEADER,
      ['E1', '2026-11-13', '王芳', '13800138000', '鸡蛋', 1, 30, 5, '已支付'],
      ['E2', '2026-11-13', '李强', '13800138001', '苹果', 1, 12, '', '已支付'],
      ['E1', '2026-11-13', '王芳', '13800138000', '牛奶', 1, 30, 5, '已支付'],
    ]);
    expect(created(made)).toMatchObject([
      { externalNo: 'E1', amountFen: 3000, refundFen: 500, lines: [{}, {}] },
      { externalNo: 'E2', amountFen: 1200 },
    ]);
  });

  it('sums a vaguely named amount that differs from line to line', () => {
    const made = plan([
      ['订单号', '日期', '手机号', '商品', '金额'],
      ['E1', '2026-11-13', '13800138000', '鸡蛋', 30],
      ['E1', '2026-11-13', '13800138000', '牛奶', 12.5],
      ['E2', '2026-11-13', '13800138000', '苹果', 10],
    ]);
    expect(created(made).map((order) => order.amountFen)).toEqual([4250, 1000]);
  });

  it('without an order amount is the sum of its lines', () => {
    const made = plan([
      [
        '订单号',
        '交易成功时间',
        '商品名称',
        '商品数量',
        '商品实际成交金额',
        '商品已退款金额',
        '收货人手机号/提货人手机号',
      ],
      ['E1', '2026-11-13', '鸡蛋', 1, '69.20(分销商等级折扣：47.80)', 0, '13800138000'],
      ['E1', '2026-11-13', '牛奶', 1, 12.5, 12.5, '13800138000'],
    ]);
    expect(created(made)).toMatchObject([{ amountFen: 8170, refundFen: 1250, status: 'paid' }]);
  });

  it('says when lines do not sum, phones or amounts differ, or a row came twice', () => {
    const made = plan(
      [
        KTT,
        [1, '芳芳', '鸡蛋', '', 2, 40, 0, 0, 62, null, '王芳', '13800138000'],
        [2, '强', '苹果', '', 1, 30, 0, 0, 30, null, '李强', '13800138001'],
        [2, '强', '苹果', '', 1, 30, 0, 0, 30, null, '李强', '13800138001'],
        [3, '敏', '梨', '', 1, 10, 0, 0, 20, null, '赵敏', '13800138003'],
        [3, '敏', '梨', '', 1, 10, 0, 0, 20, null, '赵敏', '13800138003'],
      ],
      {},
      '团',
    );
    const codes = entriesOf(made).map((entry) => entry.warnings.map((warning) => warning.code));
    expect(codes).toEqual([['lines-differ'], ['row-repeated'], []]);
    expect(created(made).map((order) => order.lines.length)).toEqual([1, 1, 2]);
    const odd = plan([
      HEADER,
      ['E1', '2026-11-13', '王芳', '13800138000', '蛋', 1, 5],
      ['E1', '2026-11-13', '王芳', '13800138009', '奶', 1, 6],
    ]);
    expect(odd.entries.at(0)?.warnings.map((warning) => warning.code)).toEqual([
      'two-amounts',
      'two-phones',
    ]);
    expect(created(odd)).toMatchObject([{ amountFen: 500, receiverPhone: '+8613800138000' }]);
  });

  it('keeps orders of two 团 with one number apart in a cross-团 export', () => {
    const header =
      '跟团号,下单人,支付时间,商品,订单金额,订单退款,订单状态,收货人,联系电话,详细地址'.split(',');
    const rows: RawCell[][] = [
      ['1', '芳芳', '2026-11-13 08:05:00', '蛋', 10, 0, '已支付', '王芳', '13800138000', 'x'],
      ['1', '阿强', '2026-11-13 09:05:00', '奶', 20, 0, '已支付', '李强', '13800138001', 'y'],
    ];
    const made = plan([header, ...rows], {}, '跨团订单');
    expect(created(made).map((order) => order.amountFen)).toEqual([1000, 2000]);
    expect(actions(plan([header, ...rows], stored(made), '跨团订单'))).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('under a row without a number is not given to the order above', () => {
    const made = plan([
      HEADER,
      ['E1', '2026-11-13', '王芳', '13800138000', '蛋', 1, 5],
      [null, '2026-11-14', '李强', '13800138001', '奶', 1, 6],
      [null, null, null, null, '梨', 1, null],
    ]);
    expect(actions(made)).toEqual(['create', 'rejected']);
    expect(made.entries.at(1)?.rows).toEqual([3, 4]);
  });
});

describe('a known order', () => {
  const rows = (refund: RawCell, status: RawCell): RawCell[][] => [
    HEADER,
    ['E1', '2026-11-13 08:05', '王芳', '13800138000', '蛋', 1, 30, refund, status],
  ];
  const before = stored(plan(rows('', '已支付')));

  it('is unchanged when the file says the same', () => {
    expect(actions(plan(rows('', '已支付'), before))).toEqual(['unchanged']);
    expect(actions(plan(rows('', ''), before))).toEqual(['unchanged']);
  });

  it('with another refund or state is an update, old beside new', () => {
    expect(plan(rows('30', '已退款'), before).entries.at(0)).toMatchObject({
      action: 'update',
      orderId: 'o0',
      patch: { refundFen: 3000, status: 'refunded' },
      changes: [
        { field: 'refundFen', before: '0', after: '3000' },
        { field: 'status', before: 'paid', after: 'refunded' },
      ],
    });
  });
});

describe('the 团 from a file name', () => {
  it.each([
    ['跨团订单14_05_35.xlsx', '跨团订单'],
    ['周五水果团 (1).xlsx', '周五水果团'],
    ['周五水果团_20261113.xlsx', '周五水果团'],
    ['周五水果团-2026-11-13 08_05_33.csv', '周五水果团'],
    ['20261113.xlsx', '20261113'],
    ['第3期 阳光玫瑰.xls', '第3期 阳光玫瑰'],
  ])('%s is %s', (name, campaign) => {
    expect(campaignFromFileName(name)).toBe(campaign);
  });

  it('tells a day where it has one', () => {
    expect(dayFromFileName('订单20261113.xlsx', ZONE)).toBe(Date.UTC(2026, 10, 12, 16));
    expect(dayFromFileName('订单.xlsx', ZONE)).toBeUndefined();
  });
});

const cell = (...values: RawCell[]) => fc.constantFrom<RawCell>(...values);
const anyRow = fc.tuple(
  cell('E1', 'E2', 3, null, '', 4.4e17),
  cell('2026-11-13 08:05', 46339.5, null, '昨天'),
  cell('王芳', '李强', null),
  cell('13800138000', 13900139000, '138****8000', '', null),
  cell('蛋', '奶x2；梨', null),
  cell(1, '2份', null),
  cell(30, '¥12.50', null, 'x'),
  cell(0, 5, null),
  cell('已支付', '已退款', '奇怪', null),
);

describe('any order file', () => {
  it('has every row in one record, every record in one count, and plans the same twice', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const made = plan([HEADER, ...rows]);
        const data = rows.filter((row) => row.some((value) => value !== null && value !== ''));
        const counts = countPlan(made, data.length);
        const { create, update, unchanged, confirm, rejected, total } = counts;
        expect(create + update + unchanged + confirm + rejected).toBe(total);
        const covered = entriesOf(made)
          .flatMap((entry) => [...entry.rows])
          .sort((a, b) => a - b);
        expect(new Set(covered).size).toBe(covered.length);
        expect(covered).toHaveLength(data.length);
        expect(told(plan([HEADER, ...rows]))).toEqual(told(made));
      }),
    );
  });

  it('imported again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const first = plan([HEADER, ...rows]);
        const again = plan([HEADER, ...rows], stored(first));
        const written = entriesOf(first).map((entry) =>
          entry.action === 'create' ? 'unchanged' : entry.action,
        );
        expect(actions(again)).toEqual(written);
      }),
    );
  });
});
