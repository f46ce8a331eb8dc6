import authority from '../../../../resources/lexicons/authority.json';
import brand from '../../../../resources/lexicons/brand.json';
import contextsFile from '../../../../resources/lexicons/contexts.json';
import disparage from '../../../../resources/lexicons/disparage.json';
import education from '../../../../resources/lexicons/education.json';
import falsehood from '../../../../resources/lexicons/falsehood.json';
import families from '../../../../resources/lexicons/families.json';
import first from '../../../../resources/lexicons/first.json';
import foodSafety from '../../../../resources/lexicons/food-safety.json';
import grade from '../../../../resources/lexicons/grade.json';
import investment from '../../../../resources/lexicons/investment.json';
import lure from '../../../../resources/lexicons/lure.json';
import medical from '../../../../resources/lexicons/medical.json';
import personal from '../../../../resources/lexicons/personal.json';
import state from '../../../../resources/lexicons/state.json';
import superlative from '../../../../resources/lexicons/superlative.json';
import type { ComplianceRisk } from '../lexicon-word.schema';
import { foldTerm, foldText } from '../text/letters';
import { Trie } from '../text/trie';
import { expandTerm } from './expand-term';
import {
  type Bilingual,
  type ComplianceFamily,
  type Context,
  contextsFileSchema,
  type FamilyInfo,
  familiesFileSchema,
  familyFileSchema,
  type Shape,
} from './lexicon.schema';

/** What is said of a group of terms. */
export type Rule = {
  family: ComplianceFamily;
  risk: ComplianceRisk;
  clause: Bilingual;
  why: Bilingual;
  rewrites: readonly Bilingual[];
  extend: number;
};

/** A context with its phrases ready for the search. */
export type ReadyContext = {
  context: Context;
  before: RegExp | undefined;
  unlessBefore: RegExp | undefined;
  near: RegExp | undefined;
  anywhere: RegExp | undefined;
};

/** A term, a phrase in which the terms of some families mean nothing, or both. */
export type Entry = { rule?: Rule; harmlessFor?: ComplianceFamily[] };

export type Lexicon = {
  trie: Trie<Entry>;
  shapes: ReadonlyMap<Shape, Rule>;
  families: ReadonlyMap<ComplianceFamily, FamilyInfo>;
  contexts: readonly ReadyContext[];
  /** How many terms each family has, templates written out. */
  counts: ReadonlyMap<ComplianceFamily, number>;
  /** `YYYY-MM-DD`: the day as of which the clauses were read. */
  asOf: string;
};

const FILES = [
  superlative,
  first,
  grade,
  state,
  brand,
  authority,
  medical,
  foodSafety,
  falsehood,
  investment,
  education,
  disparage,
  lure,
  personal,
];

let compiled: Lexicon | undefined;

/** The lexicon of `resources/lexicons`, built at the first use. */
export function lexicon(): Lexicon {
  compiled ??= compile();
  return compiled;
}

function compile(): Lexicon {
  const head = familiesFileSchema.parse(families);
  const known = new Map(head.families.map((family) => [family.key, family]));
  const trie = new Trie<Entry>();
  const shapes = new Map<Shape, Rule>();
  const counts = new Map<ComplianceFamily, number>();
  for (const file of FILES.map((json) => familyFileSchema.parse(json))) {
    const info = known.get(file.family);
    if (!info) throw new Error(`no family ${file.family}`);
    for (const phrase of file.harmless.flatMap((text) => expandTerm(text, head.sets))) {
      addHarmless(trie, phrase, file.family);
    }
    let count = 0;
    for (const { terms, shape, risk, clause, why, rewrites, extend = 0 } of file.groups) {
      const rule: Rule = {
        family: file.family,
        risk,
        clause: clause ?? info.clause,
        why: why ?? info.why,
        rewrites,
        extend,
      };
      if (shape) shapes.set(shape, rule);
      for (const term of terms.flatMap((text) => expandTerm(text, head.sets))) {
        addTerm(trie, term, rule);
        count += 1;
      }
    }
    counts.set(file.family, count);
  }
  const contexts = contextsFileSchema.parse(contextsFile).contexts.map(readyContext);
  return { trie, shapes, families: known, contexts, counts, asOf: head.asOf };
}

function readyContext(context: Context): ReadyContext {
  const { before, unlessBefore, near, anywhere } = context;
  return {
    context,
    before: anyOf(before),
    unlessBefore: anyOf(unlessBefore),
    near: anyOf(near),
    anywhere: anyOf(anywhere),
  };
}

/** One expression for all phrases, folded like the texts: letters, digits and % alone. */
function anyOf(phrases: readonly string[] | undefined): RegExp | undefined {
  return phrases && new RegExp(phrases.map(foldText).join('|'));
}

/** A term of two groups belongs to the first. */
export function addTerm(trie: Trie<Entry>, term: string, rule: Rule): void {
  const entry = trie.entry(foldTerm(term), () => ({}));
  entry.rule ??= rule;
}

function addHarmless(trie: Trie<Entry>, phrase: string, family: ComplianceFamily): void {
  const entry = trie.entry(foldTerm(phrase), () => ({}));
  entry.harmlessFor = [...(entry.harmlessFor ?? []), family];
}
