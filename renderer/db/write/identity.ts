import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';

/** Who writes: fixed when a database is born, kept in its own meta store. */
export type DeviceIdentity = { databaseId: string; deviceId: string; workspaceId: string };

export type Progress = {
  /** Number of the newest operation. */
  lastSeq: number;
  /** Everything up to here is in the journal. */
  journaledSeq: number;
  hlc?: string;
};

export async function readIdentity(db: ConsoleDb): Promise<DeviceIdentity | undefined> {
  return (await db.meta.get('identity'))?.value as DeviceIdentity | undefined;
}

/** Gives a new database its identity; an existing one keeps its own. */
export async function ensureIdentity(db: ConsoleDb): Promise<DeviceIdentity> {
  const known = await readIdentity(db);
  if (known) return known;
  const identity = { databaseId: uuidv7(), deviceId: uuidv7(), workspaceId: uuidv7() };
  await db.meta.put({ key: 'identity', value: identity });
  return identity;
}

export async function readProgress(db: ConsoleDb): Promise<Progress> {
  const stored = (await db.meta.get('progress'))?.value as Progress | undefined;
  return stored ?? { lastSeq: 0, journaledSeq: 0 };
}

export async function writeProgress(db: ConsoleDb, progress: Progress): Promise<void> {
  await db.meta.put({ key: 'progress', value: progress });
}
