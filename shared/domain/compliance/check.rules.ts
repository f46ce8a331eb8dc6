import type { Override } from '../calendar/content.schema';
import { ContextReader } from './find/context.rules';
import { findTerms } from './find/find-terms';
import { findShapes } from './find/shapes';
import { lexicon, type Rule } from './lexicon/lexicon';
import type { Bilingual, ComplianceFamily, Context } from './lexicon/lexicon.schema';
import { allowedPlaces, findOwnWords } from './lexicon/own-words';
import type { ComplianceRisk, LexiconWord } from './lexicon-word.schema';
import { type Letters, readLetters } from './text/letters';

/** A place in a text that the law, the platform or the team has something against. */
export type Finding = {
  /** UTF-16 units of the original text. */
  start: number;
  end: number;
  /** The words as they stand there. */
  text: string;
  family: ComplianceFamily;
  risk: ComplianceRisk;
  clause: Bilingual;
  why: Bilingual;
  /** Templates; `rewritesOf` fills them for this place. */
  rewrites: readonly Bilingual[];
  /** What around it makes it less serious. */
  contexts: readonly Context[];
  /** Somebody let these very words stand, and said why. */
  override?: Override;
};

export type RiskCounts = Record<ComplianceRisk, number>;

export type CheckResult = {
  findings: Finding[];
  /** The highest risk among findings that nobody let stand. */
  risk: ComplianceRisk | 'none';
  /** Findings that nobody let stand. */
  counts: RiskCounts;
  overridden: number;
};

type CheckOptions = {
  /** The longest message that the platform takes, in code points; what is beyond is a finding. */
  longest?: number;
};

/** One message of the platform takes so many characters, counted as code points. */
export const LONGEST_MESSAGE = 4000;

const LONGEST_KEPT = 200;

/**
 * Checks a text before it goes out: the terms of the lexicon through their evasions, numbers and
 * links by their shape, the team's own words; in the order of their places, none over another.
 * An override counts while its words and family are the finding's.
 */
export function checkText(
  text: string,
  words: readonly LexiconWord[] = [],
  overrides: readonly Override[] = [],
  { longest }: CheckOptions = {},
): CheckResult {
  const letters = readLetters(text);
  const isAllowed = allowedPlaces(text, letters, words);
  const isTaken = new Uint8Array(text.length);
  const findings: Finding[] = [];
  const take = (finding: Finding) => {
    if (isTaken.subarray(finding.start, finding.end).includes(1)) return;
    isTaken.fill(1, finding.start, finding.end);
    if (finding.family === 'own' || !isAllowed(finding)) findings.push(finding);
  };
  for (const { start, end, rule } of findOwnWords(text, letters, words)) {
    take(findingOf(text, start, end, rule));
  }
  for (const { shape, start, end } of findShapes(text, letters)) {
    const rule = lexicon().shapes.get(shape);
    if (rule) take(findingOf(text, start, end, rule));
  }
  for (const finding of termFindings(text, letters)) take(finding);
  findings.sort((a, b) => a.start - b.start);
  if (longest !== undefined) findings.push(...lengthFinding(text, longest));
  return summed(findings.map((finding) => withOverride(finding, overrides)));
}

function findingOf(text: string, start: number, end: number, rule: Rule): Finding {
  const { family, risk, clause, why, rewrites } = rule;
  const words = text.slice(start, end);
  return { start, end, text: words, family, risk, clause, why, rewrites, contexts: [] };
}

function termFindings(text: string, letters: Letters): Finding[] {
  const { trie, contexts } = lexicon();
  const reader = new ContextReader(letters, text, contexts);
  return findTerms(letters, trie).map((found) => {
    const start = letters.from[found.first] ?? 0;
    const end = letters.to[found.end - 1] ?? 0;
    return { ...findingOf(text, start, end, found.rule), ...reader.judge(found) };
  });
}

function lengthFinding(text: string, longest: number): Finding[] {
  const { clause, why } = lexicon().families.get('length') ?? {};
  // As many units hold no more code points.
  if (text.length <= longest || !clause || !why) return [];
  let start = 0;
  for (let count = 0; count < longest && start < text.length; count += 1) {
    start += (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
  }
  if (start >= text.length) return [];
  const rule: Rule = { family: 'length', risk: 'medium', clause, why, rewrites: [], extend: 0 };
  return [findingOf(text, start, text.length, rule)];
}

/** What an override keeps of a finding: its family and its words, of very long ones the beginning. */
export function overrideKey({ text, family }: Finding): Pick<Override, 'text' | 'family'> {
  return { text: text.slice(0, LONGEST_KEPT), family };
}

function withOverride(finding: Finding, overrides: readonly Override[]): Finding {
  const key = overrideKey(finding);
  const override = overrides.find(({ text, family }) => text === key.text && family === key.family);
  return override ? { ...finding, override } : finding;
}

function summed(findings: Finding[]): CheckResult {
  const counts: RiskCounts = { low: 0, medium: 0, high: 0 };
  let overridden = 0;
  for (const { risk, override } of findings) {
    if (override) overridden += 1;
    else counts[risk] += 1;
  }
  const risk = (['high', 'medium', 'low'] as const).find((it) => counts[it] > 0) ?? 'none';
  return { findings, risk, counts, overridden };
}
