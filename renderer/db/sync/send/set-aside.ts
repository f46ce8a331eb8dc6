import type { Refusal } from '@shared/contracts/hub-http';
import type { Hlc } from '@shared/sync/clock';
import type { Op } from '@shared/sync/op';
import type { AnyRow } from '../../paged/page';
import type { TableSource } from '../../tables';
import type { Inverse } from '../../write/changes';
import { clocksOf } from '../../write/clock-book';
import { type PayloadPart, readPart, sharedPartKeys } from '../../write/op-payloads';
import { type KeptRecord, revert } from '../../write/revert';
import { dropEntries, entryThatReverts } from '../../write/undo-log';
import type { WriteDoor } from '../../write/write-door';
import type { WriteTx } from '../../write/write-tx';
import { putAside } from '../aside';
import { tidyOutbox } from '../outbox';
import { readPlace, writePlace } from '../place';

/** Of an operation in more parts than this, only what its header says is kept aside. */
const MAX_PARTS = 4;

type Undone = {
  op: Op;
  parts: PayloadPart[] | undefined;
  entrySeq: number | undefined;
  kept: KeptRecord[];
};

/**
 * Keeps a refused operation with the hub's reason, and takes its effect back where the undo log
 * knows how: as if it had never been done here, so its stamps go too.
 */
export async function setAside(
  door: WriteDoor,
  { opId, seq }: { opId: string; seq: number },
  refusal: Refusal,
): Promise<void> {
  await door.takeIn(
    'sync.setAside',
    async (tx): Promise<Undone | undefined> => {
      const op = (await tx.db.table('outbox').get(seq)) as Op | undefined;
      const place = await readPlace(tx.db);
      // Of a large one each piece may be refused; once is enough.
      if (op?.id !== opId || !place || seq <= place.ackedSeq) return undefined;
      const parts = await partsOf(tx.db, op);
      const found = await entryThatReverts(tx.db, op);
      if (!found) return { op, parts, entrySeq: undefined, kept: [] };
      const kept = await revert(tx, found.inverse);
      await unstamp(tx, found.inverse, op.hlc);
      return { op, parts, entrySeq: found.entry.seq, kept };
    },
    async (within, tx, _, undone) => {
      const place = await readPlace(within);
      if (!undone || !place) return;
      const { op, parts, entrySeq, kept } = undone;
      await putAside(within, {
        seq,
        at: tx.now,
        refusal,
        kind: 'refused',
        op,
        ...(parts && { parts }),
        isTakenBack: entrySeq !== undefined,
        kept,
      });
      if (entrySeq !== undefined) await dropEntries(within, [entrySeq]);
      await writePlace(within, { ...place, ackedSeq: Math.max(place.ackedSeq, seq) });
      await tidyOutbox(within, seq);
    },
  );
}

async function partsOf(within: TableSource, op: Op): Promise<PayloadPart[] | undefined> {
  if (!op.hasPayload) return undefined;
  const keys = await sharedPartKeys(within, op.seq);
  if (keys.length > MAX_PARTS) return undefined;
  const parts: PayloadPart[] = [];
  for (const key of keys) {
    const part = await readPart(within, key);
    if (part) parts.push(part);
  }
  return parts;
}

/** Takes the stamps of one operation away where they still stand, and puts back those they replaced. */
async function unstamp(tx: WriteTx, inverse: Inverse, at: Hlc): Promise<void> {
  const before = new Map(inverse.clocks?.map((row) => [row.id, row.before]));
  const isBulk = inverse.removeRanges.length + inverse.restore.length > 0;
  // Pages of stamps were laid beside pages of rows, and are not listed.
  if (isBulk) {
    await tx.scan('clocks', ['id', 'since'], ({ id, since }) => {
      if (since === at && !before.has(id)) before.set(id, undefined);
    });
  }
  for (const [id, past] of before) {
    const now = await tx.read('clocks', id);
    if (!now) continue;
    const next = withoutStamp(now, past, at);
    if (next) await tx.write('clocks', next, now);
    else await tx.remove('clocks', id);
  }
}

function withoutStamp(now: AnyRow, past: AnyRow | undefined, at: Hlc): AnyRow | undefined {
  const { at: stamps = {}, ...clocks } = clocksOf(now);
  const was = past && clocksOf(past);
  const fields: Record<string, Hlc> = {};
  for (const [field, stamp] of Object.entries(stamps)) {
    const kept = stamp === at ? was?.at?.[field] : stamp;
    if (kept !== undefined) fields[field] = kept;
  }
  const { since, isGone, ...rest } = clocks;
  const life =
    since === at
      ? { ...(was?.since && { since: was.since }), ...(was?.isGone && { isGone: was.isGone }) }
      : { ...(since && { since }), ...(isGone && { isGone }) };
  const next = { ...rest, ...life, ...(Object.keys(fields).length > 0 && { at: fields }) };
  return Object.keys(next).length > 0 ? { id: now.id, ...next } : undefined;
}
