import type { Context } from '../lexicon/lexicon.schema';
import type { ComplianceRisk } from '../lexicon-word.schema';
import { GAP_PAUSE, type Letters, lettersText } from '../text/letters';
import type { Found } from './find-terms';

/** How serious a found term is where it stands, and what made it less so. */
export type Judged = { risk: ComplianceRisk; contexts: readonly Context[] };

/** Weighs terms against what stands around them, in one text. */
export class ContextReader {
  /** The letters with which lines begin, the first left out. */
  private readonly lines: readonly number[];
  /** For each context what was found of it in each line. */
  private readonly inLine = new Map<Context, Map<number, boolean>>();

  /** `contexts` hold their phrases folded like the letters. */
  constructor(
    private readonly letters: Letters,
    text: string,
    private readonly contexts: readonly Context[],
  ) {
    this.lines = lineStarts(text, letters);
  }

  judge(found: Found): Judged {
    const holding = this.contexts.filter((context) => this.holds(context, found));
    let risk: ComplianceRisk = found.isDoubtful ? 'low' : found.rule.risk;
    if (holding.some(({ effect }) => effect === 'lower')) risk = risk === 'high' ? 'medium' : 'low';
    if (holding.some(({ effect }) => effect === 'low')) risk = 'low';
    return { risk, contexts: holding };
  }

  private holds(context: Context, { rule, first, end }: Found): boolean {
    if (!context.families.includes(rule.family)) return false;
    const { before, unlessBefore, near, anywhere, within } = context;
    const has = (text: string, phrases: readonly string[] = []) =>
      phrases.some((phrase) => text.includes(phrase));
    if (before || unlessBefore) {
      const head = lettersText(this.letters, this.clauseStart(first, within), first);
      // A term may name the market itself: the best of all in the trade is no comparison at home.
      const range = lettersText(this.letters, this.clauseStart(first, within), end);
      if (has(head, before) && !has(range, unlessBefore)) return true;
    }
    if (near && has(lettersText(this.letters, first - within, end + within), near)) return true;
    return anywhere !== undefined && this.isInLine(context, anywhere, first);
  }

  /** The first letter of the clause, or the one so many letters before. */
  private clauseStart(first: number, within: number): number {
    let at = first;
    while (at > 0 && first - at < within && (this.letters.gap[at] ?? GAP_PAUSE) < GAP_PAUSE)
      at -= 1;
    return at;
  }

  private isInLine(context: Context, phrases: readonly string[], first: number): boolean {
    const nth = this.lineOf(first);
    const known = this.inLine.get(context) ?? new Map<number, boolean>();
    this.inLine.set(context, known);
    const before = known.get(nth);
    if (before !== undefined) return before;
    const { lines, letters } = this;
    const text = lettersText(letters, lines[nth - 1] ?? 0, lines[nth] ?? letters.length);
    const isThere = phrases.some((phrase) => text.includes(phrase));
    known.set(nth, isThere);
    return isThere;
  }

  /** How many lines begin at this letter or before, the first not counted. */
  private lineOf(first: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle] ?? 0) <= first) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lineStarts(text: string, { from, to, gap, length }: Letters): number[] {
  const starts: number[] = [];
  for (let at = 1; at < length; at += 1) {
    if ((gap[at] ?? 0) < GAP_PAUSE) continue;
    if (/[\n\r]/.test(text.slice(to[at - 1], from[at]))) starts.push(at);
  }
  return starts;
}
