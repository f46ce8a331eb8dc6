import type { SyncPlace } from '@shared/sync/local-port';
import { consoleDb } from '@/db/db';
import { readPlace } from '@/db/sync/place';
import { useLive } from '@/db/use-live';

/** Where this laptop stands with its hub; null while it shares with nobody, undefined while loading. */
export function usePlace(): SyncPlace | null | undefined {
  return useLive(async () => (await readPlace(consoleDb())) ?? null, []);
}
