import type { EntityName } from '@shared/domain/registry';
import type { RowChange } from '@shared/sync/op';
import type { PagePair } from '../paged/page';
import { spec, storesOf } from '../schema';
import { coldPages, hotPages, readTransaction, type TableSource } from '../tables';
import type { LaidPages, OpPayload } from './changes';
import { readProgress } from './identity';
import type { WriteTx } from './write-tx';

/**
 * The payload of an operation, until the journal has it, in parts of about a megabyte. Pages that
 * the operation laid are not copied: the part names them, and whoever is about to change pages
 * makes the part hold them first (`keepLaidPages`).
 */
export type PayloadPart = Partial<OpPayload>;

/** The first version stored a payload in one piece, under the number alone. */
type StoredPart = { seq: number | number[]; payload: PayloadPart; laid?: LaidPages };

export const ROWS_A_PART = 4096;
const CHANGES_A_PART = 4000;
const REMOVED_A_PART = 16;

const partsOf = (within: TableSource, seq: number) =>
  within
    .table('opPayloads')
    .where('seq')
    .between([seq], [seq + 1]);

/** Stores what `tx` did under the operation's number. */
export async function storePayload(
  tx: WriteTx,
  seq: number,
  changes: readonly RowChange[],
): Promise<void> {
  const { created, removed } = tx.notes;
  const parts: Omit<StoredPart, 'seq'>[] = [];
  for (const { entity, keys } of created) {
    const changed = keys.flatMap((lo) => tx.originalOf(entity, lo) ?? []);
    for (const pages of chunked(changed, 1))
      parts.push({ payload: { created: [{ entity, pages }] } });
    const rest = keys.filter((lo) => !tx.originalOf(entity, lo));
    for (const some of chunked(rest, pagesAPart(entity)))
      parts.push({ payload: {}, laid: { entity, keys: some } });
  }
  for (const some of chunked(removed, REMOVED_A_PART)) parts.push({ payload: { removed: some } });
  for (const some of chunked(changes, CHANGES_A_PART)) parts.push({ payload: { changes: some } });
  await tx.db
    .table('opPayloads')
    .bulkAdd(parts.map((part, n): StoredPart => ({ seq: [seq, n], ...part })));
}

function pagesAPart(entity: EntityName): number {
  const { storage } = spec(entity);
  return storage.kind === 'paged' ? Math.max(1, Math.floor(ROWS_A_PART / storage.pageSize)) : 1;
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}

/** The parts of an operation's payload, each with its pages; one is read while another is used. */
export async function* readPayload(db: TableSource, seq: number): AsyncGenerator<PayloadPart> {
  const keys = [seq, ...(await partsOf(db, seq).primaryKeys())];
  let next = readPart(db, keys[0]);
  for (let i = 1; i <= keys.length; i += 1) {
    const part = await next;
    if (i < keys.length) {
      next = readPart(db, keys[i]);
      // Heard at the next turn, if there is one.
      next.catch(() => undefined);
    }
    if (part) yield part;
  }
}

/** The parts that hold no created rows: of an operation whose pages the journal has already. */
export async function* readUncreated(db: TableSource, seq: number): AsyncGenerator<PayloadPart> {
  for (const key of await partsOf(db, seq).primaryKeys()) {
    const stored = (await db.table('opPayloads').get(key)) as StoredPart | undefined;
    if (!stored || stored.laid || stored.payload.created) continue;
    yield stored.payload;
  }
}

async function readPart(db: TableSource, key: unknown): Promise<PayloadPart | undefined> {
  const stored = (await db.table('opPayloads').get(key)) as StoredPart | undefined;
  if (!stored?.laid) return stored?.payload;
  // Once more, at one moment with the pages: a command may have changed both meanwhile.
  const stores = ['opPayloads', ...storesOf(stored.laid.entity)];
  return readTransaction(db, stores, async (within) => {
    const now = (await within.table('opPayloads').get(key)) as StoredPart | undefined;
    if (!now?.laid) return now?.payload;
    return { ...now.payload, created: [await pagesOf(within, now.laid)] };
  });
}

async function pagesOf(within: TableSource, { entity, keys }: LaidPages) {
  const hot = await hotPages(within, entity).bulkGet(keys);
  const hasCold = storesOf(entity).length > 1;
  const cold = hasCold ? await coldPages(within, entity).bulkGet(keys) : [];
  const pages = keys.map((lo, i): PagePair => {
    const page = hot[i];
    if (!page) throw new Error(`page ${lo} of ${entity} is gone`);
    return { hot: page, cold: cold[i] };
  });
  return { entity, pages };
}

/**
 * Before a transaction over these stores changes anything: pages that the journal still has to read
 * from them move into their parts. Nearly always the journal was faster and there is nothing to do.
 */
export async function keepLaidPages(
  within: TableSource,
  stores: ReadonlySet<string>,
): Promise<void> {
  const { journaledSeq } = await readProgress(within);
  const waiting = within
    .table('opPayloads')
    .where('seq')
    .above([journaledSeq + 1]);
  for (const key of await waiting.primaryKeys()) {
    const stored = (await within.table('opPayloads').get(key)) as StoredPart | undefined;
    if (!stored?.laid || !stores.has(stored.laid.entity)) continue;
    const { seq, laid } = stored;
    const payload = { ...stored.payload, created: [await pagesOf(within, laid)] };
    await within.table('opPayloads').put({ seq, payload } satisfies StoredPart);
  }
}

/** The journal has them now. */
export async function dropPayloads(within: TableSource, seqs: readonly number[]): Promise<void> {
  await within.table('opPayloads').bulkDelete([...seqs]);
  for (const seq of seqs) await partsOf(within, seq).delete();
}
