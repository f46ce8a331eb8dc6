import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import { describe, expect, it } from 'vitest';
import { dataRows } from '../columns/data-rows';
import { findHeader } from '../columns/header';
import { proposeMapping } from '../columns/mapping';
import type { RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import type { ColumnPolicies, FixCode } from './choices';
import { existingMembersOf, existingOrdersOf } from './existing-lists';
import { planMembers } from './plan-members';
import { planOrders } from './plan-orders';
import { decideAll, memberWrites, orderWrites } from './plan-writes';
import { fixOf } from './problems';

type Choices = { policies?: ColumnPolicies; fixes?: FixCode[] };

function fileOf(rows: RawCell[][], kind: 'members' | 'orders', choices: Choices) {
  const sheet = sheetOfRows('Sheet1', rows);
  const header = findHeader(sheet, kind);
  if (!header) throw new Error('the test sheet has no header');
  const data = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, data, kind);
  return { sheet, titles: header.titles, mapping, rows: data, zone: 'Asia/Shanghai', ...choices };
}

const planRoster = (rows: RawCell[][], choices: Choices = {}, roster: Member[] = []) =>
  planMembers(
    fileOf(rows, 'members', choices),
    existingMembersOf(roster, new Map([['a', new Set(['老客'])]])),
  );

const planSales = (rows: RawCell[][], choices: Choices = {}, orders: Order[] = []) =>
  planOrders(
    { ...fileOf(rows, 'orders', choices), campaign: undefined, assumedAt: 1_000_000 },
    existingMembersOf([], new Map()),
    existingOrdersOf(orders),
  );

const known: Member = {
  id: 'a',
  name: '王芳',
  phone: '+8613800138000',
  note: '三栋',
  identity: 'unknown',
  source: 'import',
};
const ROSTER = [
  ['姓名', '手机号', '备注', '渠道', '标签'],
  ['王芳芳', '13800138000', '爱吃辣', '地推', '宝妈'],
];

describe("a column's policy", () => {
  const updateWith = (policies: ColumnPolicies) => {
    const made = planRoster(ROSTER, { policies: { name: 'keep', ...policies } }, [
      { ...known, wechatId: 'wf', source: 'order' },
    ]);
    return memberWrites(made, decideAll('skip')).updates;
  };

  it('overwrites, unless it is said otherwise', () => {
    expect(updateWith({})).toEqual([
      { id: 'a', patch: { note: '爱吃辣', channel: '地推' }, newTags: ['宝妈'] },
    ]);
  });

  it('fills blanks only, adds a paragraph, or keeps what is stored', () => {
    expect(updateWith({ note: 'fill' })[0]?.patch).toEqual({ channel: '地推' });
    expect(updateWith({ note: 'add' })[0]?.patch).toEqual({
      note: '三栋\n爱吃辣',
      channel: '地推',
    });
    expect(updateWith({ note: 'keep', channel: 'keep' })[0]).toEqual({
      id: 'a',
      patch: {},
      newTags: ['宝妈'],
    });
    expect(updateWith({ note: 'keep', channel: 'keep', tags: 'keep' })).toEqual([]);
  });

  it('that adds finds its paragraph there the next time', () => {
    const roster: Member[] = [{ ...known, note: '三栋\n爱吃辣', channel: '地推', source: 'order' }];
    const choices: Choices = { policies: { note: 'add', name: 'keep', tags: 'keep' } };
    expect(planRoster(ROSTER, choices, roster).entries.actionAt(0)).toBe('unchanged');
  });

  it('counts for known orders, and for new records never', () => {
    const sales = [
      ['订单号', '支付时间', '联系电话', '订单金额', '订单状态', '备注'],
      ['E1', '2026-11-13', '13800138000', 20, '已发货', '新'],
    ];
    const stored: Order = {
      id: 'o',
      externalNo: 'E1',
      memberId: 'm',
      orderedAt: Date.UTC(2026, 10, 12, 16),
      amountFen: 1000,
      refundFen: 0,
      status: 'paid',
      lines: [],
      receiverPhone: '+8613800138000',
    };
    const policies: ColumnPolicies = { amount: 'keep', status: 'keep', note: 'fill' };
    const made = planSales(sales, { policies }, [stored]);
    expect(orderWrites(made, decideAll('skip')).updates).toEqual([
      { id: 'o', patch: { note: '新' } },
    ]);
    expect(planSales(sales, { policies }).entries.at(0)).toMatchObject({
      order: { amountFen: 2000, status: 'shipped' },
    });
  });
});

