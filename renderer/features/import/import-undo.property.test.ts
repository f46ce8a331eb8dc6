import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { CONFIRM_CHOICES, type ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import type { RawCell } from '@shared/domain/import/sheet';
import { sheetOfRows } from '@shared/domain/import/sheet-builder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counters } from '@/db/tables';
import { allRows, openTestDoor } from '@/db/test-db';
import { ImportService } from '@/workers/import/import-service';
import { committing } from './test-desk';

const quiet = () => undefined;
const FILE = new File(['x'], '文件.xlsx', { lastModified: Date.UTC(2026, 10, 20) });

async function openDesk() {
  const { db, door } = await openTestDoor();
  let rows: RawCell[][] = [];
  const service = new ImportService(
    db,
    async () => ({ sheets: [sheetOfRows('Sheet1', rows)], encoding: undefined, encodings: [] }),
    committing(door),
  );
  door.onCommit((_, entities) => service.onCommit(entities));

  /** Imports the rows; the batch is empty where there was nothing to write. */
  async function importRows(kind: ImportKind, sheet: RawCell[][], choice: ConfirmChoice) {
    rows = sheet;
    const { mapping, campaign, assumedAt } = await service.open(FILE, kind, quiet);
    const choices = { mapping, campaign, assumedAt, policies: {}, fixes: [] };
    const { counts } = await service.plan(choices, quiet);
    const again = await service.plan(choices, quiet);
    const { batchId } = await service.commit(choice, quiet);
    return { batchId, counts, again: again.counts };
  }

  /** All that people made and all that was added up from it. */
  async function state() {
    const tables = await Promise.all([
      allRows(db, 'members'),
      allRows(db, 'orders'),
      allRows(db, 'memberStats'),
      allRows(db, 'tags'),
      allRows(db, 'tagAssignments'),
    ]);
    const sums = await counters(db).toArray();
    const told = sums.filter(({ name, n }) => name !== 'importBatches' && n !== 0);
    return { tables, told };
  }

  return { door, importRows, state };
}

const cell = (...values: RawCell[]) => fc.constantFrom<RawCell>(...values);
const PEOPLE = ['姓名', '手机号', '微信号', '身份', '标签', '备注'];
const anyPerson = fc.tuple(
  cell('王芳', '李强', '赵敏', '周杰', '', null),
  cell('13800138000', 13900139000, '13700137000', '138****8000', '1380013', ''),
  cell('wf_88', 'lq', '', null),
  cell('消费者', '店主', '外星人', ''),
  cell('宝妈', '老客，宝妈', '新客', ''),
  cell('一', '二', ''),
);
const SALES = '订单号 支付时间 收货人 联系电话 商品 数量 订单金额 退款金额 订单状态'.split(' ');
const anySale = fc.tuple(
  cell('E1', 'E2', 'E3', 4, null),
  cell('2026-11-13 08:05', 46339.5, '2026-11-14', null),
  cell('王芳', '李强', '周杰', null),
  cell('13800138000', 13900139000, '138****8000', '', null),
  cell('蛋', '奶x2；梨', null),
  cell(1, '2份', null),
  cell(30, '¥12.50', 7, null),
  cell(0, 5, null),
  cell('已支付', '已退款', '已取消', null),
);
const anyFile = fc.record({
  kind: fc.constantFrom<'members' | 'orders'>('members', 'orders'),
  people: fc.array(anyPerson, { minLength: 1, maxLength: 6 }),
  sales: fc.array(anySale, { minLength: 1, maxLength: 6 }),
  choice: fc.constantFrom<ConfirmChoice>(...CONFIRM_CHOICES),
});
type AnyFile = typeof anyFile extends fc.Arbitrary<infer T> ? T : never;

const isFilled = (row: readonly RawCell[]) => row.some((value) => value !== null && value !== '');
const rowsOf = ({ kind, people, sales }: AnyFile): RawCell[][] =>
  kind === 'members' ? [PEOPLE, ...people] : [SALES, ...sales];

describe('any import', () => {
  it('is planned alike twice, sums up, and taken back leaves everything as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 3 }), async (files) => {
        const desk = await openDesk();
        for (const file of files) {
          fc.pre(rowsOf(file).slice(1).some(isFilled));
          const before = await desk.state();
          const done = await desk.importRows(file.kind, rowsOf(file), file.choice);
          const { create, update, unchanged, confirm, rejected, total } = done.counts;
          expect(create + update + unchanged + confirm + rejected).toBe(total);
          expect(done.again).toEqual(done.counts);
          if (done.batchId === '') {
            expect(await desk.state()).toEqual(before);
            continue;
          }
          const after = await desk.state();
          const { kept } = await desk.door.undoBatch(done.batchId);
          expect(kept).toEqual([]);
          expect(await desk.state()).toEqual(before);
          await desk.door.redo();
          expect(await desk.state()).toEqual(after);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
