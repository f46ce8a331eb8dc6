import { type EntityName, entityNames } from '@shared/domain/registry';
import type { SyncPlace } from '@shared/sync/local-port';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '../db';
import { INTERNAL_STORES, storesOf } from '../schema';
import { inTransaction, meta, type TableSource } from '../tables';
import { removeIds, restore } from './bulk-remove';
import { type OpPayload, patched } from './changes';
import { readHead, readIdentity, writeProgress } from './identity';
import { keepLaidPages, storeReplayed } from './op-payloads';
import { erasedBy, isErasure, scrubPast } from './scrub-past';
import { followReplay } from './undo-log';
import { WriteTx } from './write-tx';

const NO_PAYLOAD: OpPayload = { created: [], removed: [], changes: [] };

/**
 * Repeats an operation that was committed before (it comes from the journal): the same rows, the
 * same derived data, the op back in the outbox, in one transaction. An op that is already here is
 * left alone; a change of a record that is missing is skipped and counted.
 */
export function applyOp(db: ConsoleDb, op: Op, payload: OpPayload = NO_PAYLOAD): Promise<number> {
  const stores = [...Object.keys(INTERNAL_STORES), ...entityNames.flatMap(storesOf)];
  return inTransaction(db, stores, async (within) => {
    const head = await readHead(within);
    if (op.seq <= head.progress.lastSeq) return 0;
    await keepLaidPages(within, new Set(stores), head);
    const tx = new WriteTx(within, op.at);
    for (const packed of payload.created) await restore(tx, packed);
    let skipped = 0;
    for (const change of [...op.changes, ...payload.changes]) {
      const entity = change.entity as EntityName;
      if (change.gone) {
        await tx.remove(entity, change.id);
        continue;
      }
      const known = await tx.read(entity, change.id);
      if (!known && !change.isNew) {
        skipped += 1;
        continue;
      }
      const cleared = Object.fromEntries((change.unset ?? []).map((field) => [field, undefined]));
      await tx.write(
        entity,
        patched(known ?? { id: change.id }, { ...change.set, ...cleared }),
        known,
      );
    }
    for (const { entity, ids } of payload.removed) await removeIds(tx, entity, ids);
    await tx.finish();
    await keepUnsent(within, op, payload, head.place);
    // What came from others took nothing back here, and left what could be redone.
    if (!op.isPulled) await followReplay(within, op.revertOf);
    if (isErasure(op.command)) {
      await scrubPast(within, erasedBy([...op.changes, ...payload.changes]), op.seq);
    }
    await adoptIdentity(within, op);
    await writeProgress(within, { lastSeq: op.seq, journaledSeq: op.seq, hlc: op.hlc });
    return skipped;
  });
}

/** It waits for the hub again; in a shared workspace only if it is own and was not confirmed. */
async function keepUnsent(
  within: TableSource,
  op: Op,
  payload: OpPayload,
  place: SyncPlace | undefined,
): Promise<void> {
  if (op.isPulled || (place && op.seq <= place.ackedSeq)) return;
  await within.table('outbox').put(op);
  // The journal has the payload; a hub would be sent it from here.
  if (place && op.hasPayload) await storeReplayed(within, op.seq, payload);
}

/** A laptop may have joined a workspace, or taken a new id, after what it is rebuilt from. */
async function adoptIdentity(within: TableSource, { deviceId, workspaceId }: Op): Promise<void> {
  const known = await readIdentity(within);
  if (!known || (known.deviceId === deviceId && known.workspaceId === workspaceId)) return;
  await meta(within).put({ key: 'identity', value: { ...known, deviceId, workspaceId } });
}
