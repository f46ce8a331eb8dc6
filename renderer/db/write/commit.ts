import { type EntityName, entityNames } from '@shared/domain/registry';
import { nextHlc } from '@shared/sync/clock';
import type { Op } from '@shared/sync/op';
import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';
import type { JournalFeed } from '../journal-stream';
import { CURRENT_SCHEMA_VERSION, INTERNAL_STORES, storesOf } from '../schema';
import { inTransaction, type TableSource } from '../tables';
import { readProgress, type Writer, writeProgress } from './identity';
import { keepLaidPages, storePayload } from './op-payloads';
import { WriteTx } from './write-tx';

/** More row changes than this travel in the packed payload instead of the op's header. */
const INLINE_CHANGES = 200;

export type Committed<Result> = {
  result: Result;
  /** Absent when the command changed nothing: nothing is written then, not even an op. */
  op: Op | undefined;
  entities: EntityName[];
  /** Whose figures may be others now; absent after bulk work, when it may be everybody's. */
  statsOf?: readonly string[];
};

export type CommitExtras = {
  /** The operation that this one takes back. */
  revertOf?: string;
  /** Takes pages for the journal while they are written. */
  feeds?: { openFeed: (op: Op) => JournalFeed };
};

/** An order tells on its member's figures, so a transaction over orders holds those stores too. */
function storesFor(entities: readonly EntityName[]): string[] {
  const all = entities.includes('orders') ? [...entities, 'memberStats' as const] : entities;
  return [...Object.keys(INTERNAL_STORES), ...all.flatMap(storesOf)];
}

/**
 * One transaction: the rows that `work` writes, what derives from them, exactly one op, and
 * whatever `beside` records with it (an undo entry). All of it commits, or none. Without a change
 * there is no op, and `beside` is told so. `work` hears the number that its op will have.
 */
export function commit<Result>(
  db: ConsoleDb,
  who: Writer,
  command: string,
  entities: readonly EntityName[] | 'all',
  work: (tx: WriteTx, seq: number) => Promise<Result>,
  beside: (trans: TableSource, tx: WriteTx, op: Op | undefined, result: Result) => Promise<void>,
  { revertOf, feeds }: CommitExtras = {},
): Promise<Committed<Result>> {
  const stores = storesFor(entities === 'all' ? entityNames : entities);
  return inTransaction(db, stores, async (trans) => {
    const now = Date.now();
    const progress = await readProgress(trans);
    const seq = progress.lastSeq + 1;
    await keepLaidPages(trans, new Set(stores));
    const tx = new WriteTx(trans, now, who.actor);
    const op: Op = {
      seq,
      id: uuidv7(),
      deviceId: who.deviceId,
      workspaceId: who.workspaceId,
      command,
      at: now,
      hlc: nextHlc(progress.hlc, now, who.deviceId),
      schemaVersion: CURRENT_SCHEMA_VERSION,
      changes: [],
      hasPayload: true,
      ...(revertOf ? { revertOf } : {}),
    };
    // The journal takes an operation only when it has all before it.
    if (feeds && progress.journaledSeq === seq - 1) tx.feed = feeds.openFeed(op);
    const result = await work(tx, seq);
    if (!tx.notes.hasChanges) {
      await beside(trans, tx, undefined, result);
      return { result, op: undefined, entities: [] };
    }
    await tx.finish();
    tx.feed?.endPages();
    const { created, removed } = tx.notes;
    const changes = tx.notes.changes();
    const isBulk = created.length > 0 || removed.length > 0 || changes.length > INLINE_CHANGES;
    if (!isBulk) Object.assign(op, { changes, hasPayload: false });
    await trans.table('outbox').add(op);
    if (isBulk) await storePayload(tx, seq, changes);
    await writeProgress(trans, { ...progress, lastSeq: op.seq, hlc: op.hlc });
    await beside(trans, tx, op, result);
    const { entities } = tx.notes;
    if (isBulk) return { result, op, entities };
    return { result, op, entities, statsOf: tx.notes.stats.memberIds() };
  });
}
