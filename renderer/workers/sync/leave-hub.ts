import { ExpectedError } from '@shared/lib/errors';
import type { HubAdmin } from '@shared/sync/http-hub-port';
import { leaveWorkspace } from '@/db/sync/join-workspace';
import type { Heart } from '../data-worker-api';
import type { SyncDoor } from './sync-types';

/** Whoever answers so does not know this seat any more, or never did. */
const GONE: ReadonlySet<string> = new Set([
  'unauthorized',
  'device-revoked',
  'hub-not-joined',
  'token-unreadable',
]);

/**
 * Gives the seat up, then forgets the hub here. A hub that cannot be reached does not hold anybody: the
 * seat then stays in its list until somebody revokes it.
 */
export async function leaveHub(
  { db, door }: Heart,
  way: Pick<SyncDoor, 'forget'>,
  hub: Pick<HubAdmin, 'leave'>,
): Promise<void> {
  await hub.leave().catch((error: unknown) => {
    const code = error instanceof ExpectedError ? error.code : '';
    if (!GONE.has(code) && code !== 'hub-unreachable') throw error;
  });
  await leaveWorkspace({ db, door });
  await way.forget();
}
