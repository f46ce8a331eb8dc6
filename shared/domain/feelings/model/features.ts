import { negationsOf, type OpinionWord, opinionWords } from '../reading/opinion-words';
import type { PlainText } from '../reading/plain-text';

/** Evidence in a text: its name and where in the plain text it stands. */
export type Feature = { name: string; start: number; end: number };

export const PRAISE_WORD = '+';
export const COMPLAINT_WORD = '-';
/** Before a character that follows a negation. */
const NEGATED = '¬';
const NEGATED_REACH = 4;
/** Before the first and after the last characters of a text: short judgements stand there. */
const FIRST = '^';
const LAST = '$';
/** More words of one kind say nothing more. */
const MOST_WORDS = 3;

const isLatin = (code: number) => code >= 97 && code <= 122;
const isEdgeMark = (token: string) => token === ',' || token === '!' || token === '~';
const isBreak = (token: string) => token === ',' || token === '!' || token === '?' || token === '~';

type Token = { text: string; start: number; end: number };

function tokensOf(text: string, masked: Uint8Array): (Token | undefined)[] {
  const tokens: (Token | undefined)[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    if (isLatin(text.charCodeAt(at))) while (isLatin(text.charCodeAt(end))) end += 1;
    tokens.push(masked[at] === 1 ? undefined : { text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

/** A complaint that is denied ("没有不新鲜") must not count by its characters as well. */
function maskOf(text: string, words: readonly OpinionWord[]): Uint8Array {
  const masked = new Uint8Array(text.length);
  for (const { sign, isTurned, start, end } of words) {
    if (isTurned && sign > 0) masked.fill(1, start, end);
  }
  return masked;
}

type Add = (name: string, start: number, end: number) => void;

/** The first and the last character and pair of characters, pauses and shouts around them aside. */
function addEdges(tokens: readonly (Token | undefined)[], add: Add): void {
  let first = 0;
  let last = tokens.length - 1;
  while (first <= last && isEdgeMark(tokens[first]?.text ?? '')) first += 1;
  while (last >= first && isEdgeMark(tokens[last]?.text ?? '')) last -= 1;
  const [one, two] = [tokens[first], tokens[first + 1]];
  if (one) add(FIRST + one.text, one.start, one.end);
  if (one && two && first < last) add(FIRST + one.text + two.text, one.start, two.end);
  const [before, end] = [tokens[last - 1], tokens[last]];
  if (end) add(end.text + LAST, end.start, end.end);
  if (end && before && first < last) add(before.text + end.text + LAST, before.start, end.end);
}

export type TextFeatures = { features: Feature[]; words: OpinionWord[] };

/**
 * Characters and pairs of characters, those at both ends of the text, characters after a negation,
 * words of praise and complaint; each named once, by its first place.
 */
export function featuresOf({ text }: PlainText): TextFeatures {
  const negations = negationsOf(text);
  const words = opinionWords(text, negations);
  const seen = new Set<string>();
  const features: Feature[] = [];
  const add: Add = (name, start, end) => {
    if (seen.has(name)) return;
    seen.add(name);
    features.push({ name, start, end });
  };
  const tokens = tokensOf(text, maskOf(text, words));
  let reach = 0;
  for (const [i, token] of tokens.entries()) {
    if (!token) {
      reach = 0;
      continue;
    }
    add(token.text, token.start, token.end);
    const next = tokens[i + 1];
    if (next) add(token.text + next.text, token.start, next.end);
    if (isBreak(token.text)) reach = 0;
    else if (reach > 0) {
      add(NEGATED + token.text, token.start, token.end);
      reach -= 1;
    } else if (negations[token.start] === 1) reach = NEGATED_REACH;
  }
  addEdges(tokens, add);
  const counts = { [PRAISE_WORD]: 0, [COMPLAINT_WORD]: 0 };
  for (const { sign, start, end } of words) {
    const name = sign > 0 ? PRAISE_WORD : COMPLAINT_WORD;
    counts[name] += 1;
    if (counts[name] <= MOST_WORDS) add(name.repeat(counts[name]), start, end);
  }
  return { features, words };
}
