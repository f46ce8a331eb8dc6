import type { ReadyContext } from '../lexicon/lexicon';
import type { Context } from '../lexicon/lexicon.schema';
import type { ComplianceRisk } from '../lexicon-word.schema';
import { GAP_PAUSE, type Letters } from '../text/letters';
import type { Found } from './find-terms';

/** How serious a found term is where it stands, and what made it less so. */
export type Judged = { risk: ComplianceRisk; contexts: readonly Context[] };

/** Weighs terms against what stands around them, in one text. */
export class ContextReader {
  /** The letters with which lines begin, the first left out. */
  private readonly lines: readonly number[];
  /** One unit a letter, so that places of letters are places in it. */
  private readonly plain: string;
  /** For each context what was found of it in each line. */
  private readonly inLine = new Map<ReadyContext, Map<number, boolean>>();

  constructor(
    private readonly letters: Letters,
    text: string,
    private readonly contexts: readonly ReadyContext[],
  ) {
    this.lines = lineStarts(text, letters);
    this.plain = plainText(letters);
  }

  judge(found: Found): Judged {
    const holding = this.contexts.filter((context) => this.holds(context, found));
    let risk: ComplianceRisk = found.isDoubtful ? 'low' : found.rule.risk;
    const isOf = (effect: Context['effect']) =>
      holding.some(({ context }) => context.effect === effect);
    if (isOf('lower')) risk = risk === 'high' ? 'medium' : 'low';
    if (isOf('low')) risk = 'low';
    return { risk, contexts: holding.map(({ context }) => context) };
  }

  private holds(ready: ReadyContext, { rule, first, end }: Found): boolean {
    const { context, before, unlessBefore, near, anywhere } = ready;
    if (!context.families.includes(rule.family)) return false;
    const { within } = context;
    if (before) {
      const start = this.clauseStart(first, within);
      const isBefore = before.test(this.plain.slice(start, first));
      // A term may name the market itself: the best of all in the trade is no comparison at home.
      if (isBefore && !unlessBefore?.test(this.plain.slice(start, end))) return true;
    }
    if (near?.test(this.plain.slice(Math.max(0, first - within), end + within))) return true;
    return anywhere !== undefined && this.isInLine(ready, anywhere, first);
  }

  /** The first letter of the clause, or the one so many letters before. */
  private clauseStart(first: number, within: number): number {
    let at = first;
    while (at > 0 && first - at < within && (this.letters.gap[at] ?? GAP_PAUSE) < GAP_PAUSE)
      at -= 1;
    return at;
  }

  private isInLine(ready: ReadyContext, phrases: RegExp, first: number): boolean {
    const nth = this.lineOf(first);
    const known = this.inLine.get(ready) ?? new Map<number, boolean>();
    this.inLine.set(ready, known);
    const before = known.get(nth);
    if (before !== undefined) return before;
    const { lines, plain } = this;
    const isThere = phrases.test(plain.slice(lines[nth - 1] ?? 0, lines[nth] ?? plain.length));
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

function plainText({ codes, length }: Letters): string {
  let plain = '';
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    plain += code > 0xffff ? '\ufffd' : String.fromCharCode(code);
  }
  return plain;
}
