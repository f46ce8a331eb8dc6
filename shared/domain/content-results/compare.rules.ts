import { holm } from '../statistics/several-tests.rules';
import type { Entry, Measure } from './measures.rules';
import { type Comparison, compareReadings, type Reading, readingOf } from './ratio.rules';

/** How sure one may be that a kind differs from all the others. */
export type Certainty = 'certain' | 'likely' | 'open' | 'tooLittle';

/** One kind of items (a column, a speaker …) against all the others. */
export type Compared = {
  key: string;
  entries: readonly Entry[];
  reading: Reading | undefined;
  againstRest: Comparison;
  /** p by Holm over all comparisons of the table. */
  adjusted?: number;
  certainty: Certainty;
};

const CERTAIN = 0.01;
const LIKELY = 0.05;

/**
 * Items by kind, best first, each held against the items of all other kinds. An item may be of
 * several kinds (groups); it is never on both sides of one comparison.
 */
export function compareKinds(
  entries: readonly Entry[],
  measure: Measure,
  keysOf: (entry: Entry) => readonly string[],
): Compared[] {
  const kinds = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const known = kinds.get(key);
      if (known) known.push(entry);
      else kinds.set(key, [entry]);
    }
  }
  const all = [...kinds].map(([key, own]) => {
    const mine = new Set(own);
    const reading = readingOf(own, measure);
    const rest = readingOf(
      entries.filter((entry) => !mine.has(entry)),
      measure,
    );
    return { key, entries: own, reading, againstRest: compareReadings(reading, rest) };
  });
  const pOf = ({ againstRest }: { againstRest: Comparison }) =>
    againstRest.kind === 'test' ? againstRest.pValue : undefined;
  const adjusted = holm(all.map(pOf));
  return all
    .map((one, at): Compared => {
      const p = adjusted[at];
      return { ...one, ...(p !== undefined && { adjusted: p }), certainty: certaintyOf(p) };
    })
    .sort(byReading);
}

/** The words for a p-value that was adjusted for everything looked at together. */
export function certaintyOf(adjusted: number | undefined): Certainty {
  if (adjusted === undefined) return 'tooLittle';
  if (adjusted < CERTAIN) return 'certain';
  return adjusted < LIKELY ? 'likely' : 'open';
}

/** Those with enough behind them first, then by value; ties by key, the same on every laptop. */
function byReading(a: Compared, b: Compared): number {
  const rank = ({ reading }: Compared) => (!reading ? 0 : reading.isThin ? 1 : 2);
  const value = ({ reading }: Compared) => reading?.value ?? 0;
  return rank(b) - rank(a) || value(b) - value(a) || (a.key < b.key ? -1 : 1);
}
