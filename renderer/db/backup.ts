import type { BackupHeader, BackupInfo, JournalState } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { proxy } from 'comlink';
import { bridge } from '@/platform/bridge';
import { launch } from '@/platform/launch';
import { reportError } from '@/platform/log';
import type { Recovered } from './backup/recover';
import type { BackupSink, BackupSource } from './backup/snapshot';
import { dataWorker } from './client';
import { consoleDb } from './db';
import { isDiskFull } from './full-disk';
import { usableBackups } from './open';
import { ensureIdentity, readProgress } from './write/identity';

/** Takes a full copy of all data into the backups folder; writers wait meanwhile. */
export function backupNow(reason: BackupHeader['reason']): Promise<BackupInfo> {
  return keepCopy((sink) => dataWorker().writeBackup(reason, sink));
}

async function keepCopy(write: (sink: BackupSink) => Promise<void>): Promise<BackupInfo> {
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
    await write(proxy(sink));
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
 * Replaces all data by a backup, after taking a copy of the present state where that can be read.
 * The window must be loaded anew afterwards: everything it shows is of the past.
 */
export async function restoreBackup(choice: BackupChoice): Promise<void> {
  const db = consoleDb();
  // Opened first: a damaged or foreign file is refused before anything is copied or replaced.
  await withBackup(choice, async (info, source) => {
    const isReadable = await db.open().then(
      () => true,
      () => false,
    );
    // On a full disk a sound database cannot be opened either, and must not be thrown away.
    if (!isReadable && (await isDiskFull()))
      throw new ExpectedError('disk-full', { folder: launch.dataFolder });
    if (!isReadable) {
      await dataWorker().replaceUnreadable(info.schemaVersion, source);
      return copyRestored();
    }
    await dataWorker().flushJournal();
    await backupNow('restore');
    db.close();
    try {
      await dataWorker().loadBackup(info.schemaVersion, source);
    } catch (error) {
      await db.open();
      throw error;
    }
    await copyRestored();
  });
  await bridge.retireJournal();
}

/**
 * What was restored is a history of its own, and no older copy may be continued by its journal. So it
 * gets a copy before anything can happen to it: else a database lost in its first minute would come
 * back with the few operations since, and nothing else.
 */
async function copyRestored(): Promise<void> {
  try {
    await keepCopy((sink) => dataWorker().copyRestored(sink));
  } catch (error) {
    // The data are in place; the copies that follow every start try again and say what is wrong.
    reportError('rejection', error);
  }
}

/**
 * Rebuilds the database from the newest backup of this history that can be read, and every operation
 * after it that the journal can still tell.
 */
export async function recoverNow(
  reason: 'empty' | 'behind' | 'damaged',
  journal: JournalState,
  onProgress: (operations: number) => void,
): Promise<Recovered> {
  const db = consoleDb();
  const { databaseId } = journal;
  const backups = await usableBackups(journal);
  const isCatchUp = reason === 'behind' && (await canCatchUp(journal, backups));
  db.close();
  const journalled = readableFrames(journal);
  const frames = proxy({ after: journalled.after });
  const report = proxy(onProgress);
  const begin = async (): Promise<Recovered> => {
    if (isCatchUp)
      return dataWorker().recover({ mode: 'catchUp', databaseId }, frames, nothing(), report);
    return withNewestWhole(backups, (backupVersion, chunks) =>
      dataWorker().recover(
        { mode: 'rebuild', databaseId, ...(backupVersion ? { backupVersion } : {}) },
        frames,
        chunks,
        report,
      ),
    );
  };
  const { operations, missing } = await begin();
  const unread = journalled.unread();
  // What lies behind the damage cannot be continued; it is kept aside with the rest.
  if (unread > 0) await bridge.retireJournal();
  return { operations, missing: missing + unread };
}

const nothing = () => proxy({ next: async () => null });

/** Whether the journal joins on to the database, or nothing else would bring more back. */
async function canCatchUp(journal: JournalState, backups: readonly BackupInfo[]): Promise<boolean> {
  const { lastSeq } = await readProgress(consoleDb());
  return journal.firstSeq <= lastSeq + 1 || !backups.some((info) => info.lastSeq > lastSeq);
}

/** The journal's frames up to the first damage, and how many operations it is known to have held after them. */
function readableFrames(journal: JournalState) {
  let reachedSeq = 0;
  const after = async (seq: number) => {
    reachedSeq = seq;
    try {
      return await bridge.readJournal(seq);
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'journal-damaged') throw error;
      return [];
    }
  };
  const knownSeq = Math.max(journal.lastSeq, journal.damagedSeq);
  return { after, unread: () => Math.max(0, knownSeq - reachedSeq) };
}

/** A copy may be damaged without showing it in the list: then the one before it serves. */
async function withNewestWhole<T>(
  backups: readonly BackupInfo[],
  work: (backupVersion: number | undefined, source: BackupSource) => Promise<T>,
): Promise<T> {
  for (const { name } of backups) {
    try {
      return await withBackup({ name }, (info, source) => work(info.schemaVersion, source));
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'backup-damaged') throw error;
    }
  }
  return work(undefined, nothing());
}

/** The user prefers to begin anew: the journal is kept as files, the database starts empty. */
export async function startEmpty(): Promise<void> {
  await bridge.retireJournal();
  const db = consoleDb();
  await db.delete();
  await db.open();
  await ensureIdentity(db);
}
