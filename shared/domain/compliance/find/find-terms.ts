import type { Entry, Rule } from '../lexicon/lexicon';
import type { ComplianceFamily } from '../lexicon/lexicon.schema';
import { GAP_FAR, GAP_NONE, GAP_PAUSE, type Letters } from '../text/letters';
import type { Trie } from '../text/trie';
import { isHan, isLatin } from './letter-kinds';

/** A term in a folded text: letters `first` up to, not including, `end`. */
export type Found = {
  first: number;
  end: number;
  rule: Rule;
  /** A pause runs through it: perhaps two words that only meet. */
  isDoubtful: boolean;
};

/** Words behind a bare superlative that do not belong to it. */
const LOOSE = new Set(
  [...'的地得了着过吗呢吧呀啊哦嘛是在有和与及或就都也还要会能'].map((it) => it.codePointAt(0)),
);

type Match = { found: Found /** Where the term itself ends. */; core: number };
/**
 * For each family: how far the harmless phrases reach that begin at each letter. Over a pause a
 * phrase speaks only for terms that run over it too.
 */
type Reaches = Map<ComplianceFamily | `${ComplianceFamily}, paused`, Int32Array>;

/**
 * Every term of the lexicon in a folded text, leftmost and longest first, none over another; terms
 * that lie wholly within a harmless phrase are left out.
 */
export function findTerms(letters: Letters, trie: Trie<Entry>): Found[] {
  const { matches, reaches } = walk(letters, trie);
  for (const reach of reaches.values()) spread(reach);
  const meant = matches.filter(
    ({ found, core }) =>
      (reaches.get(found.rule.family)?.[found.first] ?? 0) < core &&
      !(
        found.isDoubtful &&
        (reaches.get(`${found.rule.family}, paused`)?.[found.first] ?? 0) >= core
      ),
  );
  return keepLongest(meant);
}

function walk(letters: Letters, trie: Trie<Entry>): { matches: Match[]; reaches: Reaches } {
  const { codes, gap, length } = letters;
  const matches: Match[] = [];
  const reaches: Reaches = new Map();
  for (let first = 0; first < length; first += 1) {
    let node: number | undefined = 0;
    let pauses = 0;
    let gaps = 0;
    for (let at = first; at < length; at += 1) {
      if (at > first) {
        const kind = gap[at] ?? GAP_FAR;
        if (kind === GAP_FAR) break;
        if (kind === GAP_PAUSE) pauses += 1;
        if (kind !== GAP_NONE) gaps += 1;
      }
      node = trie.step(node, codes[at] ?? 0);
      if (node === undefined) break;
      const entry = trie.at(node);
      if (!entry) continue;
      const core = at + 1;
      for (const family of entry.harmlessFor ?? []) {
        note(reaches, pauses === 0 ? family : `${family}, paused`, first, core, length);
      }
      const { rule } = entry;
      if (!rule || !isWhole(letters, first, core)) continue;
      // Cut between all its letters it is meant to be read as one word; cut once, perhaps not.
      const isCutUp = gaps === core - first - 1 && gaps > 1;
      const end = extended(letters, core, rule.extend);
      matches.push({ found: { first, end, rule, isDoubtful: pauses > 0 && !isCutUp }, core });
    }
  }
  return { matches, reaches };
}

function note(
  reaches: Reaches,
  key: ComplianceFamily | `${ComplianceFamily}, paused`,
  first: number,
  end: number,
  length: number,
): void {
  const reach = reaches.get(key) ?? new Int32Array(length);
  reaches.set(key, reach);
  reach[first] = Math.max(reach[first] ?? 0, end);
}

/** From phrases that begin at a letter to phrases that begin at it or before. */
function spread(reach: Int32Array): void {
  for (let at = 1; at < reach.length; at += 1) {
    reach[at] = Math.max(reach[at] ?? 0, reach[at - 1] ?? 0);
  }
}

/** Latin letters and digits are not torn out of a longer word or number. */
function isWhole({ codes, gap, from, to, length }: Letters, first: number, end: number): boolean {
  const head = codes[first] ?? 0;
  if (isLatin(head) && first > 0 && gap[first] === GAP_NONE && isLatin(codes[first - 1] ?? 0)) {
    return false;
  }
  const tail = codes[end - 1] ?? 0;
  if (!isLatin(tail) || end >= length || !isLatin(codes[end] ?? 0)) return true;
  if (gap[end] === GAP_NONE) return false;
  // 1.5 is one number.
  const isNumber = isDigit(tail) && isDigit(codes[end] ?? 0);
  return !(isNumber && (from[end] ?? 0) - (to[end - 1] ?? 0) === 1 && gap[end] !== GAP_PAUSE);
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

function extended({ codes, gap, length }: Letters, end: number, extend: number): number {
  let at = end;
  while (at < length && at - end < extend && gap[at] === GAP_NONE) {
    const code = codes[at] ?? 0;
    if (!isHan(code) || LOOSE.has(code)) break;
    at += 1;
  }
  return at;
}

/** Of terms that begin together the longer one says more; what is drawn in behind does not count. */
function keepLongest(matches: Match[]): Found[] {
  const kept: Found[] = [];
  let end = 0;
  for (const { found } of matches.sort(
    (a, b) => a.found.first - b.found.first || b.core - a.core,
  )) {
    if (found.first < end) continue;
    kept.push(found);
    end = found.end;
  }
  return kept;
}
