import type { MeAnswer } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';
import { inTransaction, meta } from '../tables';
import { ensureIdentity, readProgress } from '../write/identity';
import type { WriteDoor } from '../write/write-door';
import { tidyOutbox } from './outbox';
import { forgetPlace, writePlace } from './place';

/**
 * From here on every change is stamped and waits to be sent. What was written before travels as the
 * state of the workspace, not as operations; a workspace that has a state already has it taken over.
 */
export function joinWorkspace(
  { db, door }: { db: ConsoleDb; door: WriteDoor },
  me: MeAnswer,
  hubUrl: string,
  needsCheckpoint: boolean,
): Promise<SyncPlace> {
  return door.exclusively(async () => {
    const known = await ensureIdentity(db);
    const identity = { ...known, workspaceId: me.workspaceId };
    const place = await inTransaction(db, ['meta', 'outbox', 'opPayloads'], async (within) => {
      const { lastSeq } = await readProgress(within);
      const { workspaceId, workspaceName, seatId, role, grants, grantsVersion, isDivided } = me;
      const began: SyncPlace = {
        workspaceId,
        workspaceName,
        seatId,
        hubUrl,
        role,
        grants,
        grantsVersion,
        isDivided,
        cursor: needsCheckpoint ? 0 : me.head,
        piecesHere: 0,
        ackedSeq: lastSeq,
        needsCheckpoint,
      };
      await writePlace(within, began);
      await meta(within).put({ key: 'identity', value: identity });
      await tidyOutbox(within);
      return began;
    });
    door.become(identity);
    return place;
  });
}

/** All data stay as they are; what was not sent yet stays here, and nobody waits for it any more. */
export function leaveWorkspace({ db, door }: { db: ConsoleDb; door: WriteDoor }): Promise<void> {
  return door.exclusively(async () => {
    const identity = { ...(await ensureIdentity(db)), workspaceId: uuidv7() };
    await inTransaction(db, ['meta', 'hubOps', 'inbox'], async (within) => {
      await forgetPlace(within);
      await meta(within).put({ key: 'identity', value: identity });
      await within.table('hubOps').clear();
      await within.table('inbox').clear();
    });
    door.become(identity);
  });
}

/** Two laptops wrote under one id: this one goes on under a new one, and sends again what waits. */
export function takeNewDeviceId({ db, door }: { db: ConsoleDb; door: WriteDoor }): Promise<void> {
  return door.exclusively(async () => {
    const identity = { ...(await ensureIdentity(db)), deviceId: uuidv7() };
    await inTransaction(db, ['meta', 'outbox'], async (within) => {
      await meta(within).put({ key: 'identity', value: identity });
      await within
        .table('outbox')
        .toCollection()
        .modify((op: { deviceId: string; isPulled?: true }) => {
          if (!op.isPulled) op.deviceId = identity.deviceId;
        });
    });
    door.become(identity);
  });
}
