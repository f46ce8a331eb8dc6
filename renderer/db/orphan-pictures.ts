import { bridge } from '@/platform/bridge';
import { consoleDb } from './db';
import { rowTable } from './tables';

/** Takes away pictures that a crash left without a row, or whose rows are gone; how many. */
export async function removeOrphanPictures(): Promise<number> {
  const ids = await rowTable(consoleDb(), 'auditPhotos').toCollection().primaryKeys();
  return bridge.removeOtherPictures(ids.map(String));
}
