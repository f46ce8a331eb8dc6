import type { Op } from '@shared/sync/op';
import type { Collection } from 'dexie';
import type { TableSource } from '../tables';
import { readHead } from '../write/identity';
import { dropPayloads } from '../write/op-payloads';

/**
 * What the outbox need not keep: the journal has it, and it came from others or the hub has it too.
 * Only of a shared workspace; elsewhere everything waits for the day on which there is a hub.
 */
export async function tidyOutbox(within: TableSource, from = 0): Promise<void> {
  const { place, progress } = await readHead(within);
  if (!place) return;
  const done: number[] = [];
  await within
    .table('outbox')
    .where('seq')
    .between(from, progress.journaledSeq, true, true)
    .each((op: Op) => {
      if (op.isPulled || op.seq <= place.ackedSeq) done.push(op.seq);
    });
  await within.table('outbox').bulkDelete(done);
  await dropPayloads(within, done);
}

/** Own operations that the hub has not confirmed; before anybody shares, all that there are. */
export async function countUnsent(db: TableSource): Promise<number> {
  const { place, progress } = await readHead(db);
  const outbox = db.table('outbox');
  if (!place) {
    // Its numbers have no gaps, so two keys tell.
    const [first] = (await outbox.toCollection().limit(1).primaryKeys()) as number[];
    const [last] = (await outbox.toCollection().reverse().limit(1).primaryKeys()) as number[];
    return first === undefined || last === undefined ? 0 : last - first + 1;
  }
  // What came from others leaves as soon as the journal has it, so only the newest need be looked at.
  const from = Math.max(place.ackedSeq, progress.journaledSeq);
  const seqs = outbox.where('seq');
  const older = await seqs.between(place.ackedSeq, from, false, true).count();
  const newer = outbox.where('seq').above(from);
  return older + (await newer.filter((op: Op) => !op.isPulled).count());
}

/** Own operations behind a number, oldest first. */
export function unsentAfter(db: TableSource, seq: number): Collection<Op, number> {
  return db
    .table('outbox')
    .where('seq')
    .above(seq)
    .filter((op: Op) => !op.isPulled);
}
