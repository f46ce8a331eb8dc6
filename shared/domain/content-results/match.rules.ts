import { daysBetween } from '@shared/lib/time';
import type { ContentItem } from '../calendar/content.schema';
import type { ContentResult } from '../calendar/content-result.schema';

/** A reported result with the item that it seems to be of. `sureness` 0–1. */
export type MatchSuggestion = {
  resultId: string;
  itemId: string;
  sureness: number;
  /** Days by which the report is off the plan; 0 on the same day. */
  daysOff: number;
  isSameSlot: boolean;
  similarity: number;
};

/** Platforms stamp a piece late at night with the next day; more apart is another piece. */
const MOST_DAYS_OFF = 1;
const LEAST_SIMILARITY = 0.4;

const plain = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function pairsOf(text: string): Map<string, number> {
  const letters = [...plain(text)];
  const parts = letters.length === 1 ? letters : letters.slice(1).map((it, at) => letters[at] + it);
  const pairs = new Map<string, number>();
  for (const part of parts) pairs.set(part, (pairs.get(part) ?? 0) + 1);
  return pairs;
}

/**
 * How alike two titles are, 0–1: twice the shared pairs of neighbouring letters over all of both
 * (Dice 1945), after width, case and everything that is neither letter nor figure are levelled.
 */
export function titleSimilarity(a: string, b: string): number {
  if (plain(a) === plain(b)) return plain(a) === '' ? 0 : 1;
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const size = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, n) => sum + n, 0);
  const total = size(one) + size(other);
  let shared = 0;
  for (const [pair, n] of one) shared += Math.min(n, other.get(pair) ?? 0);
  return total === 0 ? 0 : (2 * shared) / total;
}

/**
 * For each reported result that belongs to no item yet the best item: date and title must be near, a
 * slot that contradicts is worse. Surest first; two reports may be of one item (two channels).
 */
export function suggestMatches(
  results: readonly ContentResult[],
  items: readonly Pick<ContentItem, 'id' | 'date' | 'slot' | 'title'>[],
): MatchSuggestion[] {
  const suggestions = results.flatMap((result): MatchSuggestion[] => {
    let best: MatchSuggestion | undefined;
    for (const item of items) {
      const daysOff = daysBetween(item.date, result.day);
      if (Math.abs(daysOff) > MOST_DAYS_OFF) continue;
      const similarity = titleSimilarity(result.title, item.title);
      if (similarity < LEAST_SIMILARITY) continue;
      const isSameSlot = result.slot === item.slot;
      const slotWeight = result.slot === undefined ? 0.9 : isSameSlot ? 1 : 0.6;
      const sureness = similarity * slotWeight * (daysOff === 0 ? 1 : 0.8);
      if (best && best.sureness >= sureness) continue;
      best = { resultId: result.id, itemId: item.id, sureness, daysOff, isSameSlot, similarity };
    }
    return best ? [best] : [];
  });
  return suggestions.sort((a, b) => b.sureness - a.sureness || (a.resultId < b.resultId ? -1 : 1));
}
