import type { EntityName } from '@shared/domain/registry';
import type { RowClocks } from '@shared/sync/merge/record-state';
import { type AnyRow, decodePage } from '../../paged/page';
import type { PageSet } from '../../paged/page-set';
import { spec } from '../../schema';
import { hotPages, rowTable } from '../../tables';
import { clockId } from '../../write/clock-book';
import { ROWS_A_PART } from '../../write/op-payloads';
import type { WriteTx } from '../../write/write-tx';
import { clocksByRecord, LAST_ID } from './clock-rows';

/** What this laptop holds of an entity between two ids. */
export type LocalRange = {
  rows: ReadonlyMap<string, AnyRow>;
  clocks: ReadonlyMap<string, RowClocks>;
};

/** Records with `from` ≤ id ≤ `to`, as the transaction has them now; no page stays open for it. */
export async function readLocal(
  tx: WriteTx,
  entity: EntityName,
  from: string,
  to: string,
): Promise<LocalRange> {
  const rows =
    spec(entity).storage.kind === 'paged'
      ? await rowsWithin(tx.pages(entity), from, to)
      : ((await rowTable(tx.db, entity)
          .where('id')
          .between(from, to, true, true)
          .toArray()) as AnyRow[]);
  const clocks = await rowsWithin(tx.pages('clocks'), clockId(entity, from), clockId(entity, to));
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    clocks: clocksByRecord(entity, clocks),
  };
}

/** Ids from and to which an entity is read so that no more than some pages of it are held at once. */
export async function localRanges(
  tx: WriteTx,
  entity: EntityName,
): Promise<{ from: string; to: string }[]> {
  const { storage } = spec(entity);
  if (storage.kind !== 'paged') return [{ from: '', to: LAST_ID }];
  const keys = (await hotPages(tx.db, entity).toCollection().primaryKeys()).map(String);
  const atOnce = Math.ceil(ROWS_A_PART / storage.pageSize);
  const starts = ['', ...keys.filter((_, i) => i > 0 && i % atOnce === 0)];
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? LAST_ID }));
}

async function rowsWithin(pages: PageSet, from: string, to: string): Promise<AnyRow[]> {
  const found: AnyRow[] = [];
  // Nothing is taken: it is a way to look at pages one by one without keeping them.
  const look = ({ hot, cold }: Parameters<Parameters<PageSet['take']>[2]>[0]) => {
    for (const row of decodePage(hot, cold)) if (row.id >= from && row.id <= to) found.push(row);
    return new Uint8Array(hot.n);
  };
  await pages.take(from, to, look, async () => undefined);
  return found;
}

/** Whether nothing of an entity is here, nor was known of it. */
export async function isUnknown(tx: WriteTx, entity: EntityName): Promise<boolean> {
  const isPaged = spec(entity).storage.kind === 'paged';
  const count = await (isPaged ? hotPages(tx.db, entity) : rowTable(tx.db, entity)).count();
  if (count > 0) return false;
  const clocks = await rowsWithin(
    tx.pages('clocks'),
    clockId(entity, ''),
    clockId(entity, LAST_ID),
  );
  return clocks.length === 0;
}
