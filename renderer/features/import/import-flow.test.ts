import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { rowCells } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { ImportService } from '@/workers/import/import-service';
import { readSheets } from '@/workers/import/reader/read-sheets';
import { committing } from './test-desk';

const quiet = () => undefined;

async function openDesk() {
  const { db, door } = await openTestDoor();
  const service = new ImportService(
    db,
    async (bytes, name) => readSheets(bytes, name),
    committing(door),
  );
  door.onCommit((_, entities) => service.onCommit(entities));
  return { db, door, service };
}

type Desk = Awaited<ReturnType<typeof openDesk>>;

const csv = (name: string, rows: (string | number)[][]) =>
  new File([`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}`], name, {
    lastModified: Date.UTC(2026, 10, 20),
  });

async function planFile({ service }: Desk, kind: ImportKind, file: File) {
  const opened = await service.open(file, kind, quiet);
  const { mapping, campaign, assumedAt } = opened;
  const summary = await service.plan(
    { mapping, campaign, assumedAt, policies: {}, fixes: [] },
    quiet,
  );
  return { opened, ...summary };
}

const ROSTER = csv('名单.csv', [
  ['姓名', '手机号', '身份', '标签'],
  ['王芳', '13800138000', '消费者', '宝妈'],
  ['李强', 13800138001, '店主', '老客；宝妈'],
  ['赵敏', '1380013', '消费者', ''],
]);
const ORDERS = csv('订单.csv', [
  ['订单号', '支付时间', '收货人', '联系电话', '商品', '数量', '订单金额', '退款金额'],
  ['E2', '2026-11-14 09:00:00', '王芳', '13800138000', '鸡蛋', 2, '39.80', ''],
  ['E1', '2026-11-13 08:05:00', '陈新', '13900139000', '苹果', 1, '"1,200.00"', '10'],
]);

