import type { BackupHeader } from '@shared/contracts/ipc';
import { liveQuery } from 'dexie';
import { bridge } from '@/platform/bridge';
import { backupNow } from './backup';
import { consoleDb } from './db';
import { readIdentity, readProgress } from './write/identity';

/** A copy is taken when work has rested this long … */
const QUIET_MS = 5 * 60_000;
/** … or at the latest after this long of steady work. */
const LATEST_MS = 20 * 60_000;
/** What was not copied in the last session is copied soon after the start, not during it. */
const AFTER_START_MS = 30_000;

/**
 * Automatic backups: after changes, when the work rests. Returns a function that stops it.
 * `onProblem` hears when a copy could not be taken; the next change tries again.
 */
export function scheduleBackups(onProblem: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let seenSeq: number | undefined;

  const take = async () => {
    waitingSince = undefined;
    try {
      if (await hasUnsavedWork()) await backupNow('change');
    } catch (error) {
      onProblem(error);
    }
  };
  const wait = (delayMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void take(), delayMs);
  };
  const subscription = liveQuery(() => readProgress(consoleDb())).subscribe(({ lastSeq }) => {
    const isStart = seenSeq === undefined;
    if (lastSeq === seenSeq) return;
    seenSeq = lastSeq;
    if (isStart) return wait(AFTER_START_MS);
    waitingSince ??= Date.now();
    wait(Math.min(QUIET_MS, Math.max(0, waitingSince + LATEST_MS - Date.now())));
  });
  return () => {
    clearTimeout(timer);
    subscription.unsubscribe();
  };
}

/** A copy of what no backup holds yet, before something large begins. */
export async function backUpBefore(reason: BackupHeader['reason']): Promise<void> {
  if (await hasUnsavedWork()) await backupNow(reason);
}

/** Whether a killed console left operations that the journal does not hold yet. */
export async function hasUnjournaledWork(): Promise<boolean> {
  const { lastSeq, journaledSeq } = await readProgress(consoleDb());
  return journaledSeq < lastSeq;
}

/** Whether operations were committed that no backup of this database holds. */
async function hasUnsavedWork(): Promise<boolean> {
  const db = consoleDb();
  const [identity, progress] = [await readIdentity(db), await readProgress(db)];
  if (progress.lastSeq === 0) return false;
  const own = (await bridge.listBackups()).filter(
    (info) => info.databaseId === identity?.databaseId,
  );
  return !own.some((info) => info.lastSeq >= progress.lastSeq);
}
