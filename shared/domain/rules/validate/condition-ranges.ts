import type { Condition, Range } from '../rule.schema';

/** A range of a condition with what it can be at all. */
export type BoundedRange = {
  /** Name of the range's field, for comparing it between conditions. */
  name: string;
  range: Range;
  least: number;
  most: number;
  /** Only whole numbers come up. */
  isWhole: boolean;
  /** A person always has such a number, so that a range over all of them leaves nobody out. */
  isAlwaysThere: boolean;
};

type Bounds = Partial<Pick<BoundedRange, 'least' | 'most' | 'isWhole' | 'isAlwaysThere'>>;

const ANY_NUMBER = { least: -Infinity, most: Infinity, isWhole: false, isAlwaysThere: false };
const COUNT = { least: 0, isWhole: true, isAlwaysThere: true };
const SCORE = { least: 1, most: 5, isWhole: true };

function bounded(name: string, range: Range | undefined, bounds: Bounds): BoundedRange[] {
  return range === undefined ? [] : [{ ...ANY_NUMBER, ...bounds, name, range }];
}

/** The ranges that say which people a condition takes; those of its events are not among them. */
export function rangesOf(condition: Condition): BoundedRange[] {
  switch (condition.kind) {
    case 'times':
      return bounded('times', condition.times, COUNT);
    case 'days':
      return bounded('days', condition.days, COUNT);
    case 'share':
      return bounded('share', condition.share, { least: 0, most: 1 });
    case 'when':
      return bounded('daysAgo', condition.daysAgo, { least: 0, isWhole: true });
    case 'age':
      return bounded('years', condition.years, { least: 0, isWhole: true });
    case 'birthday':
      return bounded('daysAway', condition.daysAway, { least: 0, most: 366, isWhole: true });
    case 'known':
      return bounded('daysAgo', condition.daysAgo, { least: 0, isWhole: true });
    case 'inGroup':
      return bounded('groups', condition.groups, COUNT);
    case 'ltv':
      return bounded('fen', condition.fen, { least: 0 });
    case 'money':
      return bounded('range', condition.range, moneyBounds(condition.measure));
    case 'rfm':
      return [
        ...bounded('r', condition.r, SCORE),
        ...bounded('f', condition.f, SCORE),
        ...bounded('m', condition.m, SCORE),
      ];
    default:
      return [];
  }
}

function moneyBounds(measure: 'netFen' | 'averageFen' | 'largestFen' | 'refundFen'): Bounds {
  if (measure === 'netFen') return { isAlwaysThere: true };
  return measure === 'refundFen' ? { least: 0, isAlwaysThere: true } : {};
}

export function isUpsideDown({ min, max }: Range): boolean {
  return min !== undefined && max !== undefined && min > max;
}

/** Whether no number that can come up lies in the range. */
export function isEmpty({ range, least, most, isWhole }: BoundedRange): boolean {
  const from = Math.max(range.min ?? -Infinity, least);
  const to = Math.min(range.max ?? Infinity, most);
  return isWhole ? Math.ceil(from) > Math.floor(to) : from > to;
}

/** Whether the range takes everybody. */
export function isEverything({ range, least, most, isAlwaysThere }: BoundedRange): boolean {
  return isAlwaysThere && (range.min ?? -Infinity) <= least && (range.max ?? Infinity) >= most;
}
