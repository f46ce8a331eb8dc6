import type { JournalFrame } from '@shared/contracts/ipc';
import { opSchema } from '@shared/sync/op';
import { ConsoleDb, DATABASE_NAME } from '../db';
import { unpackPayload } from '../packed-bytes';
import { meta } from '../tables';
import { applyOp } from '../write/apply-op';
import { readIdentity, readProgress } from '../write/identity';
import { type BackupSource, loadSnapshot } from './snapshot';

/** Frames after a number, in order; empty at the end. */
export type JournalSource = { after(seq: number): Promise<JournalFrame[]> };

export type RecoveryPlan = {
  /** Start from nothing (the database is empty or damaged), or keep it and add what it lacks. */
  mode: 'rebuild' | 'catchUp';
  databaseId: string | null;
  /** The shape of the backup to begin with, if there is one. */
  backupVersion?: number;
};

export type Recovered = {
  operations: number;
  /** Operations that neither the backup nor the journal holds. */
  missing: number;
};

/** Brings the database back from the newest backup and every journalled operation after it. */
export async function recover(
  plan: RecoveryPlan,
  journal: JournalSource,
  backup: BackupSource,
  onProgress: (operations: number) => void,
  name: string = DATABASE_NAME,
): Promise<Recovered> {
  if (plan.mode === 'rebuild') {
    await ConsoleDb.delete(name);
    if (plan.backupVersion) await loadSnapshot(name, plan.backupVersion, backup);
  }
  const db = new ConsoleDb({ name });
  try {
    return await replay(db, plan.databaseId, journal, onProgress);
  } finally {
    db.close();
  }
}

async function replay(
  db: ConsoleDb,
  databaseId: string | null,
  journal: JournalSource,
  onProgress: (operations: number) => void,
): Promise<Recovered> {
  let at = (await readProgress(db)).lastSeq;
  let operations = 0;
  let missing = 0;
  for (let frames = await journal.after(at); frames.length > 0; ) {
    for (const frame of frames) {
      const op = opSchema.parse(JSON.parse(frame.header));
      if (!(await readIdentity(db))) {
        const { deviceId, workspaceId } = op;
        await meta(db).put({
          key: 'identity',
          value: { databaseId, deviceId, workspaceId },
        });
      }
      missing += Math.max(0, op.seq - at - 1);
      // A payload that never reached the journal: its rows are lost, and that must be said.
      if (op.hasPayload && frame.payload.length === 0) missing += 1;
      const payload = frame.payload.length > 0 ? await unpackPayload(frame.payload) : undefined;
      await applyOp(db, op, payload);
      at = op.seq;
      operations += 1;
      onProgress(operations);
    }
    frames = await journal.after(at);
  }
  return { operations, missing };
}
