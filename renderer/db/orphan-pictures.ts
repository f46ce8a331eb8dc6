import { bridge } from '@/platform/bridge';
import { consoleDb } from './db';
import { rowTable } from './tables';

/** Takes away pictures that a crash left without a row, or whose rows are gone; how many. */
export async function removeOrphanPictures(): Promise<number> {
  const ids = await rowTable(consoleDb(), 'auditPhotos').toCollection().primaryKeys();
  return bridge.removeOtherPictures(ids.map(String));
}

const HASH = /^[0-9a-f]{64}$/;

/** The same for the files of the asset box; how many. */
export async function removeOrphanAssets(): Promise<number> {
  const ids = await rowTable(consoleDb(), 'assets').toCollection().primaryKeys();
  return bridge.removeOtherAssets(ids.map(String).filter((id) => HASH.test(id)));
}
