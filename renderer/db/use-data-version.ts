import { consoleDb } from './db';
import { readTagState } from './derived/tag-results';
import { useLive } from './use-live';
import { readProgress } from './write/identity';

/**
 * Grows with every commit, and when rules gave or took tags; 0 until it is known. So a list that the
 * data worker answers knows when to ask again.
 */
export function useDataVersion(): number {
  return useLive(readVersion, []) ?? 0;
}

async function readVersion(): Promise<number> {
  const db = consoleDb();
  const [{ lastSeq }, tags] = await Promise.all([readProgress(db), readTagState(db)]);
  return lastSeq + (tags?.version ?? 0);
}
