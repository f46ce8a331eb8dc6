import type { GrowthLevel } from './growth-settings.schema';

/** Index of the level that a standing gives: the highest whose threshold is reached. */
export function levelIndex(levels: readonly GrowthLevel[], standing: number): number {
  let at = 0;
  for (let next = 1; next < levels.length; next += 1) {
    if (standing < (levels[next]?.from ?? Number.POSITIVE_INFINITY)) break;
    at = next;
  }
  return at;
}

/** Points missing to the next level; undefined on the highest. */
export function pointsToNext(
  levels: readonly GrowthLevel[],
  index: number,
  standing: number,
): number | undefined {
  const next = levels[index + 1];
  return next && Math.max(0, next.from - standing);
}
