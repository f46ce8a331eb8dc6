import { SENSES, type Sense } from '../calendar/content.schema';
import { SLOTS } from '../calendar/slots';
import { holm } from '../statistics/several-tests.rules';
import { type Certainty, certaintyOf } from './compare.rules';
import type { Entry, Measure } from './measures.rules';
import { type Comparison, type Reading, readingOf, testOf } from './ratio.rules';

/** What items that play on a sense did against those of the same slots that do not. */
export type SenseEffect = {
  sense: Sense;
  measure: Measure;
  withSense: Reading | undefined;
  without: Reading | undefined;
  difference: Comparison;
  /** Value of the items without it, weighed like those with it: what the difference is of. */
  base?: number;
  /** Items in slots where one side has fewer than two: they could not be compared. */
  leftOut: number;
  adjusted?: number;
  certainty: Certainty;
};

/**
 * Slot by slot the difference between items with the sense and without, weighed by what lies behind
 * the items with it (direct standardisation), so that a good slot is not taken for a good sense.
 * Nobody drew by lot which items play on it: other reasons are not ruled out.
 */
function effectOf(entries: readonly Entry[], sense: Sense, measure: Measure) {
  const slots = SLOTS.flatMap((slot) => {
    const here = entries.filter(({ item }) => item.slot === slot);
    const withIt = readingOf(
      here.filter(({ item }) => item.sense === sense),
      measure,
    );
    const without = readingOf(
      here.filter(({ item }) => item.sense !== sense),
      measure,
    );
    return withIt ? [{ withIt, without }] : [];
  });
  const usable = slots.flatMap(({ withIt, without }) =>
    without && withIt.variance !== undefined && without.variance !== undefined
      ? [{ withIt, without, varianceIn: withIt.variance, varianceOut: without.variance }]
      : [],
  );
  const n = usable.reduce((sum, { withIt }) => sum + withIt.n, 0);
  const used = usable.reduce((sum, { withIt }) => sum + withIt.items, 0);
  const all = slots.reduce((sum, { withIt }) => sum + withIt.items, 0);
  const isThin = usable.some(({ without }) => without.isThin) || n < 30;
  const weighed = usable.map((slot) => ({ ...slot, weight: slot.withIt.n / n }));
  const base = weighed.reduce((sum, { without, weight }) => sum + without.value * weight, 0);
  const mine = weighed.reduce((sum, { withIt, weight }) => sum + withIt.value * weight, 0);
  const difference: Comparison =
    usable.length === 0 || isThin
      ? { kind: 'none', reason: usable.length === 0 ? 'fewItems' : 'thin' }
      : testOf(
          mine - base,
          weighed.flatMap(({ withIt, without, varianceIn, varianceOut, weight }) => [
            { variance: varianceIn * weight ** 2, df: withIt.items - 1 },
            { variance: varianceOut * weight ** 2, df: without.items - 1 },
          ]),
        );
  return { difference, leftOut: all - used, ...(difference.kind === 'test' && { base }) };
}

/** All five, each by its own measure; the p-values are adjusted for looking at five. */
export function senseEffects(
  entries: readonly Entry[],
  measures: Readonly<Record<Sense, Measure>>,
): SenseEffect[] {
  const effects = SENSES.map((sense) => {
    const measure = measures[sense];
    const slots = new Set(entries.flatMap(({ item }) => (item.sense === sense ? [item.slot] : [])));
    const withSense = readingOf(
      entries.filter(({ item }) => item.sense === sense),
      measure,
    );
    const without = readingOf(
      entries.filter(({ item }) => item.sense !== sense && slots.has(item.slot)),
      measure,
    );
    return { sense, measure, withSense, without, ...effectOf(entries, sense, measure) };
  });
  const adjusted = holm(
    effects.map(({ difference }) => (difference.kind === 'test' ? difference.pValue : undefined)),
  );
  return effects.map((effect, at): SenseEffect => {
    const p = adjusted[at];
    return { ...effect, ...(p !== undefined && { adjusted: p }), certainty: certaintyOf(p) };
  });
}
