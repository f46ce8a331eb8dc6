import { type FigureTable, figuresAt, type LifePeriod, periodsOfKind } from './figure-table';
import type { GroupLifeSettings, TrustArea, TrustPart } from './life-settings.schema';
import { type TrustIndex, trustOf } from './trust.rules';
import { wholeParts } from './whole-parts';

/** One part of the index as it is shown and reckoned by hand. */
export type TrustLine = {
  part: TrustPart;
  area: TrustArea;
  areaWeight: number;
  weight: number;
  /** The figure itself, and over how many; absent where nothing is on record. */
  value?: number;
  n?: number;
  /** How much of the full points it earned, 0–1. */
  earned?: number;
  /** Points that it could earn, and those that it earned, in tenths; absent without data. */
  mostTenths?: number;
  pointsTenths?: number;
};

/** The index in tenths of a point, as it is shown. */
export const indexTenths = ({ index }: TrustIndex): number | undefined =>
  index === undefined ? undefined : Math.round(index * 10);

/**
 * The parts of an index in their order. Points are rounded to tenths by the largest remainder, so that
 * the shown points add up to exactly the shown index and what could be earned to exactly 100.
 */
export function trustLines(trust: TrustIndex): TrustLine[] {
  const total = indexTenths(trust);
  const points = wholeParts(
    total ?? 0,
    trust.leaves.map(({ share, earned }) => 1000 * share * earned),
  );
  const most = wholeParts(
    trust.leaves.length > 0 ? 1000 : 0,
    trust.leaves.map(({ share }) => 1000 * share),
  );
  const at = new Map(trust.leaves.map(({ part }, i) => [part, i]));
  return trust.areas.flatMap(({ area, weight: areaWeight, score }) =>
    score.parts.map(({ key: part, weight, value, n, earned }) => {
      const i = at.get(part);
      return {
        part,
        area,
        areaWeight,
        weight,
        ...(value !== undefined && { value }),
        ...(n !== undefined && { n }),
        ...(earned !== undefined && { earned }),
        ...(i !== undefined && { mostTenths: most[i] ?? 0, pointsTenths: points[i] ?? 0 }),
      };
    }),
  );
}

/** What is missing to full points, most first; parts without data and full ones are left out. */
export function missingPoints(
  lines: readonly TrustLine[],
): { part: TrustPart; missingTenths: number }[] {
  return lines
    .flatMap(({ part, mostTenths = 0, pointsTenths = 0 }) =>
      mostTenths > pointsTenths ? [{ part, missingTenths: mostTenths - pointsTenths }] : [],
    )
    .sort((a, b) => b.missingTenths - a.missingTenths);
}

export type TrustWeek = { period: LifePeriod; trust: TrustIndex };

/** The index of one group of a table (by its place) in every week, oldest first. */
export function trustWeeks(
  table: FigureTable,
  group: number,
  settings: GroupLifeSettings['trust'],
): TrustWeek[] {
  return periodsOfKind(table, 'week').flatMap((at) => {
    const period = table.periods[at];
    return period ? [{ period, trust: trustOf(figuresAt(table, group, at), settings) }] : [];
  });
}
