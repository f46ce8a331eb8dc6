import { consoleDb } from './db';
import { useLive } from './use-live';
import { readProgress } from './write/identity';

/**
 * The number of the newest operation, 0 until it is known: it grows with every commit, so a list
 * that the data worker answers knows when to ask again.
 */
export function useDataVersion(): number {
  return useLive(async () => (await readProgress(consoleDb())).lastSeq, []) ?? 0;
}
