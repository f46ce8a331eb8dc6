import type { Score } from './weighted-score.rules';
import { wholeParts } from './whole-parts';

/** A score as it is shown and reckoned by hand, in tenths of a point. */
export type ScoreLines<K extends string = string> = {
  /** Absent when no part has data. */
  tenths?: number;
  /** Points of each part with data; they add up to exactly the shown score. */
  points: ReadonlyMap<K, number>;
  /** What each part with data could earn; they add up to exactly 1000. */
  most: ReadonlyMap<K, number>;
};

/**
 * Rounds a score and its parts to tenths by the largest remainder, so that whoever adds up the shown
 * points gets the shown score and not one near it.
 */
export function scoreLines<K extends string>({ score, parts }: Score<K>): ScoreLines<K> {
  const known = parts.filter(({ points }) => points !== undefined);
  if (score === undefined) return { points: new Map(), most: new Map() };
  const tenths = Math.round(score * 10);
  const points = wholeParts(
    tenths,
    known.map(({ points: it = 0 }) => 10 * it),
  );
  const most = wholeParts(
    1000,
    known.map(({ share = 0 }) => 1000 * share),
  );
  return {
    tenths,
    points: new Map(known.map(({ key }, at) => [key, points[at] ?? 0])),
    most: new Map(known.map(({ key }, at) => [key, most[at] ?? 0])),
  };
}
