import type { Op } from '@shared/sync/op';
import type { CommandLabel } from '../command';
import type { TableSource } from '../tables';
import type { Shelf } from './bulk-remove';
import type { Inverse } from './changes';

/**
 * What can be taken back, across restarts. An entry is either done (undo takes it back) or undone
 * (redo brings it back); its inverse is swapped for its own inverse each time it is used.
 */
export type UndoEntry = {
  /** The number of the op that it belongs to: the order of the stack. */
  seq: number;
  opId: string;
  label: CommandLabel;
  at: number;
  state: 'done' | 'undone';
  /** Order in which entries were undone, so that redo goes back the same way. */
  undoneOrder?: number;
  /** Set for imports, which can be undone from their history however far back they lie. */
  batchId?: string;
};

const KEPT_ENTRIES = 100;
const KEPT_BATCHES = 30;

export async function pushUndo(db: TableSource, entry: UndoEntry, inverse: Inverse): Promise<void> {
  // A new change makes what was undone unreachable: redoing it could fight with the change.
  const entries = await allEntries(db);
  const dropped = entries.filter((known) => known.state === 'undone');
  const done = entries.filter((known) => known.state === 'done');
  const single = done.filter((known) => !known.batchId);
  const batches = done.filter((known) => known.batchId);
  dropped.push(...single.slice(0, Math.max(0, single.length - KEPT_ENTRIES)));
  dropped.push(...batches.slice(0, Math.max(0, batches.length - KEPT_BATCHES)));
  await dropEntries(
    db,
    dropped.map((known) => known.seq),
  );
  await db.table('undo').put(entry);
  await db.table('undoPayloads').put({ seq: entry.seq, inverse, opSeq: entry.seq });
}

export async function dropEntries(db: TableSource, seqs: number[]): Promise<void> {
  await db.table('undo').bulkDelete(seqs);
  await db.table('undoPayloads').bulkDelete(seqs);
  for (const seq of seqs) await shelfOf(db, [seq], [seq + 1]).delete();
}

/** The records beside an entry, between two keys. */
const shelfOf = (db: TableSource, from: number[], to: number[]) =>
  db.table('undoPayloads').where('seq').between(from, to);

/**
 * Where the pages go that an entry takes out while the operation `seq` uses it: each a record of its
 * own beside the entry, so that nobody ever holds them all.
 */
export function openShelf(db: TableSource, entry: UndoEntry, seq: number): Shelf {
  let n = 0;
  return async (_, pair) => {
    const key = [entry.seq, seq, n];
    n += 1;
    await db.table('undoPayloads').put({ seq: key, pair });
    return key;
  };
}

/**
 * Brings the log in step with an operation repeated from the journal: what it took back or brought
 * back is no longer there to be undone, and after any other change nothing can be redone.
 */
export async function followReplay(db: TableSource, revertOf: string | undefined): Promise<void> {
  const passed = (await allEntries(db)).filter((entry) =>
    revertOf ? entry.opId === revertOf : entry.state === 'undone',
  );
  await dropEntries(
    db,
    passed.map((entry) => entry.seq),
  );
}

/** Replaces an entry's inverse after the operation `seq` used it, and turns the entry over. */
export async function turnEntry(
  db: TableSource,
  entry: UndoEntry,
  inverse: Inverse,
  seq: number,
): Promise<void> {
  const order = Math.max(0, ...(await allEntries(db)).map((known) => known.undoneOrder ?? 0)) + 1;
  const { undoneOrder: _, ...plain } = entry;
  await db
    .table('undo')
    .put(
      entry.state === 'done'
        ? { ...plain, state: 'undone', undoneOrder: order }
        : { ...plain, state: 'done' },
    );
  // What lay on the shelf before was used up.
  await shelfOf(db, [entry.seq], [entry.seq, seq]).delete();
  await db.table('undoPayloads').put({ seq: entry.seq, inverse, opSeq: seq });
}

/** The entry whose inverse would take back this very operation, a command's or an undo's. */
export async function entryThatReverts(
  db: TableSource,
  op: Pick<Op, 'id' | 'seq' | 'revertOf'>,
): Promise<{ entry: UndoEntry; inverse: Inverse } | undefined> {
  const entry = (await allEntries(db)).find(({ opId }) => opId === (op.revertOf ?? op.id));
  if (!entry) return undefined;
  const stored = (await db.table('undoPayloads').get(entry.seq)) as
    | { inverse: Inverse; opSeq?: number }
    | undefined;
  return stored?.opSeq === op.seq ? { entry, inverse: stored.inverse } : undefined;
}

export async function readInverse(db: TableSource, seq: number): Promise<Inverse> {
  const stored = (await db.table('undoPayloads').get(seq)) as { inverse: Inverse } | undefined;
  if (!stored) throw new Error(`undo entry ${seq} has no payload`);
  return stored.inverse;
}

export async function nextUndo(db: TableSource): Promise<UndoEntry | undefined> {
  return (await allEntries(db)).filter((entry) => entry.state === 'done').pop();
}

export async function nextRedo(db: TableSource): Promise<UndoEntry | undefined> {
  const undone = (await allEntries(db)).filter((entry) => entry.state === 'undone');
  return undone.sort((a, b) => (a.undoneOrder ?? 0) - (b.undoneOrder ?? 0)).pop();
}

export async function entryOfBatch(
  db: TableSource,
  batchId: string,
): Promise<UndoEntry | undefined> {
  return (await allEntries(db)).find((entry) => entry.batchId === batchId);
}

/** In the order of their ops; the log is short by design. */
function allEntries(db: TableSource): Promise<UndoEntry[]> {
  return db.table('undo').orderBy('seq').toArray() as Promise<UndoEntry[]>;
}
