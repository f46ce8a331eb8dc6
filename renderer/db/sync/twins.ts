import type { Order } from '@shared/domain/orders/order.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '../command';
import type { ConsoleDb } from '../db';
import { columnValue } from '../paged/columns';
import { decodeRow } from '../paged/page';
import { PageSet } from '../paged/page-set';
import { hotPages, meta } from '../tables';
import { textsOf } from '../write/stamp-changes';
import type { WriteDoor } from '../write/write-door';
import type { WriteTx } from '../write/write-tx';

const DUE = 'newOrders';
/** This seat may not change these orders. */
const NOT_MINE = ['role-viewer', 'role-too-low', 'group-not-yours'];

/** In the transaction that took them in: which orders are new here. */
export async function noteNewOrders(tx: WriteTx): Promise<void> {
  const ids: string[] = [];
  for (const { entity, id, before, after } of tx.notes.touchedRows()) {
    if (entity === 'orders' && !before && after) ids.push(id);
  }
  for (const { entity, keys } of [...tx.notes.created]) {
    if (entity !== 'orders') continue;
    for (const lo of keys) {
      const hot = tx.originalOf(entity, lo)?.hot ?? (await hotPages(tx.db, entity).get(lo));
      if (hot?.c.id) ids.push(...textsOf(hot.c.id));
    }
  }
  if (ids.length === 0) return;
  const known = ((await meta(tx.db).get(DUE))?.value as string[] | undefined) ?? [];
  await meta(tx.db).put({ key: DUE, value: known.concat(ids) });
}

/** The same order, imported on two laptops: the one with the smaller id takes the other in. */
const foldTwinOrders = defineCommand({
  name: 'orders.foldTwins',
  input: z.object({ twins: z.array(z.object({ keptId: idSchema, goneId: idSchema })).min(1) }),
  entities: ['orders', 'memberStats'],
  undoable: false,
  label: () => ({ zh: '合并重复导入的订单', en: 'Fold orders imported twice' }),
  run: async (tx, { twins }) => {
    for (const { keptId, goneId } of twins) await fold(tx, keptId, goneId);
  },
});

async function fold(tx: Tx, keptId: string, goneId: string): Promise<void> {
  const kept = await tx.get('orders', keptId);
  const gone = await tx.get('orders', goneId);
  if (!kept || !gone) return;
  const lacking = Object.entries(gone).filter(
    ([field]) => kept[field as keyof Order] === undefined,
  );
  if (lacking.length > 0) await tx.update('orders', keptId, Object.fromEntries(lacking));
  await tx.remove('orders', goneId);
}

/**
 * Folds orders that came and are here already under another id: the same number in the same campaign,
 * of the same moment and amount, both from a file. Every laptop folds alike, so that doing it twice is
 * harmless; who may not change orders leaves it to others.
 */
export async function foldTwins({ db, door }: { db: ConsoleDb; door: WriteDoor }): Promise<void> {
  const due = (await meta(db).get(DUE))?.value as string[] | undefined;
  if (!due) return;
  const twins = await findTwins(db, new Set(due));
  if (twins.length > 0) {
    await door.run(foldTwinOrders, { twins }).catch((error: unknown) => {
      if (!(error instanceof ExpectedError) || !NOT_MINE.includes(error.code)) throw error;
    });
  }
  await meta(db).delete(DUE);
}

async function findTwins(
  db: ConsoleDb,
  fresh: ReadonlySet<string>,
): Promise<{ keptId: string; goneId: string }[]> {
  const pages = new PageSet(db, 'orders');
  const numbers = new Set<string>();
  await pages.revise([...fresh].sort(), (row) => {
    if (row.batchId !== undefined) numbers.add(String(row.externalNo));
    return undefined;
  });
  if (numbers.size === 0) return [];
  const byKey = new Map<string, string[]>();
  await pages.scanPages(true, ({ hot, cold }) => {
    const number = cold?.c.externalNo;
    for (let i = 0; number && i < hot.n; i += 1) {
      if (!numbers.has(String(columnValue(number, i)))) continue;
      const row = decodeRow(hot, cold, i);
      if (row.batchId === undefined) continue;
      const key = JSON.stringify([row.externalNo, row.campaign, row.orderedAt, row.amountFen]);
      const known = byKey.get(key);
      if (known) known.push(row.id);
      else byKey.set(key, [row.id]);
    }
  });
  return [...byKey.values()].flatMap((same) => {
    const [kept, ...others] = [...same].sort();
    const isNews = same.some((id) => fresh.has(id));
    // Where both came, they are twins of others' making, who fold them.
    if (!kept || !isNews || same.every((id) => fresh.has(id))) return [];
    return others.map((goneId) => ({ keptId: kept, goneId }));
  });
}
