import type { SyncStatus } from '@shared/sync/sync-status';
import { useSyncExternalStore } from 'react';
import { onSyncStatus, syncStatusNow } from './team-link';

/** How this laptop and its team are with each other; `undefined` until that is known, and where it is off. */
export function useSyncStatus(): SyncStatus | undefined {
  return useSyncExternalStore(onSyncStatus, syncStatusNow);
}
