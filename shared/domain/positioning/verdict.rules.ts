import type { Positioning } from './positioning.schema';

/** The lines of a card, in the order in which they are asked. */
export const CARD_LINES = ['users', 'service', 'problem', 'value', 'goal'] as const;

export type CardVerdict = {
  /** `doubtful` beats `open` beats `holds`. */
  kind: 'holds' | 'doubtful' | 'open';
  yes: number;
  no: number;
  /** Unsure or not answered. */
  unsure: number;
  /** Lines without a word. */
  blank: (typeof CARD_LINES)[number][];
};

/**
 * What the questions of its kind say of a card: it holds when every line is filled and every answer
 * is yes; one no makes it doubtful; otherwise it is open. Answers to other kinds' questions are kept
 * and count for nothing.
 */
export function judgeCard(card: Positioning, questionKeys: readonly string[]): CardVerdict {
  const counts = { yes: 0, no: 0, unsure: 0 };
  for (const key of questionKeys) counts[card.answers?.[key]?.verdict ?? 'unsure'] += 1;
  const blank = CARD_LINES.filter((line) => card[line].trim() === '');
  const isWhole = counts.unsure === 0 && blank.length === 0;
  return { kind: counts.no > 0 ? 'doubtful' : isWhole ? 'holds' : 'open', ...counts, blank };
}
