import { ExpectedError } from '@shared/lib/errors';
import type { SyncPlace } from '@shared/sync/local-port';
import { inTransaction, meta, type TableSource } from '../tables';

const PLACE = 'place';

/** How far this laptop is with its hub; `undefined` while it shares its data with nobody. */
export async function readPlace(db: TableSource): Promise<SyncPlace | undefined> {
  return (await meta(db).get(PLACE))?.value as SyncPlace | undefined;
}

export async function writePlace(within: TableSource, place: SyncPlace): Promise<void> {
  await meta(within).put({ key: PLACE, value: place });
}

/** The same for whoever needs one; `hub-not-joined` where there is none. */
export async function herePlace(db: TableSource): Promise<SyncPlace> {
  const place = await readPlace(db);
  if (!place) throw new ExpectedError('hub-not-joined');
  return place;
}

/** Changes what is known of the hub; `hub-not-joined` where there is none. */
export function changePlace(db: TableSource, patch: Partial<SyncPlace>): Promise<SyncPlace> {
  return inTransaction(db, ['meta'], async (within) => {
    const changed = { ...(await herePlace(within)), ...patch };
    await writePlace(within, changed);
    return changed;
  });
}

export async function forgetPlace(within: TableSource): Promise<void> {
  await meta(within).delete(PLACE);
}
