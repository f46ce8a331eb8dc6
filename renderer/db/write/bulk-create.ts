import type { EntityName } from '@shared/domain/registry';
import { columnValueAt, type RowFrame } from '@shared/lib/row-frame';
import { encodeFramePage } from '../paged/frame-page';
import { type AnyRow, encodePage, type PagedStorage, type PagePair } from '../paged/page';
import { spec } from '../schema';
import type { WriteTx } from './write-tx';

/** New rows in ascending order of id, to be packed a piece at a time. */
export type PageSource = {
  n: number;
  firstId: string;
  pack: (storage: PagedStorage, from: number, to: number) => PagePair;
};

export const rowPages = (rows: AnyRow[]): PageSource => ({
  n: rows.length,
  firstId: rows[0]?.id ?? '',
  pack: (storage, from, to) => encodePage(storage, rows.slice(from, to), rows[from]?.id ?? ''),
});

export const framePages = (frame: RowFrame): PageSource => ({
  n: frame.n,
  firstId: firstIdOf(frame),
  pack: (storage, from, to) => encodeFramePage(storage, frame, from, to),
});

function firstIdOf({ columns: { id }, order }: RowFrame): string {
  return String(id && columnValueAt(id, order?.[0] ?? 0));
}

/**
 * Lays new rows in pages of their own behind everything stored, each written as soon as it is packed;
 * says no, having written nothing, when they would lie among stored rows. `onRows` hears how many
 * rows are packed; it may throw to give up.
 */
export async function createPages(
  tx: WriteTx,
  entity: EntityName,
  source: PageSource,
  onRows?: (done: number) => void,
): Promise<boolean> {
  const storage = spec(entity).storage as PagedStorage;
  const set = tx.pages(entity);
  if (source.n === 0 || !(await set.isBehind(source.firstId))) return false;
  for (let from = 0; from < source.n; from += storage.pageSize) {
    const to = Math.min(source.n, from + storage.pageSize);
    const pair = source.pack(storage, from, to);
    if (!(await set.lay(pair))) throw new Error(`a page of ${entity} does not follow the last one`);
    await tx.laid(entity, pair);
    onRows?.(to);
  }
  await set.settle();
  return true;
}
