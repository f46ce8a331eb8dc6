import type { PushResult, Refusal } from '@shared/contracts/hub-http';
import type { Outgoing } from '@shared/sync/local-port';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '../../db';
import { inTransaction } from '../../tables';
import type { WriteDoor } from '../../write/write-door';
import { keepHubOps } from '../hub-ops';
import { tidyOutbox } from '../outbox';
import { readPlace, writePlace } from '../place';
import { setAside } from './set-aside';

type Sent = Outgoing['sent'][number];

/** What the hub said to each frame, in their order. */
export async function answered(
  parts: { db: ConsoleDb; door: WriteDoor },
  sent: Outgoing['sent'],
  results: readonly PushResult[],
): Promise<void> {
  const taken: { frame: Sent; seq: number | undefined }[] = [];
  for (const [n, frame] of sent.entries()) {
    const answer = results[n];
    if (!answer || answer.result === 'stored') continue;
    if (answer.result !== 'rejected') {
      taken.push({ frame, seq: answer.seq });
      continue;
    }
    await confirm(parts.db, taken.splice(0));
    await setAside(parts.door, frame, answer.refusal ?? ({ code: 'malformed' } satisfies Refusal));
  }
  await confirm(parts.db, taken);
}

/** These are in the log: they need not be sent again, and what follows on the cursor is here. */
async function confirm(
  db: ConsoleDb,
  taken: { frame: Sent; seq: number | undefined }[],
): Promise<void> {
  if (taken.length === 0) return;
  await inTransaction(db, ['meta', 'outbox', 'opPayloads', 'hubOps'], async (within) => {
    const place = await readPlace(within);
    if (!place) return;
    let { cursor, ackedSeq, piecesHere } = place;
    const from = ackedSeq;
    const known: { hlc: string; seq: number }[] = [];
    for (const { frame, seq } of taken) {
      const op = (await within.table('outbox').get(frame.seq)) as Op | undefined;
      if (op && op.id !== frame.opId) continue;
      if (op && seq !== undefined) known.push({ hlc: op.hlc, seq });
      if (seq === cursor + 1) {
        cursor = seq;
        piecesHere = 0;
      }
      ackedSeq = Math.max(ackedSeq, frame.seq);
    }
    await keepHubOps(within, known);
    await writePlace(within, { ...place, cursor, ackedSeq, piecesHere });
    await tidyOutbox(within, from);
  });
}