describe('an import from file to database', () => {
  it('writes exactly the plan: members, tags, orders, figures and the batch', async () => {
    const desk = await openDesk();
    const roster = await planFile(desk, 'members', ROSTER);
    expect(roster.counts).toMatchObject({ create: 2, rejected: 1, total: 3, rows: 3 });
    expect(roster.reasons).toEqual([
      { kind: 'rejected', code: 'phone-too-short', count: 1, fix: 'leave-phone-out' },
    ]);
    await desk.service.commit('skip', quiet);

    const members = await allRows(desk.db, 'members');
    expect(
      members.map(({ name, phone, identity, source }) => [name, phone, identity, source]),
    ).toEqual([
      ['王芳', '+8613800138000', 'consumer', 'import'],
      ['李强', '+8613800138001', 'store', 'import'],
    ]);
    expect((await allRows(desk.db, 'tags')).map((tag) => tag.name).sort()).toEqual([
      '宝妈',
      '老客',
    ]);
    expect(await allRows(desk.db, 'tagAssignments')).toHaveLength(3);

    const orders = await planFile(desk, 'orders', ORDERS);
    expect(orders.counts).toMatchObject({ create: 2, total: 2, newMembers: 1 });
    const done = await desk.service.commit('skip', quiet);
    expect(done.written).toEqual({ members: 1, orders: 2, updates: 0 });
    const stored = await allRows(desk.db, 'orders');
    expect(stored.map((order) => [order.externalNo, order.amountFen, order.refundFen])).toEqual([
      ['E1', 120_000, 1000],
      ['E2', 3980, 0],
    ]);
    const all = await allRows(desk.db, 'members');
    expect(all.find((member) => member.name === '陈新')?.source).toBe('order');
    const stats = await allRows(desk.db, 'memberStats');
    expect(stats.map((row) => row.amountFen).sort()).toEqual([120_000, 3980]);
    const batches = await allRows(desk.db, 'importBatches');
    expect(batches.map((batch) => batch.fileName).sort()).toEqual(['名单.csv', '订单.csv']);
    expect(stored.every((order) => order.batchId === done.batchId)).toBe(true);
  });

  it('of the same file again changes nothing and says so', async () => {
    const desk = await openDesk();
    for (const [kind, file] of [
      ['members', ROSTER],
      ['orders', ORDERS],
    ] as const) {
      expect((await planFile(desk, kind, file)).opened.sameFileAt).toBeUndefined();
      await desk.service.commit('skip', quiet);
      const again = await planFile(desk, kind, file);
      expect(again.opened.sameFileAt).toBeGreaterThan(0);
      const { create, update, confirm } = again.counts;
      expect([create, update, confirm]).toEqual([0, 0, 0]);
      expect((await desk.service.commit('skip', quiet)).batchId).toBe('');
    }
    expect(await allRows(desk.db, 'importBatches')).toHaveLength(2);
  });

  it('is taken back as a whole, and can then be done again', async () => {
    const desk = await openDesk();
    await planFile(desk, 'members', ROSTER);
    await desk.service.commit('skip', quiet);
    const before = await allRows(desk.db, 'members');
    const changed = csv('新名单.csv', [
      ['姓名', '手机号', '备注', '标签'],
      ['王芳', '13800138000', '三栋', '新客'],
      ['周杰', '13700137000', '', '新客'],
    ]);
    expect((await planFile(desk, 'members', changed)).counts).toMatchObject({
      create: 1,
      update: 1,
    });
    const { batchId } = await desk.service.commit('skip', quiet);
    expect(await allRows(desk.db, 'members')).toHaveLength(3);
    await desk.door.undoBatch(batchId);
    expect(await allRows(desk.db, 'members')).toEqual(before);
    expect(await allRows(desk.db, 'tagAssignments')).toHaveLength(3);
    const batches = await allRows(desk.db, 'importBatches');
    expect(batches.map((batch) => batch.undoneAt !== undefined)).toEqual([false, true]);
    expect((await planFile(desk, 'members', changed)).opened.sameFileAt).toBeUndefined();
  });

  it('updates an order with another refund', async () => {
    const desk = await openDesk();
    await planFile(desk, 'orders', ORDERS);
    await desk.service.commit('skip', quiet);
    const later = csv('订单2.csv', [
      ['订单号', '支付时间', '收货人', '联系电话', '商品', '数量', '订单金额', '退款金额'],
      ['E2', '2026-11-14 09:00:00', '王芳', '13800138000', '鸡蛋', 2, '39.80', '39.80'],
    ]);
    expect((await planFile(desk, 'orders', later)).counts).toMatchObject({ update: 1, total: 1 });
    const page = desk.service.planRows({ kind: 'action', action: 'update' }, 0, 10);
    expect(page.rows[0]).toMatchObject({
      title: 'E2',
      rows: [2],
      changes: [
        { field: 'refundFen', before: '0', after: '3980' },
        { field: 'status', before: 'paid', after: 'refunded' },
      ],
    });
    await desk.service.commit('skip', quiet);
    const order = (await allRows(desk.db, 'orders')).find((row) => row.externalNo === 'E2');
    expect(order).toMatchObject({ refundFen: 3980, status: 'refunded' });
  });

  it('is not committed by a plan that is no longer true', async () => {
    const desk = await openDesk();
    await planFile(desk, 'members', ROSTER);
    await desk.door.run(
      commandOf(['members'], (tx) => tx.create('members', { id: tx.newId(), name: '王芳' })),
      {},
    );
    await expect(desk.service.commit('skip', quiet)).rejects.toMatchObject({
      code: 'import-plan-stale',
    });
    expect(await allRows(desk.db, 'importBatches')).toEqual([]);
  });

  it('is written once, however often it is asked for', async () => {
    const desk = await openDesk();
    await planFile(desk, 'members', ROSTER);
    const twice = await Promise.allSettled([
      desk.service.commit('skip', quiet),
      desk.service.commit('skip', quiet),
    ]);
    expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await allRows(desk.db, 'members')).toHaveLength(2);
    expect(await allRows(desk.db, 'importBatches')).toHaveLength(1);
  });

  it('is not committed when the data changed while it was compared', async () => {
    const desk = await openDesk();
    const { mapping, campaign, assumedAt } = await desk.service.open(ROSTER, 'members', quiet);
    await desk.service.plan(
      { mapping, campaign, assumedAt, policies: {}, fixes: [] },
      ({ step }) => {
        if (step === 'compare') desk.service.onCommit(['members']);
      },
    );
    await expect(desk.service.commit('skip', quiet)).rejects.toMatchObject({
      code: 'import-plan-stale',
    });
  });

  it('is never the plan of a file that was laid aside', async () => {
    const desk = await openDesk();
    const { mapping, campaign, assumedAt } = await desk.service.open(ROSTER, 'members', quiet);
    const planning = desk.service.plan(
      { mapping, campaign, assumedAt, policies: {}, fixes: [] },
      quiet,
    );
    const refused = expect(planning).rejects.toMatchObject({ code: 'import-cancelled' });
    await desk.service.open(ORDERS, 'orders', quiet);
    await refused;
    await expect(desk.service.commit('skip', quiet)).rejects.toMatchObject({
      code: 'import-cancelled',
    });
  });

  it('stopped in the middle leaves nothing behind', async () => {
    const desk = await openDesk();
    await planFile(desk, 'members', ROSTER);
    const stop = ({ done }: { done: number }) => {
      if (done > 0) desk.service.discard();
    };
    const stopped = desk.service.commit('skip', (progress) => stop(progress));
    await expect(stopped).rejects.toBeInstanceOf(ExpectedError);
    expect(await allRows(desk.db, 'members')).toEqual([]);
    expect(await allRows(desk.db, 'tags')).toEqual([]);
  });
});

