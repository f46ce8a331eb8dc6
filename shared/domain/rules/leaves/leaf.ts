import type { Range } from '../rule.schema';
import { includes } from './range';

/**
 * One condition made ready for one day: all that can be looked up beforehand is, so that a person
 * costs a few array reads.
 */
export type Leaf = {
  test: (row: number) => boolean;
  /** What the person has of what is asked: a number, a text; undefined where there is nothing. */
  found?: (row: number) => number | string | undefined;
  /** Day number of the event that decided. */
  day?: (row: number) => number | undefined;
};

export const NOBODY: Leaf = { test: () => false };

/** A number within a range; NaN stands for "has none" and fits no range. */
export function numberLeaf(
  measure: (row: number) => number,
  range: Range,
  day?: (row: number) => number | undefined,
): Leaf {
  const { min, max } = includes(range);
  return {
    test: (row) => {
      const value = measure(row);
      return value >= min && value <= max;
    },
    found: (row) => {
      const value = measure(row);
      return Number.isNaN(value) ? undefined : value;
    },
    day,
  };
}
