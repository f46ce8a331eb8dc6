import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { ImportService } from '@/workers/import/import-service';
import type { PlanChoices } from '@/workers/import/import-types';
import { readSheets } from '@/workers/import/reader/read-sheets';
import { storedConversion } from '@/workers/import/stored-conversion';
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

  async function plan(
    kind: 'members' | 'orders',
    rows: (string | number)[][],
    more: Partial<PlanChoices> = {},
  ) {
    const file = new File([`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}`], '表.csv');
    const { mapping, campaign, assumedAt } = await service.open(file, kind, quiet);
    const choices = { mapping, campaign, assumedAt, policies: {}, fixes: [], ...more };
    return service.plan(choices, quiet);
  }
  return { db, door, service, plan };
}

const HEADER = ['姓名', '手机号', '备注'];
const KNOWN = [
  ['王芳', '13800138000', '三栋'],
  ['李强', '13800138001', ''],
];
const QUESTIONS = [
  ['赵敏', '13800138000', '五栋'],
  ['周杰', '13800138001', ''],
];

describe('a record that a person decides about', () => {
  it('is shown beside the member it may be, and written as was decided', async () => {
    const { db, service, plan } = await openDesk();
    await plan('members', [HEADER, ...KNOWN]);
    await service.commit('skip', quiet);
    const [wang] = await allRows(db, 'members');
    await plan('members', [HEADER, ...QUESTIONS]);
    const shown = () => service.planRows({ kind: 'action', action: 'confirm' }, 0, 10).rows;
    expect(shown()[0]).toMatchObject({
      key: 0,
      candidate: '王芳',
      candidateId: wang?.id,
      reason: 'other-name',
      changes: [
        { field: 'name', before: '王芳', after: '赵敏' },
        { field: 'note', before: '三栋', after: '五栋' },
      ],
    });
    service.decide([0], 'same');
    service.decide([1], 'new');
    expect(shown().map((row) => row.decision)).toEqual(['same', 'new']);
    service.decide([1], undefined);
    expect(shown().map((row) => row.decision)).toEqual(['same', undefined]);
    const { written, counts } = await service.commit('skip', quiet);
    expect(written).toEqual({ members: 0, orders: 0, updates: 1 });
    expect(counts).toMatchObject({ create: 0, update: 1, confirm: 1, total: 2 });
    expect((await allRows(db, 'importBatches')).at(-1)).toMatchObject({ counts });
    expect((await allRows(db, 'members')).map((member) => member.name)).toEqual(['赵敏', '李强']);
  });

  it('about an order shows how its buyer differs', async () => {
    const { service, plan } = await openDesk();
    await plan('members', [HEADER, ...KNOWN]);
    await service.commit('skip', quiet);
    await plan('orders', [
      ['订单号', '支付时间', '收货人', '联系电话', '收货地址', '订单金额'],
      ['E1', '2026-11-13', '王芳', '138****8000', '春田花园1栋101', 10],
    ]);
    const [row] = service.planRows({ kind: 'all' }, 0, 10).rows;
    expect(row).toMatchObject({
      title: 'E1',
      candidate: '王芳',
      changes: [{ field: 'address', before: undefined, after: '春田花园1栋101' }],
    });
  });
});

describe('the risk list', () => {
  it('is hinted at on the rows and counted', async () => {
    const { door, service, plan } = await openDesk();
    const add = commandOf(['riskEntries'], async (tx) => {
      const entry = { phone: '+8613900139000', level: 'high' as const, reason: '恶意退款' };
      await tx.create('riskEntries', { ...entry, id: tx.newId(), at: tx.now });
    });
    await door.run(add, {});
    const summary = await plan('members', [HEADER, ['吴磊', '13900139000', ''], ...KNOWN]);
    expect(summary.riskCount).toBe(1);
    const { rows } = service.planRows({ kind: 'all' }, 0, 10);
    expect(rows.map((row) => row.risk?.reason)).toEqual(['恶意退款', undefined, undefined]);
  });
});

describe('fixes', () => {
  it('are offered with the reasons and make another plan', async () => {
    const { plan } = await openDesk();
    const rows = [HEADER, ['王芳', '1380013', '三栋']];
    expect((await plan('members', rows)).reasons).toEqual([
      { kind: 'rejected', code: 'phone-too-short', count: 1, fix: 'leave-phone-out' },
    ]);
    const fixed = await plan('members', rows, { fixes: ['leave-phone-out'] });
    expect(fixed.counts).toMatchObject({ create: 1, rejected: 0 });
    expect(fixed.reasons).toMatchObject([{ kind: 'warning', code: 'phone-left-out', count: 1 }]);
  });
});

describe('what became of a batch', () => {
  it('counts its own members who bought, and bought again', async () => {
    const { db, service, plan } = await openDesk();
    await plan('members', [HEADER, ...KNOWN]);
    const { batchId } = await service.commit('skip', quiet);
    await plan('orders', [
      ['订单号', '支付时间', '联系电话', '订单金额'],
      ['E1', '2026-11-13', '13800138000', 10],
      ['E2', '2026-11-14', '13800138000', 10],
      ['E3', '2026-11-14', '13900139000', 10],
    ]);
    await service.commit('skip', quiet);
    expect(await storedConversion(db, batchId)).toEqual({
      members: 2,
      ordered: 1,
      repurchased: 1,
      inGroup: 0,
      approved: 0,
    });
  });
});
