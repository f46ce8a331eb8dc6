import data from '../../../resources/feelings/complaints.json';
import type { Feeling } from './comment.schema';
import { negationsOf } from './reading/opinion-words';
import type { PlainText } from './reading/plain-text';
import { type FoundWord, WordFinder } from './reading/word-finder';

const words = new WordFinder<number>(Object.entries(data.words as Record<string, number>));
const officials = new RegExp(data.officials.join('|'));

export type IntensityReading = {
  intensity: number;
  words: FoundWord<number>[];
  /** Said in capitals of punctuation: "！！！", or again and again. */
  isLoud: boolean;
};

/** A negation right before a word takes it back; words that begin with one are complaints as such. */
function isDenied(negations: Uint8Array, start: number): boolean {
  return [1, 2, 3].some((back) => negations[start - back] === 1);
}

/**
 * How strongly a text complains: 0 not at all, 1 a remark, 2 a complaint, 3 severe (health, the law,
 * the public). The strongest word decides; two complaints or a loud one count a step more, up to 2
 * for remarks. What praises is a remark at most, and a question a step less.
 */
export function intensityOf(
  original: string,
  { text }: PlainText,
  feeling: Feeling,
): IntensityReading {
  const negations = negationsOf(text);
  const found = words.find(text).filter(({ start }) => !isDenied(negations, start));
  const isLoud = /[!！]{2,}|[?？!！]{3,}/.test(original) || /(.{2,6})\1\1/.test(original);
  let intensity = found.reduce((most, { value }) => Math.max(most, value), 0);
  if (officials.test(original)) intensity = 3;
  const isRemark = intensity === 1;
  if (isRemark && (isLoud || found.length >= 3)) intensity = 2;
  if (intensity === 2 && isLoud && found.filter(({ value }) => value >= 2).length >= 2) {
    intensity = 3;
  }
  if (feeling === 'bad' && intensity === 0) intensity = 1;
  if (feeling === 'good') intensity = Math.min(intensity, 1);
  if (feeling === 'unsure' && intensity > 0 && /[?吗么]$/.test(text)) intensity -= 1;
  return { intensity, words: found, isLoud };
}
