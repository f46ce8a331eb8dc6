import lexicon from '../../../../resources/feelings/words.json';
import { PAUSE } from './plain-text';
import { WordFinder } from './word-finder';

/** A word of praise or complaint, turned round where something before it negates it. */
export type OpinionWord = {
  /** 1 praises, −1 complains, as it is meant here. */
  sign: 1 | -1;
  isTurned: boolean;
  /** Of the plain text, from the negation on. */
  start: number;
  end: number;
};

const words = new WordFinder<1 | -1 | 0>([
  ...lexicon.praise.map((word) => [word, 1] as const),
  ...lexicon.complaint.map((word) => [word, -1] as const),
  // They hide what lies inside them: "不好意思" complains of nothing.
  ...lexicon.innocent.map((word) => [word, 0] as const),
]);
const negators = new Set(lexicon.negators);
const innocent = new WordFinder(lexicon.innocent.map((word) => [word, true] as const));
/** How far before a word its negation may stand: "没有什么不…" */
const REACH = 5;

/** Where a negation stands that turns what follows. */
export function negationsOf(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    if (negators.has(text[at] ?? '')) marks[at] = 1;
  }
  for (const { start, end } of innocent.find(text)) marks.fill(0, start, end);
  return marks;
}

/** What praises and what complains in a plain text. Two negations before a word leave it as it is. */
export function opinionWords(text: string, negations: Uint8Array): OpinionWord[] {
  let free = 0;
  return words.find(text).flatMap(({ value, start, end }): OpinionWord[] => {
    if (value === 0) return [];
    let turns = 0;
    let begin = start;
    for (let at = start - 1; at >= Math.max(free, start - REACH); at--) {
      if (text[at] === PAUSE || text[at] === '!' || text[at] === '?') break;
      if (negations[at] !== 1) continue;
      turns += 1;
      begin = at;
    }
    free = end;
    const sign = turns % 2 === 1 ? (value > 0 ? -1 : 1) : value;
    return [{ sign, isTurned: turns > 0, start: begin, end }];
  });
}
