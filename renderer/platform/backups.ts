import type { BackupInfo } from '@shared/contracts/ipc';
import { useEffect, useSyncExternalStore } from 'react';
import { bridge } from './bridge';
import { reportError } from './log';

let backups: BackupInfo[] | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads the list again: after a backup, a restore, or when somebody looks. */
export async function refreshBackups(): Promise<void> {
  const found = await bridge.listBackups();
  backups = [...found].sort((a, b) => b.createdAt - a.createdAt);
  for (const listener of listeners) listener();
}

/** The backups in the data folder, newest first; `undefined` until they are known. */
export function useBackups(): BackupInfo[] | undefined {
  useEffect(() => {
    refreshBackups().catch((error: unknown) => reportError('rejection', error));
  }, []);
  return useSyncExternalStore(subscribe, () => backups);
}
