import type { MeAnswer } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';
import { forgetPacks } from '../packs/packs-place';
import { counters, inTransaction, meta } from '../tables';
import { ensureIdentity, readProgress } from '../write/identity';
import type { WriteDoor } from '../write/write-door';
import { forgetDue } from './divide/sight-due';
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
        logId: me.logId,
        cursor: needsCheckpoint ? 0 : me.head,
        piecesHere: 0,
        ackedSeq: lastSeq,
        needsCheckpoint,
      };
      await writePlace(within, began);
      // The hub counts what others lack; packs would no longer tell it all.
      await forgetPacks(within);
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
    await inTransaction(db, ['meta', 'counters', 'clocks', 'hubOps', 'inbox'], async (within) => {
      await forgetPlace(within);
      await meta(within).put({ key: 'identity', value: identity });
      // When what was written says nothing outside of the workspace.
      await within.table('clocks').clear();
      await counters(within).delete('clocks');
      await within.table('hubOps').clear();
      await within.table('inbox').clear();
      await forgetDue(within);
    });
    door.become(identity);
  });
}
