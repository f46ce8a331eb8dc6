import { readDb } from '@/db/read';

/** When a list with this very content was imported before and stands; UTC ms. */
export async function readSameRelayAt(fileHash: string): Promise<number | undefined> {
  const batches = await readDb.rows('importBatches').by('fileHash', fileHash);
  const times = batches.filter(({ undoneAt }) => undoneAt === undefined).map(({ at }) => at);
  return times.length > 0 ? Math.max(...times) : undefined;
}
