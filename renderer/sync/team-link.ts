import type { SyncStatus } from '@shared/sync/sync-status';
import { proxy } from 'comlink';
import { dataWorker } from '@/db/client';
import { consoleDb } from '@/db/db';
import { readPlace } from '@/db/sync/place';
import { bridge } from '@/platform/bridge';
import { reportError } from '@/platform/log';

let status: SyncStatus | undefined;
let connecting: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** How this laptop and its team are with each other; `undefined` until that is known. */
export const syncStatusNow = (): SyncStatus | undefined => status;

export function onSyncStatus(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function heard(next: SyncStatus): void {
  status = next;
  for (const listener of listeners) listener();
}

/** Hands the data worker its way to the hub, once; rounds begin where there is a workspace. */
export function connectTeam(): Promise<void> {
  connecting ??= connect().catch((error: unknown) => {
    connecting = undefined;
    throw error;
  });
  return connecting;
}

async function connect(): Promise<void> {
  const { syncDoor } = await import('./sync-door');
  const { sync } = dataWorker();
  bridge.onHubBell((head, grantsVersion) => void sync.rang(head, grantsVersion));
  bridge.onHubLine((isOpen) => void sync.lineIs(isOpen));
  window.addEventListener('online', () => void sync.lineIs(true));
  await sync.watch(proxy(heard));
  await sync.connect(proxy(syncDoor));
}

/** After the start: who shares with nobody loads nothing of it. */
export async function followTeam(): Promise<void> {
  try {
    if (await readPlace(consoleDb())) await connectTeam();
  } catch (error) {
    reportError('rejection', error);
  }
}
