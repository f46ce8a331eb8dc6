import type { EntityName } from '@shared/domain/registry';
import type { Hlc } from '@shared/sync/clock';
import type { RowClocks } from '@shared/sync/merge/record-state';
import { stampChange } from '@shared/sync/merge/stamp-change';
import { type Column, columnLength, columnValue } from '../paged/columns';
import type { PageRecord } from '../paged/page';
import { spec } from '../schema';
import { hotPages } from '../tables';
import { ClockBook } from './clock-book';
import type { WriteTx } from './write-tx';

/** Ids that are made of others, or of a name, can be made by two laptops; fresh ones in pages cannot. */
export function needsBirth(entity: EntityName): boolean {
  const { storage } = spec(entity);
  return storage.kind === 'rows' || storage.hot.id !== 'uuid';
}

const isShared = (entity: EntityName) => spec(entity).scope === 'synced';

/**
 * Writes down when the parts of all that a command changed were written, in a workspace that several
 * laptops share. Comes before the command's pages are flushed. With `isEveryBirth` also when each record
 * was born: where no hub numbers operations, only stamps tell what another laptop lacks.
 */
export async function stampChanges(tx: WriteTx, at: Hlc, isEveryBirth = false): Promise<void> {
  const book = new ClockBook(tx);
  const { created, removed } = tx.notes;
  const changes = tx.notes.changes();
  for (const { entity, keys } of [...created]) {
    if (!isShared(entity)) continue;
    for (const lo of keys) {
      const page = await laidPage(tx, entity, lo);
      if (page) await stampBirths(book, entity, page, at, isEveryBirth);
    }
  }
  for (const { entity, ids } of removed) {
    if (isShared(entity)) await book.layFor(entity, ids, { since: at, isGone: true });
  }
  // Last: what was laid or taken out whole, and touched as well, was touched later.
  const stamped: { entity: EntityName; id: string; clocks: RowClocks }[] = [];
  for (const change of changes) {
    const entity = change.entity as EntityName;
    if (!isShared(entity)) continue;
    const known = await book.get(entity, change.id);
    // Laid and touched by the same command: its birth says when all of it was written.
    if (known?.since === at && !change.gone) continue;
    const clocks =
      stampChange(known, change, at, isEveryBirth || needsBirth(entity)) ??
      (known ? { since: at } : undefined);
    if (clocks) stamped.push({ entity, id: change.id, clocks });
  }
  await book.setAll(stamped);
}

/** Of new records in a page: all that two laptops may make, else those of which something is known. */
export async function stampBirths(
  book: ClockBook,
  entity: EntityName,
  { lo, hi, c }: PageRecord,
  at: Hlc,
  isEveryBirth = false,
): Promise<void> {
  if (!c.id) return;
  if (isEveryBirth || needsBirth(entity)) return book.layFor(entity, c.id, { since: at });
  if (!(await book.hasWithin(entity, lo, hi))) return;
  for (const id of textsOf(c.id)) {
    if (await book.get(entity, id)) await book.set(entity, id, { since: at });
  }
}

export function textsOf(ids: Column): string[] {
  return Array.from({ length: columnLength(ids) }, (_, i) => String(columnValue(ids, i)));
}

async function laidPage(
  tx: WriteTx,
  entity: EntityName,
  lo: string,
): Promise<PageRecord | undefined> {
  return tx.originalOf(entity, lo)?.hot ?? (await hotPages(tx.db, entity).get(lo));
}
