/**
 * How alike two titles are, so that a repetition is found although a word or a date differs. Titles
 * are folded (width, case, digits, blanks and punctuation do not count) and compared by the pairs of
 * characters that they share: Dice's coefficient, 2·shared ÷ (pairs of one + pairs of the other), as
 * in L. R. Dice, "Measures of the amount of ecologic association" (1945).
 */
export type FoldedTitle = { text: string; pairs: ReadonlyMap<string, number>; size: number };

/** From this likeness on two titles say nearly the same. */
export const NEARLY_SAME = 0.75;

/** A title without what does not tell titles apart: 「今日爆款：苹果 12.9 元」 is 今日爆款苹果元. */
export function foldTitle(title: string): FoldedTitle {
  const plain = title.normalize('NFKC').toLowerCase();
  const letters = [...plain.replace(/[^\p{Letter}\p{Extended_Pictographic}]/gu, '')];
  // A title of digits and signs alone is told apart by them.
  const kept = letters.length > 0 ? letters : [...plain.replace(/\s/g, '')];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < kept.length; at += 1) {
    const pair = `${kept[at]}${kept[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { text: kept.join(''), pairs, size: Math.max(0, kept.length - 1) };
}

/** From 0 (nothing shared) to 1 (the same once folded). */
export function likeness(a: FoldedTitle, b: FoldedTitle): number {
  if (a.text === b.text) return 1;
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const [pair, count] of a.pairs) shared += Math.min(count, b.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.size + b.size);
}
