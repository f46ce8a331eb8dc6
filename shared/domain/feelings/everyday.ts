import everyday from '../../../resources/feelings/everyday.json';
import type { OpinionWord } from './reading/opinion-words';
import { GLAD, UPSET } from './reading/plain-text';
import { WordFinder } from './reading/word-finder';

const alternatives = (words: readonly string[]) =>
  [...words].sort((a, b) => b.length - a.length).join('|');
const POLITE = alternatives(everyday.polite);
const politeLine = new RegExp(
  `^(?:(?:${POLITE}|${alternatives(everyday.tails)})[,!~?${GLAD}0]*)+$`,
);
const question = new RegExp(everyday.questions.join('|'));
const request = new RegExp(everyday.requests.join('|'));
const business = new WordFinder(everyday.business.map((word) => [word, true] as const));

/** What sort of line it is, as far as that says whether it can hold an opinion at all. */
export type LineKind =
  /** Nothing in it that could be one: blank, figures, "收到", a short question, a request. */
  | 'polite'
  /** Asks, without a word of praise or complaint. */
  | 'question'
  /** Goods, times, places, without a word of praise or complaint. */
  | 'business'
  /** A few words of business, without a word of praise or complaint. */
  | 'brief'
  /** Short, without a word of praise, complaint or business. */
  | 'short'
  /** Longer, without one. */
  | 'plain'
  /** Praises and complains. */
  | 'mixed'
  | 'opinion';

/** Characters below which a line without such a word says nothing that reviews could teach. */
const SHORT = 6;
/** The same for questions and business. */
const BRIEF = 13;

/** Hand-made rules, because reviews have no neutral class from which one could learn them. */
export function lineKind(text: string, words: readonly OpinionWord[]): LineKind {
  const letters = text.replace(/[,!~?0]/g, '');
  if (letters === '' || politeLine.test(text)) return 'polite';
  if (words.length > 0)
    return words.some(({ sign }) => sign !== words[0]?.sign) ? 'mixed' : 'opinion';
  if (text.includes(GLAD) || text.includes(UPSET)) return 'opinion';
  if (!/\p{Script=Han}/u.test(letters)) return 'polite';
  const isBrief = letters.length < BRIEF;
  if (request.test(text)) return 'polite';
  if (question.test(text)) return isBrief ? 'polite' : 'question';
  if (business.find(text).length > 0) return isBrief ? 'brief' : 'business';
  return letters.length < SHORT ? 'short' : 'plain';
}

const CAUTION = {
  polite: Number.POSITIVE_INFINITY,
  question: 1.5,
  business: 1.5,
  brief: 4,
  short: 3,
  plain: 1.2,
  mixed: 1.3,
  opinion: 1,
} as const satisfies Record<LineKind, number>;

/** Reviews lean towards complaint; a line without a word of it must lean further to be called one. */
const BAD_CAUTION = 1.2;

/** How many times the usual distance from 0 such a line needs to be answered. */
export function cautionOf(line: LineKind, score: number): number {
  const isWorded = line === 'opinion' || line === 'mixed';
  return CAUTION[line] * (score < 0 && !isWorded ? BAD_CAUTION : 1);
}
