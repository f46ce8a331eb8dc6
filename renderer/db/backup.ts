import type { BackupHeader, BackupInfo, JournalState } from '@shared/contracts/ipc';
import { proxy } from 'comlink';
import { bridge } from '@/platform/bridge';
import type { Recovered } from './backup/recover';
import type { BackupSource } from './backup/snapshot';
import { dataWorker } from './client';
import { consoleDb } from './db';
import { usableBackups } from './open';
import { ensureIdentity } from './write/identity';

/** Takes a full copy of all data into the backups folder; writers wait meanwhile. */
export async function backupNow(reason: BackupHeader['reason']): Promise<BackupInfo> {
  let token: string | undefined;
  const sink = {
    begin: async (header: BackupHeader) => {
      token = await bridge.beginBackup(header);
    },
    write: async (chunk: Uint8Array<ArrayBuffer>) => {
      if (token) await bridge.writeBackup(token, chunk);
    },
  };
  try {
    await dataWorker().writeBackup(reason, proxy(sink));
    if (!token) throw new Error('the backup was never begun');
    return await bridge.finishBackup(token);
  } catch (error) {
    if (token) await bridge.abortBackup(token);
    throw error;
  }
}

type BackupChoice = { name: string } | { token: string };

async function withBackup<T>(
  choice: BackupChoice,
  work: (info: BackupInfo, source: BackupSource) => Promise<T>,
): Promise<T> {
  const { token, info } = await bridge.openBackup(choice);
  try {
    return await work(info, proxy({ next: () => bridge.readBackup(token) }));
  } finally {
    await bridge.closeBackup(token);
  }
}

/**
 * Replaces all data by a backup, after taking a copy of the present state. The window must be
 * loaded anew afterwards: everything it shows is of the past.
 */
export async function restoreBackup(choice: BackupChoice): Promise<void> {
  // Opened first: a damaged or foreign file is refused before anything is copied or replaced.
  await withBackup(choice, async (info, source) => {
    await dataWorker().flushJournal();
    await backupNow('restore');
    consoleDb().close();
    await dataWorker().loadBackup(info.schemaVersion, source);
  });
  await bridge.retireJournal();
}

/** Rebuilds the database from the newest backup of this history and every operation after it. */
export async function recoverNow(
  reason: 'empty' | 'behind' | 'damaged',
  journal: JournalState,
  onProgress: (operations: number) => void,
): Promise<Recovered> {
  consoleDb().close();
  const { databaseId } = journal;
  const frames = proxy({ after: (seq: number) => bridge.readJournal(seq) });
  const report = proxy(onProgress);
  const nothing = proxy({ next: async () => null });
  if (reason === 'behind') {
    return dataWorker().recover({ mode: 'catchUp', databaseId }, frames, nothing, report);
  }
  const [newest] = await usableBackups(journal);
  if (!newest)
    return dataWorker().recover({ mode: 'rebuild', databaseId }, frames, nothing, report);
  return withBackup({ name: newest.name }, (info, chunks) =>
    dataWorker().recover(
      { mode: 'rebuild', databaseId, backupVersion: info.schemaVersion },
      frames,
      chunks,
      report,
    ),
  );
}

/** The user prefers to begin anew: the journal is kept as files, the database starts empty. */
export async function startEmpty(): Promise<void> {
  await bridge.retireJournal();
  const db = consoleDb();
  await db.delete();
  await db.open();
  await ensureIdentity(db);
}
