import { findTerms } from '../find/find-terms';
import type { LexiconWord } from '../lexicon-word.schema';
import { foldTerm, type Letters } from '../text/letters';
import { Trie } from '../text/trie';
import { addTerm, type Entry, lexicon, type Rule } from './lexicon';

/** A place in UTF-16 units of the original. */
type Place = { start: number; end: number };

type Compiled = {
  trie: Trie<Entry>;
  /** Words without a single letter (marks, pictures), which are looked for as they are. */
  bare: { text: string; rule: Rule }[];
};
type Both = { find: Compiled; allow: Compiled };

const compiled = new WeakMap<readonly LexiconWord[], Both>();

function ruleOf({ risk, reason, rewrite }: LexiconWord): Rule {
  const info = lexicon().families.get('own');
  const bilingual = (text = '') => ({ zh: text, en: text });
  return {
    family: 'own',
    risk,
    clause: info?.clause ?? bilingual(),
    why: reason ? bilingual(reason) : (info?.why ?? bilingual()),
    rewrites: [bilingual(rewrite)],
    extend: 0,
  };
}

function compile(words: readonly LexiconWord[], kind: LexiconWord['kind']): Compiled {
  const trie = new Trie<Entry>();
  const bare: Compiled['bare'] = [];
  for (const word of words) {
    if (word.kind !== kind) continue;
    if (foldTerm(word.text).length > 0) addTerm(trie, word.text, ruleOf(word));
    else bare.push({ text: word.text, rule: ruleOf(word) });
  }
  return { trie, bare };
}

function compiledOf(words: readonly LexiconWord[]): Both {
  const known = compiled.get(words);
  if (known) return known;
  const both = { find: compile(words, 'find'), allow: compile(words, 'allow') };
  compiled.set(words, both);
  return both;
}

function placesOf(text: string, letters: Letters, { trie, bare }: Compiled) {
  const places: (Place & { rule: Rule })[] = findTerms(letters, trie).map(
    ({ first, end, rule }) => ({
      start: letters.from[first] ?? 0,
      end: letters.to[end - 1] ?? 0,
      rule,
    }),
  );
  for (const word of bare) {
    for (let at = text.indexOf(word.text); at >= 0; ) {
      const end = at + word.text.length;
      places.push({ start: at, end, rule: word.rule });
      at = text.indexOf(word.text, end);
    }
  }
  return places;
}

/** Where the team's own words stand, folded like the lexicon's. */
export function findOwnWords(text: string, letters: Letters, words: readonly LexiconWord[]) {
  return words.length === 0 ? [] : placesOf(text, letters, compiledOf(words).find);
}

/** Tells whether a place lies wholly within words that the team lets stand (a registered name). */
export function allowedPlaces(
  text: string,
  letters: Letters,
  words: readonly LexiconWord[],
): (place: Place) => boolean {
  const spans = words.length === 0 ? [] : placesOf(text, letters, compiledOf(words).allow);
  if (spans.length === 0) return () => false;
  const reach = new Int32Array(text.length);
  for (const { start, end } of spans) reach[start] = Math.max(reach[start] ?? 0, end);
  for (let at = 1; at < reach.length; at += 1) {
    reach[at] = Math.max(reach[at] ?? 0, reach[at - 1] ?? 0);
  }
  return ({ start, end }) => (reach[start] ?? 0) >= end;
}
