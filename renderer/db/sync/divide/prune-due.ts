import type { Grant } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { seesAll } from '@shared/sync/scopes';
import { meta, type TableSource } from '../../tables';
import type { WriteTx } from '../../write/write-tx';
import { readPlace } from '../place';
import { movedPeople } from './moves';

const PRUNE_DUE = 'pruneDue';

/** In the transaction that took it in: of whom this laptop may have lost sight by what came. */
export async function notePruneDue(
  within: TableSource,
  tx: WriteTx,
  { grants }: SyncPlace,
): Promise<void> {
  if (seesAll(grants)) return;
  const people = await movedPeople(tx);
  if (people.length === 0) return;
  const known = ((await meta(within).get(PRUNE_DUE))?.value as string[] | undefined) ?? [];
  await meta(within).put({ key: PRUNE_DUE, value: [...new Set([...known, ...people])] });
}

/** Lets go of people who moved out of sight, also after a crash between the two. */
export async function pruneMoved(
  db: TableSource,
  prune: (grants: readonly Grant[], people: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const people = (await meta(db).get(PRUNE_DUE))?.value as string[] | undefined;
  const place = people && (await readPlace(db));
  if (!people || !place) return;
  await prune(place.grants, new Set(people));
  await meta(db).delete(PRUNE_DUE);
}
