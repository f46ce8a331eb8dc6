import type { BackupHeader } from '@shared/contracts/ipc';
import { entityNames } from '@shared/domain/registry';
import { encodeBinaryJson } from '@shared/lib/binary-json';
import { ExpectedError } from '@shared/lib/errors';
import { transfer } from 'comlink';
import { v7 as uuidv7 } from 'uuid';
import { ConsoleDb } from '../db';
import { unpackBytes } from '../packed-bytes';
import { CURRENT_SCHEMA_VERSION, spec, storesOf } from '../schema';
import { tidyOutbox } from '../sync/outbox';
import { counters, inTransaction, meta, type TableSource } from '../tables';
import { type DeviceIdentity, readIdentity, readProgress, writeProgress } from '../write/identity';

/**
 * Where a backup's chunks go to and come from; the window connects them to the main process, which
 * compresses them on its way to the disk. They come back compressed.
 */
export type BackupSink = {
  begin(header: BackupHeader): Promise<void>;
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
};
export type BackupSource = { next(): Promise<Uint8Array | null> };

type Chunk = { store: string; rows: unknown[] };

/** Rows that go into one chunk of about a megabyte, whether they lie each for itself or in pages. */
const ROWS_PER_CHUNK = 2000;
const PAGED_ROWS_PER_CHUNK = 4096;
/** Chunks on their way to the disk while the next is read. */
const CHUNKS_AT_ONCE = 4;
/** Stores whose rows each hold pages themselves. */
const HUGE_ROWS: ReadonlySet<string> = new Set(['opPayloads', 'undoPayloads', 'inbox', 'aside']);

/** Copies every store, chunk by chunk; the caller keeps writers out meanwhile. */
export async function writeSnapshot(
  db: ConsoleDb,
  reason: BackupHeader['reason'],
  sink: BackupSink,
): Promise<void> {
  const identity = await readIdentity(db);
  const { lastSeq } = await readProgress(db);
  const counts: Record<string, number> = {};
  for (const row of await counters(db).toArray()) {
    if ((entityNames as string[]).includes(row.name)) counts[row.name] = row.n;
  }
  await sink.begin({
    databaseId: identity?.databaseId ?? '',
    lastSeq,
    schemaVersion: CURRENT_SCHEMA_VERSION,
    reason,
    counts,
  });
  // Payloads that the journal does not have yet come before the mark of how far it got: it may go on
  // meanwhile, and then the copy holds one too many instead of one too few.
  const names = db.tables.map((table) => table.name).filter((name) => name !== 'opPayloads');
  const underWay: Promise<void>[] = [];
  for (const name of ['opPayloads', ...names]) {
    for await (const rows of rowsInChunks(db, name, rowsPerChunk(name))) {
      const chunk = encodeBinaryJson({ store: name, rows } satisfies Chunk);
      const written = sink.write(transfer(chunk, [chunk.buffer]));
      // Waited for in turn; until then a failure has nobody to hear it.
      written.catch(() => undefined);
      underWay.push(written);
      if (underWay.length >= CHUNKS_AT_ONCE) await underWay.shift();
    }
  }
  for (const written of underWay) await written;
}

function rowsPerChunk(store: string): number {
  if (HUGE_ROWS.has(store)) return 1;
  for (const entity of entityNames) {
    const { storage } = spec(entity);
    if (storage.kind === 'paged' && storesOf(entity).includes(store))
      return Math.max(1, Math.floor(PAGED_ROWS_PER_CHUNK / storage.pageSize));
  }
  return ROWS_PER_CHUNK;
}

async function* rowsInChunks(
  db: ConsoleDb,
  store: string,
  size: number,
): AsyncGenerator<unknown[]> {
  const table = db.table(store);
  const { keyPath = '' } = table.schema.primKey;
  const keyOf = (row: Record<string, unknown>) =>
    Array.isArray(keyPath) ? keyPath.map((part) => row[part]) : row[keyPath];
  let after: unknown;
  while (true) {
    const range = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
    const rows = (await range.limit(size).toArray()) as Record<string, unknown>[];
    const last = rows[rows.length - 1];
    if (!last) return;
    yield rows;
    after = keyOf(last);
  }
}

/**
 * Replaces everything in the database by a backup, in one transaction: either all of it is in
 * place afterwards or nothing was touched. A backup of an older shape is opened at that shape first.
 * `beside` runs in the same transaction.
 */
export async function loadSnapshot(
  name: string,
  schemaVersion: number,
  source: BackupSource,
  beside: (within: TableSource) => Promise<unknown> = async () => undefined,
): Promise<void> {
  if (schemaVersion > CURRENT_SCHEMA_VERSION) throw new ExpectedError('backup-newer');
  const chunks: Chunk[] = [];
  for (let bytes = await source.next(); bytes; bytes = await source.next()) {
    chunks.push((await unpackBytes(bytes)) as Chunk);
  }
  const old = schemaVersion < CURRENT_SCHEMA_VERSION;
  if (old) await ConsoleDb.delete(name);
  const db = new ConsoleDb(old ? { name, upTo: schemaVersion } : { name });
  const stores = db.tables.map((table) => table.name);
  try {
    await inTransaction(db, stores, async (within) => {
      for (const store of stores) await within.table(store).clear();
      for (const { store, rows } of chunks) {
        if (stores.includes(store)) await within.table(store).bulkPut(rows);
      }
      await beside(within);
    });
  } finally {
    db.close();
  }
}

/**
 * Makes a restored database a history of its own: its operations after the backup are not the ones
 * that the old journal holds, and other laptops must not take it for the device it was copied from.
 */
export async function beginNewTimeline(db: TableSource): Promise<DeviceIdentity> {
  const known = (await readIdentity(db)) ?? { workspaceId: uuidv7() };
  const identity = { ...known, databaseId: uuidv7(), deviceId: uuidv7() };
  await meta(db).put({ key: 'identity', value: identity });
  const progress = await readProgress(db);
  await writeProgress(db, { ...progress, journaledSeq: progress.lastSeq });
  await tidyOutbox(db);
  return identity;
}
