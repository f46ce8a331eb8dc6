import type { Erasure } from '@shared/domain/members/erasure.schema';
import type { LocalPort } from '@shared/sync/local-port';
import { createLocalPort } from '@/db/sync/local-port';
import { createStatePort } from '@/db/sync/state/take-state';
import type { Heart } from '../data-worker-api';

/** This laptop's database as the session needs it. */
export function openLocalPort(
  { db, door }: Heart,
  eraseAgain: (erasures: Erasure[]) => Promise<void>,
): LocalPort {
  return createLocalPort({ db, door, state: createStatePort({ db, door, eraseAgain }) });
}
