import { type EntityName, entityNames } from '@shared/domain/registry';
import { type Hlc, nextHlc } from '@shared/sync/clock';
import type { Op } from '@shared/sync/op';
import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';
import type { JournalFeed } from '../journal-stream';
import { CURRENT_SCHEMA_VERSION, INTERNAL_STORES, storesOf } from '../schema';
import { movesOf } from '../sync/divide/moves';
import { inTransaction, type TableSource } from '../tables';
import { guardRole, isNarrow } from './guard-role';
import { readHead, type Writer, writeProgress } from './identity';
import { keepLaidPages, storePayload } from './op-payloads';
import { stampChanges } from './stamp-changes';
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
  /** It takes in what came from elsewhere, whose stamps it writes itself; no role is asked. */
  takesIn?: TakesIn;
};

export type TakesIn = {
  /** The newest stamp among what came; this laptop's own are later from here on. */
  newest?: Hlc | undefined;
  /** It tells others what is only here; else it is never sent. */
  isSent?: boolean;
};

/** What agreeing with others keeps beside the data of any command. */
const BESIDE: readonly EntityName[] = ['clocks', 'overwritten'];

/** An order tells on its member's figures, so a transaction over orders holds those stores too. */
function storesFor(entities: readonly EntityName[]): string[] {
  const all = entities.includes('orders') ? [...entities, 'memberStats' as const] : entities;
  return [...Object.keys(INTERNAL_STORES), ...[...all, ...BESIDE].flatMap(storesOf)];
}

/** Whether a change is this laptop's to make depends on groups and people that few commands name. */
class NeedsAll extends Error {}

/**
 * One transaction: the rows that `work` writes, what derives from them, exactly one op, and
 * whatever `beside` records with it (an undo entry). All of it commits, or none. Without a change
 * there is no op, and `beside` is told so. `work` hears the number that its op will have.
 */
export async function commit<Result>(
  db: ConsoleDb,
  who: Writer,
  command: string,
  entities: readonly EntityName[] | 'all',
  work: Work<Result>,
  beside: Beside<Result>,
  extras: CommitExtras = {},
): Promise<Committed<Result>> {
  try {
    return await commitOver(db, who, command, entities, work, beside, extras);
  } catch (error) {
    if (!(error instanceof NeedsAll)) throw error;
    return commitOver(db, who, command, 'all', work, beside, extras);
  }
}

type Work<Result> = (tx: WriteTx, seq: number) => Promise<Result>;
/** What is recorded in the same transaction; told of the operation, if there is one. */
export type Beside<Result> = (
  trans: TableSource,
  tx: WriteTx,
  op: Op | undefined,
  result: Result,
) => Promise<void>;

function commitOver<Result>(
  db: ConsoleDb,
  who: Writer,
  command: string,
  entities: readonly EntityName[] | 'all',
  work: Work<Result>,
  beside: Beside<Result>,
  { revertOf, feeds, takesIn }: CommitExtras,
): Promise<Committed<Result>> {
  const stores = storesFor(entities === 'all' ? entityNames : entities);
  return inTransaction(db, stores, async (trans) => {
    const now = Date.now();
    const head = await readHead(trans);
    const { progress, place, isByPacks } = head;
    if (entities !== 'all' && place && isNarrow(place)) throw new NeedsAll();
    const seq = progress.lastSeq + 1;
    await keepLaidPages(trans, new Set(stores), head);
    const tx = new WriteTx(trans, now, who.actor);
    const op: Op = {
      seq,
      id: uuidv7(),
      deviceId: who.deviceId,
      workspaceId: who.workspaceId,
      command,
      at: now,
      hlc: nextHlc(newest(progress.hlc, takesIn?.newest), now, who.deviceId),
      schemaVersion: CURRENT_SCHEMA_VERSION,
      changes: [],
      hasPayload: true,
      ...(revertOf ? { revertOf } : {}),
      ...(place ? { base: place.cursor } : {}),
      ...(takesIn && !takesIn.isSent ? { isPulled: true } : {}),
    };
    // The journal takes an operation only when it has all before it.
    if (feeds && progress.journaledSeq === seq - 1) tx.feed = feeds.openFeed(op);
    const result = await work(tx, seq);
    if (!tx.notes.hasChanges) {
      await beside(trans, tx, undefined, result);
      return { result, op: undefined, entities: [] };
    }
    if (place && !takesIn) await guardRole(tx, place);
    if ((place || isByPacks) && !takesIn) await stampChanges(tx, op.hlc, isByPacks);
    if (place?.isDivided && !takesIn) {
      op.moves = (await movesOf(tx)) ?? {};
    }
    await tx.finish();
    tx.feed?.endPages();
    const { created, removed, states } = tx.notes;
    const changes = tx.notes.changes();
    const isBulk =
      created.length + removed.length + states.length > 0 || changes.length > INLINE_CHANGES;
    if (!isBulk) Object.assign(op, { changes, hasPayload: false });
    await trans.table('outbox').add(op);
    if (isBulk) await storePayload(tx, seq, changes);
    await writeProgress(trans, { ...progress, lastSeq: op.seq, hlc: op.hlc });
    await beside(trans, tx, op, result);
    const done = { result, op, entities: tx.notes.entities };
    return isBulk ? done : { ...done, statsOf: tx.notes.stats.memberIds() };
  });
}

function newest(a: Hlc | undefined, b: Hlc | undefined): Hlc | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
