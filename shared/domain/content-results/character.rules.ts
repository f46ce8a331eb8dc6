import type { ContentItem } from '../calendar/content.schema';
import type { Character } from './character.schema';
import type { Entry } from './measures.rules';
import { type Reading, readingOf } from './ratio.rules';

/** Whether a product's name holds one of a character's words, whatever the width and the case. */
export function isCoBranded(product: string, words: readonly string[]): boolean {
  const plain = product.normalize('NFKC').toLowerCase();
  return words.some((word) => plain.includes(word.normalize('NFKC').toLowerCase()));
}

/** Short videos of a week (from `monday`, seven days): how many there are against the promise. */
export type Episodes = { planned: number; sent: number; promised: number };

export function episodesOf(
  character: Pick<Character, 'id' | 'episodesPerWeek'>,
  weekItems: readonly Pick<ContentItem, 'characterId' | 'form' | 'status'>[],
): Episodes {
  const own = weekItems.filter(
    ({ characterId, form }) => characterId === character.id && form === 'video',
  );
  const sent = own.filter(({ status }) => status === 'sent' || status === 'measured').length;
  return { planned: own.length, sent, promised: character.episodesPerWeek };
}

/** Participation in the topics that a character carried. */
export function topicParticipation(
  characterId: string,
  entries: readonly Entry[],
): Reading | undefined {
  const own = entries.filter(
    ({ item }) => item.characterId === characterId && item.form === 'topic',
  );
  return readingOf(own, 'participation');
}

/**
 * Orders of a period and those with a co-branded product. `lineFen` adds the amounts of the lines
 * themselves; `untold` counts orders that hold other goods too and whose lines carry no amount: of
 * them `estimatedFen` is the co-branded part by number of pieces.
 */
export type ProductSales = {
  orders: number;
  amountFen: number;
  ownOrders: number;
  lineFen: number;
  untold: number;
  estimatedFen: number;
};