describe('one click for all records refused for the same cause', () => {
  const refused = (plan: ReturnType<typeof planRoster | typeof planSales>, place = 0) => {
    const entry = plan.entries.at(place);
    return entry?.action === 'rejected'
      ? entry.problems.map((problem) => [problem.code, fixOf(problem)])
      : entry?.action;
  };
  const warned = (plan: ReturnType<typeof planRoster | typeof planSales>) =>
    plan.entries.warningsAt(0).map(({ code }) => code);

  it.each<[FixCode, RawCell[][], string, string]>([
    [
      'leave-phone-out',
      [
        ['姓名', '手机号'],
        ['王芳', '1380013'],
      ],
      'phone-too-short',
      'phone-left-out',
    ],
    [
      'take-digits',
      [
        ['姓名', '微信号'],
        ['王芳', { digits: '440301199001011234' }],
      ],
      'id-destroyed',
      'digits-taken',
    ],
    [
      'errors-as-empty',
      [
        ['姓名', '渠道'],
        ['王芳', { error: '#N/A' }],
      ],
      'cell-error',
      'error-left-out',
    ],
    [
      'cut-text',
      [
        ['姓名', '渠道'],
        ['王芳', '长'.repeat(101)],
      ],
      'text-too-long',
      'text-cut',
    ],
  ])('%s takes roster rows, with a warning', (fix, rows, code, warning) => {
    expect(refused(planRoster(rows))).toEqual([[code, fix]]);
    const taken = planRoster(rows, { fixes: [fix] });
    expect(taken.entries.actionAt(0)).toBe('create');
    expect(warned(taken)).toEqual([warning]);
  });

  it.each<[FixCode, RawCell, string, string[]]>([
    ['leave-date-out', '昨天', 'date-unreadable', ['date-left-out', 'time-assumed']],
    ['assume-time', '', 'time-missing', ['time-assumed']],
  ])('%s takes orders on the day of the file', (fix, time, code, warnings) => {
    const rows = [
      ['订单号', '支付时间', '联系电话', '订单金额'],
      ['E1', time, '13800138000', 20],
    ];
    expect(refused(planSales(rows))).toEqual([[code, fix]]);
    const taken = planSales(rows, { fixes: [fix] });
    expect(taken.entries.at(0)).toMatchObject({ order: { orderedAt: 1_000_000 } });
    expect(warned(taken)).toEqual(warnings);
  });

  it('shows the digits of a long number and takes them as the number of an order', () => {
    const rows: RawCell[][] = [
      ['订单号', '支付时间', '联系电话', '订单金额'],
      [{ digits: '202611130000012345' }, '2026-11-13', '13800138000', 20],
      [4.4e17, '2026-11-13', '13800138000', 20],
    ];
    const made = planSales(rows);
    expect(made.entries.at(0)).toMatchObject({ problems: [{ text: '202611130000012345' }] });
    expect(refused(made)).toEqual([['id-destroyed', 'take-digits']]);
    expect(refused(made, 1)).toEqual([['id-destroyed', undefined]]);
    const taken = planSales(rows, { fixes: ['take-digits'] });
    expect(taken.entries.at(0)).toMatchObject({ order: { externalNo: '202611130000012345' } });
    expect(warned(taken)).toEqual(['digits-taken']);
    expect(taken.entries.actionAt(1)).toBe('rejected');
  });
});

