import type { SyncPlace } from '@shared/sync/local-port';
import { v7 as uuidv7 } from 'uuid';
import { inTransaction, meta, type TableSource } from '../tables';

/** Who writes: fixed when a database is born, kept in its own meta store. */
export type DeviceIdentity = { databaseId: string; deviceId: string; workspaceId: string };

/** The laptop, and who works at it, as they named themselves. */
export type Writer = DeviceIdentity & { actor?: string | undefined };

export type Progress = {
  /** Number of the newest operation. */
  lastSeq: number;
  /** Everything up to here is in the journal. */
  journaledSeq: number;
  hlc?: string;
};

export async function readIdentity(db: TableSource): Promise<DeviceIdentity | undefined> {
  return (await meta(db).get('identity'))?.value as DeviceIdentity | undefined;
}

/** Gives a new database its identity; an existing one keeps its own. */
export async function ensureIdentity(db: TableSource): Promise<DeviceIdentity> {
  // In one transaction: window and worker may both come first, and must not name it twice.
  return inTransaction(db, ['meta'], async (within) => {
    const known = await readIdentity(within);
    if (known) return known;
    const identity = { databaseId: uuidv7(), deviceId: uuidv7(), workspaceId: uuidv7() };
    await meta(within).put({ key: 'identity', value: identity });
    return identity;
  });
}

export async function readProgress(db: TableSource): Promise<Progress> {
  const stored = (await meta(db).get('progress'))?.value as Progress | undefined;
  return stored ?? { lastSeq: 0, journaledSeq: 0 };
}

export type Head = {
  progress: Progress;
  place: SyncPlace | undefined;
  /** It shares its data by hand-off packs (`renderer/db/packs`), without a hub. */
  isByPacks: boolean;
};

/** The same with where the laptop stands with its hub, in one look. */
export async function readHead(db: TableSource): Promise<Head> {
  const [progress, place, packs] = await meta(db).bulkGet(['progress', 'place', 'packs']);
  return {
    progress: (progress?.value as Progress | undefined) ?? { lastSeq: 0, journaledSeq: 0 },
    place: place?.value as SyncPlace | undefined,
    isByPacks: packs !== undefined && place === undefined,
  };
}

export async function writeProgress(db: TableSource, progress: Progress): Promise<void> {
  await meta(db).put({ key: 'progress', value: progress });
}
