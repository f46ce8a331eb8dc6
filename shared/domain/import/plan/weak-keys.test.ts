import type { Member } from '@shared/domain/members/member.schema';
import { describe, expect, it } from 'vitest';
import { dataRows } from '../columns/data-rows';
import { findHeader } from '../columns/header';
import { proposeMapping } from '../columns/mapping';
import type { RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import { existingMembersOf, existingOrdersOf } from './existing-lists';
import type { MemberPlan } from './plan';
import { planMembers } from './plan-members';
import { planOrders } from './plan-orders';
import { decideAll, memberWrites } from './plan-writes';

function fileOf(rows: RawCell[][], kind: 'members' | 'orders') {
  const sheet = sheetOfRows('Sheet1', rows);
  const header = findHeader(sheet, kind);
  if (!header) throw new Error('the test sheet has no header');
  const data = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, data, kind);
  return { sheet, titles: header.titles, mapping, rows: data, zone: 'Asia/Shanghai' };
}

const plan = (rows: RawCell[][], roster: Member[] = [], tags = new Map<string, Set<string>>()) =>
  planMembers(fileOf(rows, 'members'), existingMembersOf(roster, tags));

const actions = (made: MemberPlan) => [...made.entries].map((entry) => entry.action);

/** The roster after the plan was committed, everybody undecided taken for somebody new. */
function stored(made: MemberPlan): { roster: Member[]; tags: Map<string, Set<string>> } {
  const people = [...memberWrites(made, decideAll('new')).newMembers];
  const roster = people.map(
    ({ values }, n): Member => ({ identity: 'unknown', source: 'import', ...values, id: `m${n}` }),
  );
  return { roster, tags: new Map(people.map(({ tags }, n) => [`m${n}`, new Set(tags)])) };
}

const member = (more: Partial<Member>): Member => ({
  id: 'a',
  name: '芳芳',
  identity: 'unknown',
  source: 'import',
  ...more,
});

describe('a roster without any key', () => {
  const WECOM = [
    ['客户名称', '添加人', '添加时间', '来源', '标签组1'],
    ['芳芳', '小群', '2026-11-01 10:00:00', '扫码', '宝妈'],
    ['芳芳', '小群', '2026-11-02 10:00:00', '搜索', '老客'],
    ['阿强', '小群', '2026-11-03 10:00:00', '扫码', ''],
    ['芳芳', '小群', '2026-11-04 10:00:00', '名片', '宝妈'],
  ];

  it('asks about namesakes once and about nobody when it comes again', () => {
    const first = plan(WECOM);
    expect(actions(first)).toEqual(['create', 'confirm', 'create', 'confirm']);
    const { roster, tags } = stored(first);
    expect(actions(plan(WECOM, roster, tags))).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
  });

  it('finds each of many namesakes again', () => {
    const rows = Array.from({ length: 400 }, (_, n) => [
      '微信用户',
      '小群',
      `2026-11-01 ${String(Math.floor(n / 60) + 1).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00`,
      '扫码',
      '',
    ]);
    const [header = []] = WECOM;
    const first = plan([header, ...rows]);
    const { roster, tags } = stored(first);
    expect(roster).toHaveLength(400);
    expect(new Set(actions(plan([header, ...rows], roster, tags)))).toEqual(new Set(['unchanged']));
  });

  it('names the same row in one file', () => {
    const [header = [], first = []] = WECOM;
    const made = plan([header, first, first]);
    expect(actions(made)).toEqual(['create', 'unchanged']);
    expect(made.entries.warningsAt(1)).toMatchObject([{ code: 'row-repeated', row: 3 }]);
  });
});

describe('nickname, building and room', () => {
  const header = ['群昵称', '地址', '备注'];
  const roster = [member({ groupNickname: '芳芳', address: '春田花园12号楼606室' })];

  it('are one person, however the door is written', () => {
    const made = plan([header, ['芳芳', '春田花园 12-606', '爱吃辣']], roster);
    expect(made.entries.at(0)).toMatchObject({ action: 'update', ref: 'a' });
  });

  it('with another room, or without any, wait for a person', () => {
    expect(actions(plan([header, ['芳芳', '春田花园12号楼607室', '']], roster))).toEqual([
      'confirm',
    ]);
    expect(actions(plan([header, ['芳芳', '', '爱吃辣']], roster))).toEqual(['confirm']);
    expect(actions(plan([header, ['阿强', '春田花园12号楼606室', '']], roster))).toEqual([
      'create',
    ]);
  });

  it('tell whose order it is', () => {
    const file = fileOf(
      [
        ['订单号', '支付时间', '下单人', '收货地址', '订单金额'],
        ['E1', '2026-11-13', '芳芳', '春田花园12栋606', 10],
        ['E2', '2026-11-13', '芳芳', '春田花园3栋101', 10],
      ],
      'orders',
    );
    const made = planOrders(
      { ...file, campaign: undefined, assumedAt: 0 },
      existingMembersOf(roster, new Map()),
      existingOrdersOf([]),
    );
    expect(made.entries.at(0)).toMatchObject({ action: 'create', buyer: 'a' });
    expect(made.entries.at(1)).toMatchObject({ action: 'confirm', reason: 'weak-name' });
  });
});

describe('a closed deal', () => {
  it('is refunded when its money went back, cancelled when there was none', () => {
    const file = fileOf(
      [
        ['订单号', '订单创建时间', '订单实付金额', '订单状态', '订单已退款金额', '买家手机号'],
        ['E1', '2026-11-13', 20, '交易关闭', 20, '13800138000'],
        ['E2', '2026-11-13', 20, '交易关闭', 0, '13800138000'],
        ['E3', '2026-11-13', 20, '交易完成', 5, '13800138000'],
      ],
      'orders',
    );
    const made = planOrders(
      { ...file, campaign: undefined, assumedAt: 0 },
      existingMembersOf([], new Map()),
      existingOrdersOf([]),
    );
    const statuses = [...made.entries].map((entry) => 'order' in entry && entry.order.status);
    expect(statuses).toEqual(['refunded', 'cancelled', 'delivered']);
  });
});
