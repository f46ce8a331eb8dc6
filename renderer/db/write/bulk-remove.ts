import type { EntityName } from '@shared/domain/registry';
import { type Column, columnLength, columnValue } from '../paged/columns';
import { decodePage, type PagePair } from '../paged/page';
import { AsWritten, marksOf, marksOfBatch } from '../paged/page-marks';
import type { BatchRange, PackedRows, ShelvedPages } from './changes';
import { firstRowDigest } from './first-row-digest';
import type { WriteTx } from './write-tx';

/** Puts a page that goes where its undo finds it, and says under which key. */
export type Shelf = (entity: EntityName, pair: PagePair) => Promise<IDBValidKey>;

/**
 * Takes a batch's rows out again, except those that were edited since and those that `isInUse` names.
 * Returns the ids that stay.
 */
export async function removeRange(
  tx: WriteTx,
  range: BatchRange,
  isInUse: ((id: string) => boolean) | undefined,
  shelf: Shelf | undefined,
): Promise<string[]> {
  const { entity, lo, hi, batchId } = range;
  const kept: string[] = [];
  const keepChanged = changedSince(range);
  const judge = (pair: PagePair) => {
    const ours = marksOfBatch(pair, batchId, lo, hi);
    if (!ours.includes(1)) return ours;
    const marks = keepChanged(pair, ours);
    const ids = pair.hot.c.id;
    for (let i = 0; i < marks.length; i += 1) {
      if (!ours[i] || (marks[i] && !isInUse)) continue;
      const id = String(ids && columnValue(ids, i));
      if (marks[i] && isInUse?.(id)) marks[i] = 0;
      if (!marks[i]) kept.push(id);
    }
    return marks;
  };
  await tx.pages(entity).take(lo, hi, judge, async (gone) => {
    tx.notes.removedPage(entity, gone, await shelf?.(entity, gone));
  });
  return kept;
}

function changedSince({
  digests,
  asWritten,
}: BatchRange): (pair: PagePair, marks: Uint8Array) => Uint8Array {
  if (digests) {
    const known = new AsWritten(digests);
    return (pair, marks) => known.keepUnchanged(pair, marks);
  }
  if (!asWritten) return (_, marks) => marks.slice();
  const known = new Set(asWritten);
  return ({ hot, cold }, marks) => {
    const rows = decodePage(hot, cold);
    return marks.map((mark, i) => {
      const row = rows[i];
      return mark && row && known.has(firstRowDigest(row)) ? 1 : 0;
    });
  };
}

/** Takes rows out by their ids, as an operation from the journal names them. */
export async function removeIds(tx: WriteTx, entity: EntityName, ids: Column): Promise<void> {
  const wanted = new Set<string>();
  for (let i = 0; i < columnLength(ids); i += 1) wanted.add(String(columnValue(ids, i)));
  const [lo, hi] = [...wanted].reduce(
    ([low, high], id) => [id < low ? id : low, id > high ? id : high],
    ['\uffff', ''],
  );
  await tx.pages(entity).take(
    lo,
    hi,
    ({ hot }) => marksOf(hot, wanted),
    async (gone) => tx.notes.removedPage(entity, gone, undefined),
  );
}

/** Brings packed rows back; a row that exists again meanwhile is left as it is. */
export async function restore(tx: WriteTx, packed: PackedRows | ShelvedPages): Promise<void> {
  if ('pages' in packed) {
    for (const pair of packed.pages) await restorePage(tx, packed.entity, pair);
  } else {
    for (const key of packed.shelf) {
      const stored = (await tx.db.table('undoPayloads').get(key)) as { pair: PagePair } | undefined;
      if (!stored) throw new Error('a page of the undo is gone');
      await restorePage(tx, packed.entity, stored.pair);
    }
  }
  await tx.pages(packed.entity).settle();
}

async function restorePage(tx: WriteTx, entity: EntityName, pair: PagePair): Promise<void> {
  if (await tx.pages(entity).lay(pair)) return tx.laid(entity, pair);
  for (const row of decodePage(pair.hot, pair.cold))
    if (!(await tx.read(entity, row.id))) await tx.write(entity, row);
}
