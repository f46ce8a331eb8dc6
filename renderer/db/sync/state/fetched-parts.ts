import type { CheckpointManifest } from '@shared/contracts/hub-http';
import type { ConsoleDb } from '../../db';
import { inTransaction, meta, type TableSource } from '../../tables';

/** Where parts of a fetched state lie in the inbox: numbers of the log begin behind it. */
const FETCHED = 0;
const FETCHING = 'fetchedState';

/** Keeps a part until all are here. Parts of another state, begun earlier, go. */
export function keepPart(
  db: ConsoleDb,
  manifest: CheckpointManifest,
  n: number,
  bytes: Uint8Array,
): Promise<void> {
  const piece = manifest.parts.findIndex((part) => part.n === n);
  return inTransaction(db, ['inbox', 'meta'], async (within) => {
    const known = (await meta(within).get(FETCHING))?.value;
    if (known !== manifest.id) {
      await dropParts(within);
      await meta(within).put({ key: FETCHING, value: manifest.id });
    }
    await within.table('inbox').put({ seq: FETCHED, piece, bytes });
  });
}

/** How many parts are here, counted without a gap from the first. */
export async function countParts(db: TableSource, { id }: CheckpointManifest): Promise<number> {
  if ((await meta(db).get(FETCHING))?.value !== id) return 0;
  const keys = (await partsIn(db).primaryKeys()) as unknown as [number, number][];
  let count = 0;
  for (const [, piece] of keys) {
    if (piece !== count) break;
    count += 1;
  }
  return count;
}

export const partBytes = async (db: TableSource, piece: number): Promise<Uint8Array | undefined> =>
  ((await db.table('inbox').get([FETCHED, piece])) as { bytes: Uint8Array } | undefined)?.bytes;

export async function dropParts(within: TableSource): Promise<void> {
  await partsIn(within).delete();
  await meta(within).delete(FETCHING);
}

const partsIn = (db: TableSource) =>
  db.table('inbox').where('[seq+piece]').between([FETCHED], [FETCHED, []]);
