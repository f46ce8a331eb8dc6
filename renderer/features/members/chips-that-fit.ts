const CJK = /[\u2e80-\uffef]/;
const CJK_PX = 12;
const LATIN_PX = 7;
/** Padding on both sides and the gap to the next one. */
const AROUND_PX = 18;
const MORE_PX = 34;

/** About how wide a word stands as a chip, at its size of 12 px. */
function chipWidth(word: string): number {
  let width = AROUND_PX;
  for (const letter of word) width += CJK.test(letter) ? CJK_PX : LATIN_PX;
  return width;
}

/**
 * How many of these chips stand in a line of that width, with room left for "+12" when some do not;
 * always one, which is cut where it must.
 */
export function chipsThatFit(words: readonly string[], widthPx: number): number {
  let used = 0;
  for (const [i, word] of words.entries()) {
    used += chipWidth(word);
    const isLast = i === words.length - 1;
    if (used + (isLast ? 0 : MORE_PX) > widthPx) return Math.max(1, i);
  }
  return words.length;
}
