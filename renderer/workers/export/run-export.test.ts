import { EXPORT_LISTS, firstColumns } from '@shared/domain/export/export-lists';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { Tx } from '@/db/command';
import type { ConsoleDb } from '@/db/db';
import { commandOf, openTestDoor } from '@/db/test-db';
import type { ExportJob } from './export-types';
import { runExport } from './run-export';

const quiet = () => undefined;
const AT = Date.UTC(2026, 10, 13, 0, 5, 7);
const WORDS = {
  sheetName: '导出',
  cutMark: '…',
  maskedMark: '（打码）',
  ofValue: { 'identity.store': '实体门店', 'stepState.done': '已完成', 'tagKind.base': '基础标签' },
};

const jobOf = (list: ExportJob['list'], change: Partial<ExportJob> = {}): ExportJob => ({
  list,
  columns: firstColumns(list),
  format: 'xlsx',
  language: 'zh',
  isMasked: false,
  words: WORDS,
  scope: {},
  ids: undefined,
  ...change,
});

async function exported(db: ConsoleDb, job: ExportJob) {
  const file = await runExport(db, job, quiet);
  const book = read(file.bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const rows = sheet ? utils.sheet_to_json<Record<string, unknown>>(sheet) : [];
  return { ...file, rows };
}

async function community() {
  const { db, door } = await openTestDoor();
  const ids: string[] = [];
  const fill = async (tx: Tx) => {
    const people = ['王芳', '李强', '赵敏'];
    for (const [place, name] of people.entries()) {
      const id = tx.newId();
      ids.push(id);
      const phone = `+861380013800${place}`;
      const note = place === 1 ? '微信同号 13900139000' : '';
      await tx.create('members', { id, name, phone, note, identity: 'store' });
    }
    const [first = '', second = ''] = ids;
    const tagId = tx.newId();
    await tx.create('tags', { id: tagId, name: '宝妈' });
    for (const memberId of [first, second]) {
      await tx.create('tagAssignments', { id: `${memberId}.${tagId}`, memberId, tagId, at: AT });
    }
    await tx.create('orders', {
      id: tx.newId(),
      memberId: second,
      externalNo: '202611130001234567',
      orderedAt: AT,
      amountFen: 5970,
      status: 'paid',
      lines: [
        { product: '土鸡蛋', spec: '30 枚', quantity: 1, amountFen: 3990 },
        { product: '青菜', quantity: 2, amountFen: 1980 },
      ],
    });
  };
  await door.run(commandOf(['members', 'tags', 'tagAssignments', 'orders'], fill), {});
  return { db, door, ids };
}

describe('an export', () => {
  it('holds the wanted members in their order, those that are gone left out', async () => {
    const { db, ids } = await community();
    const [first = '', , third = ''] = ids;
    const wanted = [third, 'gone', first];
    const { rows, rowCount } = await exported(db, jobOf('members', { ids: wanted }));
    expect(rows.map((row) => row.姓名)).toEqual(['赵敏', '王芳']);
    expect(rowCount).toBe(2);
    expect(rows[1]).toMatchObject({ 手机号: '13800138000', 标签: '宝妈', 群舵编号: first });
    expect(rows[0]?.身份).toBe('实体门店');
  });

  it('finds ids in any order', async () => {
    const { db, door } = await openTestDoor();
    const ids: string[] = [];
    const fill = async (tx: Tx) => {
      for (let n = 0; n < 1300; n += 1) {
        const id = tx.newId();
        ids.push(id);
        await tx.create('members', { id, name: `第${n}位` });
      }
    };
    await door.run(commandOf(['members'], fill), {});
    for (const step of [1, 7, 611, 1299]) {
      const places = Array.from({ length: 1300 }, (_, n) => (n * step) % 1300);
      const wanted = places.map((place) => ids[place] ?? '');
      const { rows } = await exported(db, jobOf('members', { ids: wanted, columns: ['name'] }));
      expect(rows.map((row) => row.姓名)).toEqual(places.map((place) => `第${place}位`));
    }
  });

  it('writes an order’s amount once, its goods line by line', async () => {
    const { db } = await community();
    const { rows } = await exported(db, jobOf('orders'));
    expect(rows).toMatchObject([
      {
        订单号: '202611130001234567',
        下单人: '李强',
        商品: '土鸡蛋',
        商品金额: 39.9,
        订单金额: 59.7,
      },
      { 订单号: '202611130001234567', 下单人: '李强', 商品: '青菜', 数量: 2, 商品金额: 19.8 },
    ]);
    expect(rows[1]).not.toHaveProperty('订单金额');
    const [whole] = (await exported(db, jobOf('orderTotals'))).rows;
    expect(whole).toMatchObject({ 商品一览: '土鸡蛋 30 枚 ×1；青菜 ×2', 订单金额: 59.7 });
  });

  it('with phones hidden hides those in notes as well, and says so above the column', async () => {
    const { db } = await community();
    const { rows } = await exported(db, jobOf('members', { isMasked: true }));
    expect(rows[1]).toMatchObject({
      '手机号（打码）': '138****8001',
      备注: '微信同号 139****9000',
    });
  });

  it('counts who has each tag', async () => {
    const { db } = await community();
    const { rows } = await exported(db, jobOf('tags'));
    expect(rows).toEqual([{ 标签: '宝妈', 标签类型: '基础标签', 人数: 2 }]);
    const assignments = (await exported(db, jobOf('tagAssignments'))).rows;
    expect(assignments.map((row) => [row.姓名, row.标签])).toEqual([
      ['王芳', '宝妈'],
      ['李强', '宝妈'],
    ]);
  });

  it('of the ledger names who, the rule and the decision in words, the latest first', async () => {
    const { db, door, ids } = await community();
    const [memberId = ''] = ids;
    await door.run(
      commandOf(['groups', 'groupRules', 'ruleEntries'], async (tx) => {
        await tx.create('groups', { id: 'g', name: '一群', openedAt: 0 });
        const rule = { polarity: 'forbidden', text: '发广告', consequence: 'warning' } as const;
        await tx.create('groupRules', { id: 'r', ...rule });
        const entry = { groupId: 'g', memberId, what: '发二维码' };
        const appeal = { text: '发错了', at: AT, outcome: 'withdrawn' as const };
        const kind = 'warning' as const;
        await tx.create('ruleEntries', { id: 'e1', ...entry, kind, ruleId: 'r', at: AT, appeal });
        const reward = { ...entry, kind: 'reward' as const, points: 5, what: '晒单' };
        await tx.create('ruleEntries', { id: 'e2', ...reward, at: AT + 1 });
      }),
      {},
    );
    const { rows } = await exported(db, jobOf('ruleEntries'));
    expect(rows).toMatchObject([
      { 姓名: '王芳', 社群: '一群', 事由: '晒单', 积分: 5 },
      { 姓名: '王芳', 事由: '发二维码', 对应群规: '发广告', 申诉: '发错了' },
    ]);
  });

  it('of any list that has nothing has its head alone', async () => {
    const { db } = await openTestDoor();
    for (const list of EXPORT_LISTS) {
      const { rows, rowCount, bytes } = await exported(db, jobOf(list));
      expect([list, rows.length, rowCount]).toEqual([list, 0, 0]);
      expect(bytes.length).toBeGreaterThan(1000);
    }
  });
});

it('a funnel leaves with counts, rates, n and Wilson’s bounds, and what stands on screen first', async () => {
  const { db, door } = await openTestDoor();
  const text = { zh: '步骤', en: 'Step' };
  const fill = async (tx: Tx) => {
    await tx.create('sopRuns', {
      id: 'run-0000000001',
      title: '十一月',
      templateKey: 'flow',
      templateVersion: 1,
      status: 'running',
      startedAt: AT,
    });
    for (const [place, metricCount] of [400, 100].entries()) {
      await tx.create('sopSteps', {
        id: `run-0000000001.${place + 1}`,
        runId: 'run-0000000001',
        position: place + 1,
        state: 'done',
        dueAt: AT,
        metricCount,
        definition: {
          title: text,
          action: text,
          ownerRole: 'leader',
          due: { on: { kind: 'afterStart', days: 0 } },
          rigour: 'standard',
          tool: 'none',
          checklist: [],
          scripts: [],
          metric: { name: text, unit: 'people', direction: 'higher', targetRate: 0.5 },
        },
      });
    }
  };
  await door.run(commandOf(['sopRuns', 'sopSteps'], fill), {});
  const { rows } = await exported(db, jobOf('funnel'));
  expect(rows).toMatchObject([
    { 流程: '十一月', 步骤: 1, 人数: 400 },
    { 步骤: 2, 人数: 100, '样本量 n': 400, 转化率: 0.25, 目标转化率: 0.5 },
  ]);
  expect(rows[0]).not.toHaveProperty('转化率');
  expect(rows[1]?.['95% 下限']).toBeCloseTo(0.2101, 4);
  expect(rows[1]?.['95% 上限']).toBeCloseTo(0.2947, 4);
  const scope = { run: { id: 'run-0000000001', counts: { '2': 200 } } };
  const onScreen = await exported(db, jobOf('funnel', { scope }));
  expect(onScreen.rows[1]).toMatchObject({ 人数: 200, 转化率: 0.5 });
});

it('member lists leave list by list and name by name, with who stayed', async () => {
  const { db, door } = await openTestDoor();
  const ids: string[] = [];
  const day = '2026-11-13';
  const fill = async (tx: Tx) => {
    for (const name of ['王芳', '李强', '赵敏']) {
      const id = tx.newId();
      ids.push(id);
      await tx.create('members', { id, name });
    }
    const [fang = '', qiang = '', min = ''] = ids;
    await tx.create('groups', { id: 'group-000001', name: '门店1群', openedAt: 0 });
    const place = { groupId: 'group-000001', joinedAt: 1 };
    for (const [memberId, more] of [
      [fang, { nickname: '杭州-小店-王芳' }],
      [qiang, { joinedAt: AT }],
      [min, { leftAt: AT }],
    ] as const) {
      await tx.create('memberships', {
        id: `${memberId}.group-000001`,
        memberId,
        ...place,
        ...more,
      });
    }
    await tx.create('rosterLists', {
      id: 'list-0000001',
      groupId: 'group-000001',
      day,
      at: AT,
      total: 3,
      joinedIds: [qiang],
      leftIds: [min],
      unknown: ['小雨'],
      violatorIds: [qiang],
      stayed: 1,
    });
  };
  await door.run(commandOf(['members', 'groups', 'memberships', 'rosterLists'], fill), {});
  const words = { ...WORDS, ofValue: { 'rosterState.stayed': '还在', 'rosterState.left': '离开' } };
  const scope = { roster: { groupId: 'group-000001', listId: 'list-0000001' } };
  const [list] = (await exported(db, jobOf('rosterLists', { words, scope }))).rows;
  expect(list).toMatchObject({
    社群: '门店1群',
    名单人数: 3,
    新进: 1,
    离开: 1,
    还在: 1,
    不认识: 1,
  });
  const { rows } = await exported(db, jobOf('rosterPeople', { words, scope }));
  expect(rows.map((row) => [row.姓名 ?? row.群昵称, row.进出])).toEqual([
    ['李强', 'joined'],
    ['赵敏', '离开'],
    ['王芳', '还在'],
    ['小雨', 'unknown'],
  ]);
  // A list of an older console does not know who stayed: an empty cell, no zero.
  await door.run(
    commandOf(['rosterLists'], async (tx) => {
      const old = { id: 'list-0000002', groupId: 'group-000003', day: '2026-01-05', at: AT };
      await tx.create('rosterLists', { ...old, total: 2 });
    }),
    {},
  );
  const older = { roster: { groupId: 'group-000003' } };
  const [unknowing] = (await exported(db, jobOf('rosterLists', { words, scope: older }))).rows;
  expect(unknowing).toMatchObject({ 名单人数: 2, 新进: 0 });
  expect(unknowing?.还在 ?? '').toBe('');
  const elsewhere = { roster: { groupId: 'group-000002' } };
  expect((await exported(db, jobOf('rosterLists', { scope: elsewhere }))).rows).toEqual([]);
});