describe('a failed formula', () => {
  it('in a note costs nobody their record, and is told', () => {
    const made = planRoster([
      ['姓名', '备注'],
      ['王芳', { error: '#N/A' }],
    ]);
    expect(made.entries.at(0)).toMatchObject({
      action: 'create',
      warnings: [{ code: 'error-left-out', column: 1, text: '#N/A' }],
    });
  });
});

describe('a formula whose value the file does not hold', () => {
  it('counts as an empty cell', () => {
    const rows: RawCell[][] = [
      ['姓名', '手机号', '备注'],
      ['王芳', '13800138000', { formula: true }],
    ];
    const made = planRoster(rows);
    expect([...made.newMembers]).toEqual([
      { values: { name: '王芳', phone: '+8613800138000' }, tags: [] },
    ]);
  });

  it('is named where the record cannot do without it', () => {
    const codesOf = (plan: ReturnType<typeof planSales | typeof planRoster>) =>
      [...plan.entries].map((entry) =>
        'problems' in entry ? entry.problems.map(({ code, column }) => [code, column]) : [],
      );
    const made = planSales([
      ['订单号', '支付时间', '联系电话', '订单金额'],
      ['E1', '2026-11-13', '13800138000', { formula: true }],
      ['E2', { formula: true }, '13800138000', 20],
      ['E3', '2026-11-13', { formula: true }, 20],
      [{ formula: true }, '2026-11-13', '13800138000', 20],
    ]);
    expect(codesOf(made)).toEqual([
      [['formula-no-value', 3]],
      [['formula-no-value', 1]],
      [['formula-no-value', 2]],
      [['formula-no-value', 0]],
    ]);
    const nobody = planRoster([
      ['姓名', '手机号', '备注'],
      [{ formula: true }, '', '三栋'],
    ]);
    expect(codesOf(nobody)).toEqual([[['formula-no-value', 0]]]);
  });
});

describe('what a person decides record by record', () => {
  const roster = [known, { ...known, id: 'b', name: '李强', phone: '+8613800138001' }];
  const made = planRoster(
    [
      ['姓名', '手机号'],
      ['赵敏', '13800138000'],
      ['周杰', '13800138001'],
      ['吴磊', '13900139000'],
    ],
    {},
    roster,
  );

  it('goes before the choice for all', () => {
    const byPlace = new Map([[0, 'same' as const]]);
    const { newMembers, updates } = memberWrites(made, { others: 'new', byPlace });
    expect(updates).toEqual([{ id: 'a', patch: { name: '赵敏' }, newTags: [] }]);
    expect([...newMembers].map(({ values }) => values.name)).toEqual(['吴磊', '周杰']);
    expect([...made.newMembers].map(({ values }) => values.name)).toEqual(['吴磊']);
  });

  it('makes an order the one of the member or of somebody new', () => {
    const sales = fileOf(
      [
        ['订单号', '支付时间', '收货人', '联系电话', '订单金额'],
        ['E1', '2026-11-13', '王芳', '138****8000', 10],
        ['E2', '2026-11-13', '吴磊', '13900139000', 30],
        ['E3', '2026-11-13', '李强', '138****8001', 20],
      ],
      'orders',
      {},
    );
    const plan = planOrders(
      { ...sales, campaign: undefined, assumedAt: 0 },
      existingMembersOf(roster, new Map()),
      existingOrdersOf([]),
    );
    const writes = orderWrites(plan, { others: 'skip', byPlace: new Map([[2, 'new']]) });
    expect([...writes.chosen].map((place) => writes.newOrders.at(place).externalNo)).toEqual([
      'E2',
      'E3',
    ]);
    expect([...writes.newMembers].map(({ values }) => values.name)).toEqual(['吴磊', '李强']);
    expect(writes.buyers[2]).toBe(~1);
    const same = orderWrites(plan, { others: 'skip', byPlace: new Map([[2, 'same']]) });
    expect(same.memberId(same.buyers[2] ?? -1)).toBe('b');
  });
});