describe('the rejected rows', () => {
  it('come back as a sheet that can be mended and imported again', async () => {
    const desk = await openDesk();
    await planFile(desk, 'members', ROSTER);
    const bytes = desk.service.rejectedSheet({
      reason: '原因',
      rowNumber: '原行号',
      ofCode: { 'phone-too-short': '手机号少了位数' },
    });
    const [sheet] = (await readSheets(bytes, 'x')).sheets;
    expect(sheet && [rowCells(sheet, 0), rowCells(sheet, 1)]).toEqual([
      ['姓名', '手机号', '身份', '标签', '原因', '原行号'],
      ['赵敏', '1380013', '消费者', null, '手机号: 手机号少了位数', 4],
    ]);
    const mended = csv('补录.csv', [
      ['姓名', '手机号', '身份', '标签', '原因', '原行号'],
      ['赵敏', '13800138003', '消费者', '', '手机号: 手机号少了位数', 4],
    ]);
    const { counts, opened } = await planFile(desk, 'members', mended);
    expect(counts).toMatchObject({ create: 1, total: 1 });
    expect(opened.mapping.slice(4)).toEqual([null, null]);
  });
});

describe('a file that will not do', () => {
  it('is refused with its reason, and nothing is kept of it', async () => {
    const desk = await openDesk();
    const cases: [File, ImportKind, string][] = [
      [new File([], '空.xlsx'), 'members', 'import-empty'],
      [
        new File([new Uint8Array([0x89, 0x50, 0, 1, 2, 3])], '图.xlsx'),
        'members',
        'import-not-a-sheet',
      ],
      [
        csv('数.csv', [
          [1, 2, 3],
          [4, 5, 6],
        ]),
        'members',
        'import-no-header',
      ],
    ];
    for (const [file, kind, code] of cases) {
      await expect(desk.service.open(file, kind, quiet)).rejects.toMatchObject({
        code,
        data: { file: file.name },
      });
    }
    const opened = await desk.service.open(ROSTER, 'orders', quiet).catch((error) => error.code);
    expect(typeof opened === 'string' ? opened : opened.missing).toEqual(['externalNo', 'amount']);
  });

  it('may have the data on another sheet than the first', async () => {
    const desk = await openDesk();
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['请按模板填写']]), '说明');
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['姓名', '手机号'],
        ['王芳', '13800138000'],
      ]),
      '名单',
    );
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
    const { opened, counts } = await planFile(desk, 'members', new File([bytes], 'a.xlsx'));
    expect(opened.sheets[opened.sheetIndex]?.name).toBe('名单');
    expect(counts.create).toBe(1);
  });
});
