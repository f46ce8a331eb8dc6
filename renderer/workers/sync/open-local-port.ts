import type { Erasure } from '@shared/domain/members/erasure.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { LocalPort } from '@shared/sync/local-port';
import { createLocalPort } from '@/db/sync/local-port';
import { createStatePort } from '@/db/sync/state/take-state';
import type { ErasePerson } from '@/db/sync/take/erasing';
import type { Heart } from '../data-worker-api';

/** How people are taken out here who were erased elsewhere. */
export type Eraser = {
  eraseAgain: (erasures: Erasure[]) => Promise<void>;
  erasePerson: ErasePerson;
};

/** This laptop's database as the session needs it. */
export function openLocalPort(
  { db, door }: Pick<Heart, 'db' | 'door'>,
  { eraseAgain, erasePerson }: Eraser,
): LocalPort {
  return createLocalPort({
    db,
    door,
    state: createStatePort({ db, door, eraseAgain }),
    divide: async () => {
      throw new ExpectedError('must-divide');
    },
    prune: async () => undefined,
    erasePerson,
  });
}
