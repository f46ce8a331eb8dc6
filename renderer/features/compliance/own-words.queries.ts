import type { LexiconWord } from '@shared/domain/compliance/lexicon-word.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** The team's own words of the check, those to find and those to leave alone. */
const readOwnWords = (): Promise<LexiconWord[]> => readDb.rows('lexiconWords').all();

/** The same, live; `undefined` while loading. The list keeps its identity while it is unchanged. */
export function useOwnWords(): readonly LexiconWord[] | undefined {
  return useLive(readOwnWords, []);
}
