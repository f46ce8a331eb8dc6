import { welchTest } from '../statistics/means.rules';
import { twoProportions, wilsonInterval } from '../statistics/proportion.rules';
import { quantiles } from '../statistics/quantile.rules';
import { type Entry, type Measure, partsOf } from './measures.rules';

/** One side of the day: hits among the items that told the measure, and what making them cost. */
export type HitSide = {
  items: number;
  hits: number;
  /** Hits per 100 items with its interval; absent below 30 items. */
  rate?: { value: number; low: number; high: number };
  /** Mean of the items whose cost is known. */
  costItems: number;
  costFen?: number;
};

export type HitsAnswer = {
  /** What a hit has to exceed, in the measure's own unit; undefined while nothing is measured. */
  line: number | undefined;
  before: HitSide;
  after: HitSide;
  hits: readonly Entry[];
  /** After less before, in hits per item, and in fen per item. */
  rateTest?: { diff: number; low: number; high: number; pValue: number };
  costTest?: { diff: number; low: number; high: number; pValue: number };
};

const LEAST_ITEMS = 30;

/**
 * Hits before and after a day (`YYYY-MM-DD`, that day counts as after). A hit is an item above the
 * given percentile (0–1) of the items BEFORE the day, or of all where none lies before: measured
 * against everybody, the share of hits could never change much.
 */
export function hitsOf(
  entries: readonly Entry[],
  { measure, percentile, day }: { measure: Measure; percentile: number; day: string },
): HitsAnswer {
  const told = entries.flatMap((entry) => {
    const parts = partsOf(entry, measure);
    return parts ? [{ entry, value: parts.num / parts.den, isAfter: entry.item.date >= day }] : [];
  });
  const earlier = told.filter((it) => !it.isAfter);
  const yardstick = earlier.length > 0 ? earlier : told;
  const [line] = quantiles(
    Float64Array.from(yardstick, ({ value }) => value),
    [percentile],
  );
  const isHit = ({ value }: { value: number }) => line !== undefined && value > line;
  const sideOf = (isAfter: boolean): HitSide => {
    const own = told.filter((it) => it.isAfter === isAfter);
    const hits = own.filter(isHit).length;
    const costs = costsOf(entries, isAfter, day);
    const interval = wilsonInterval({ count: hits, total: own.length });
    return {
      items: own.length,
      hits,
      ...(own.length >= LEAST_ITEMS &&
        interval.kind === 'interval' && {
          rate: { value: hits / own.length, low: interval.low, high: interval.high },
        }),
      costItems: costs.length,
      ...(costs.length > 0 && { costFen: costs.reduce((sum, it) => sum + it, 0) / costs.length }),
    };
  };
  const [before, after] = [sideOf(false), sideOf(true)];
  const rate = twoProportions(
    { count: before.hits, total: before.items },
    { count: after.hits, total: after.items },
  );
  const hasBoth = Math.min(before.items, after.items) >= LEAST_ITEMS;
  const cost = welchTest(costsOf(entries, false, day), costsOf(entries, true, day));
  return {
    line,
    before,
    after,
    hits: told.filter(isHit).map(({ entry }) => entry),
    ...(rate.kind === 'test' && hasBoth && { rateTest: rate }),
    ...(cost.kind === 'test' && { costTest: cost }),
  };
}

function costsOf(entries: readonly Entry[], isAfter: boolean, day: string): number[] {
  return entries.flatMap(({ item }) =>
    item.costFen !== undefined && item.date >= day === isAfter ? [item.costFen] : [],
  );
}
