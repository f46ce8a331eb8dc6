import type { BackupInfo, JournalState } from '@shared/contracts/ipc';
import { bridge } from '@/platform/bridge';
import { consoleDb, versionOnDisk } from './db';
import { reapplyErasures } from './erasures';
import { isDiskFull } from './full-disk';
import { CURRENT_SCHEMA_VERSION } from './schema';
import {
  type DeviceIdentity,
  ensureIdentity,
  type Progress,
  readIdentity,
  readProgress,
} from './write/identity';

/** What the start-up found, by comparing the database with the journal that lies outside it. */
export type StartupState =
  | { kind: 'ready' }
  | {
      kind: 'recover';
      reason: 'empty' | 'behind' | 'damaged';
      databaseLastSeq: number;
      journal: JournalState;
      newestBackup?: BackupInfo;
    }
  | { kind: 'newer'; databaseVersion: number }
  | { kind: 'failed'; message: string; isDiskFull?: boolean };

export async function openConsole(): Promise<StartupState> {
  const erasures = bridge.readErasures();
  const state = await compareWithJournal();
  if (state.kind === 'ready') await reapplyErasures(erasures);
  else erasures.catch(() => undefined);
  return state;
}

async function compareWithJournal(): Promise<StartupState> {
  const journalState = bridge.readJournalState();
  const db = consoleDb();
  try {
    await db.open();
  } catch (error) {
    return explainFailure(error, await journalState);
  }
  if (versionOnDisk(db) > CURRENT_SCHEMA_VERSION) {
    const databaseVersion = versionOnDisk(db);
    db.close();
    return { kind: 'newer', databaseVersion };
  }
  const [identity, progress, journal] = await Promise.all([
    readIdentity(db),
    readProgress(db),
    journalState,
  ]);
  if (!identity) return openWithoutIdentity(journal);
  return compare(identity, progress, journal);
}

async function compare(
  identity: DeviceIdentity,
  progress: Progress,
  journal: JournalState,
): Promise<StartupState> {
  const databaseLastSeq = progress.lastSeq;
  const isOurs = journal.databaseId === null || journal.databaseId === identity.databaseId;
  if (!isOurs && databaseLastSeq === 0 && journal.lastSeq > 0) {
    return recovery('empty', databaseLastSeq, journal);
  }
  if (!isOurs) {
    // A restored database began a history of its own; the old journal is kept aside.
    await bridge.retireJournal();
    return { kind: 'ready' };
  }
  if (journal.lastSeq > databaseLastSeq) return recovery('behind', databaseLastSeq, journal);
  // The journal lost what it once had (a damaged file): it cannot be continued with a hole in it.
  // It is kept aside, and the copy that is taken after the start begins the next chain.
  if (journal.lastSeq > 0 && journal.lastSeq < progress.journaledSeq) await bridge.retireJournal();
  return { kind: 'ready' };
}

/** Nothing was ever written here: the first start, or the database was lost. */
async function openWithoutIdentity(journal: JournalState): Promise<StartupState> {
  // Also when nothing of it can be read: an empty console would look as if nothing had ever been.
  if (journal.lastSeq > 0 || journal.damagedSeq > 0) return recovery('empty', 0, journal);
  const backups = await bridge.listBackups();
  if (backups.length > 0) return recovery('empty', 0, journal);
  await ensureIdentity(consoleDb());
  return { kind: 'ready' };
}

async function recovery(
  reason: 'empty' | 'behind' | 'damaged',
  databaseLastSeq: number,
  journal: JournalState,
): Promise<StartupState> {
  const newestBackup = (await usableBackups(journal))[0];
  const found = { kind: 'recover', reason, databaseLastSeq, journal } as const;
  return newestBackup ? { ...found, newestBackup } : found;
}

/** Newest first; with a journal, only those of the same history can be continued by it. */
export async function usableBackups(journal: JournalState): Promise<BackupInfo[]> {
  const all = [...(await bridge.listBackups())].sort((a, b) => b.createdAt - a.createdAt);
  if (journal.databaseId === null) return all;
  return all.filter((info) => info.databaseId === journal.databaseId);
}

async function explainFailure(error: unknown, journal: JournalState): Promise<StartupState> {
  const { name, message } = error as Error;
  // On a full disk a sound database looks damaged, and rebuilding it there would fail half-way.
  if (await isDiskFull())
    return { kind: 'failed', message: `${name}: ${message}`, isDiskFull: true };
  const hasWayBack = journal.lastSeq > 0 || (await bridge.listBackups()).length > 0;
  if (hasWayBack && name !== 'QuotaExceededError') return recovery('damaged', 0, journal);
  return { kind: 'failed', message: `${name}: ${message}` };
}
