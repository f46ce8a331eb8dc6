import type { Erasure } from '@shared/domain/members/erasure.schema';
import type { LocalPort } from '@shared/sync/local-port';
import { createDivide } from '@/db/sync/divide/divide';
import { prune } from '@/db/sync/divide/prune';
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
    divide: createDivide(db, () => door.findOwned),
    prune: (grants, people) => prune({ door }, grants, people),
    erasePerson,
  });
}
