import { type Hlc, nextHlc } from '@shared/sync/clock';
import type { Op } from '@shared/sync/op';
import { v7 as uuidv7 } from 'uuid';
import type { AnyRow } from '../paged/page';
import { meta, type TableSource } from '../tables';
import { clocksOf } from '../write/clock-book';
import { type DeviceIdentity, readIdentity, readProgress, writeProgress } from '../write/identity';
import type { UndoEntry } from '../write/undo-log';
import type { WriteDoor } from '../write/write-door';
import type { WriteTx } from '../write/write-tx';
import { unsentAfter } from './outbox';
import { readPlace, writePlace } from './place';

type Renewed = { ops: Op[]; ids: Map<string, string>; hlc: Hlc | undefined; who: DeviceIdentity };

/**
 * Stamps all unsent operations anew: later than all that came from others, and by the clock as it
 * stands now. They become other operations (the hub may have one of them under its old stamp, and
 * both then say the same). `cloned` also gives this laptop a new id.
 */
export async function renew(door: WriteDoor, why: 'cloned' | 'clock'): Promise<void> {
  const { result } = await door.takeIn(
    'sync.renewed',
    async (tx) => {
      const renewed = await renewOps(tx, why);
      if (renewed) await renewClocks(tx, renewed.stamps);
      return renewed;
    },
    async (within, _tx, op, renewed) => {
      if (!renewed) return;
      const { ops, ids, hlc, who } = renewed;
      await within.table('outbox').bulkPut(ops);
      await renameUndo(within, ids);
      const place = await readPlace(within);
      if (place?.isCloned) {
        const { isCloned: _renewed, ...known } = place;
        await writePlace(within, known);
      }
      await meta(within).put({ key: 'identity', value: who });
      const progress = await readProgress(within);
      const { hlc: _ahead, ...rest } = progress;
      await writeProgress(within, hlc ? { ...rest, hlc } : rest);
      // Its own stamp is by the clock that ran ahead; nobody else ever sees it.
      if (op) await within.table('outbox').put({ ...op, deviceId: who.deviceId });
    },
  );
  if (result) door.become(result.who);
}

async function renewOps(
  tx: WriteTx,
  why: 'cloned' | 'clock',
): Promise<(Renewed & { stamps: Map<Hlc, Hlc> }) | undefined> {
  const place = await readPlace(tx.db);
  const known = await readIdentity(tx.db);
  if (!place || !known) return undefined;
  const who = why === 'cloned' ? { ...known, deviceId: uuidv7() } : known;
  const newest = (await tx.db.table('hubOps').orderBy('hlc').last()) as { hlc: Hlc } | undefined;
  let hlc = newest?.hlc;
  const stamps = new Map<Hlc, Hlc>();
  const ids = new Map<string, string>();
  const ops: Op[] = [];
  for (const op of await unsentAfter(tx.db, place.ackedSeq).toArray()) {
    hlc = nextHlc(hlc, tx.now, who.deviceId);
    const id = uuidv7();
    stamps.set(op.hlc, hlc);
    ids.set(op.id, id);
    const revertOf = op.revertOf && (ids.get(op.revertOf) ?? op.revertOf);
    ops.push({ ...op, id, hlc, deviceId: who.deviceId, ...(revertOf && { revertOf }) });
  }
  return { ops, ids, hlc, who, stamps };
}

async function renewClocks(tx: WriteTx, stamps: ReadonlyMap<Hlc, Hlc>): Promise<void> {
  const found: string[] = [];
  await tx.scan('clocks', ['id', 'since', 'at'], ({ id, since, at }) => {
    const written = [since, ...Object.values((at as Record<string, string> | undefined) ?? {})];
    if (written.some((stamp) => typeof stamp === 'string' && stamps.has(stamp))) found.push(id);
  });
  for (const id of found) {
    const row = await tx.read('clocks', id);
    if (row) await tx.write('clocks', restamped(row, stamps), row);
  }
}

function restamped(row: AnyRow, stamps: ReadonlyMap<Hlc, Hlc>): AnyRow {
  const { since, at, ...rest } = clocksOf(row);
  const renewed = (stamp: Hlc) => stamps.get(stamp) ?? stamp;
  return {
    id: row.id,
    ...rest,
    ...(since && { since: renewed(since) }),
    ...(at && {
      at: Object.fromEntries(Object.entries(at).map(([field, stamp]) => [field, renewed(stamp)])),
    }),
  };
}

async function renameUndo(within: TableSource, ids: ReadonlyMap<string, string>): Promise<void> {
  await within
    .table('undo')
    .toCollection()
    .modify((entry: UndoEntry) => {
      entry.opId = ids.get(entry.opId) ?? entry.opId;
    });
}
