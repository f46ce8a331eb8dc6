import type { Op } from '@shared/sync/op';
import type { TableSource } from '../tables';
import { readProgress } from '../write/identity';
import { dropPayloads } from '../write/op-payloads';
import { readPlace } from './place';

/**
 * What the outbox need not keep: the journal has it, and it came from others or the hub has it too.
 * Only of a shared workspace; elsewhere everything waits for the day on which there is a hub.
 */
export async function tidyOutbox(within: TableSource, from = 0): Promise<void> {
  const place = await readPlace(within);
  if (!place) return;
  const { journaledSeq } = await readProgress(within);
  const done: number[] = [];
  await within
    .table('outbox')
    .where('seq')
    .between(from, journaledSeq, true, true)
    .each((op: Op) => {
      if (op.isPulled || op.seq <= place.ackedSeq) done.push(op.seq);
    });
  await within.table('outbox').bulkDelete(done);
  await dropPayloads(within, done);
}

/** Own operations that the hub has not confirmed; before anybody shares, all that there are. */
export async function countUnsent(db: TableSource): Promise<number> {
  const place = await readPlace(db);
  const outbox = db.table('outbox');
  if (!place) return outbox.count();
  return outbox
    .where('seq')
    .above(place.ackedSeq)
    .filter((op: Op) => !op.isPulled)
    .count();
}
