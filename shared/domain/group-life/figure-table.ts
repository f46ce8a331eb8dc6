import { GROUP_FIGURES, type GroupFigure, type GroupFigures } from './figures.types';

/**
 * A stretch of business days, both ends included. `week`: from a Monday; `day`: one day; `seven`: the
 * seven whole days that end yesterday, or 1, 2, 3, 4 times seven days before that. `days` is how many
 * of them have begun; a running week has fewer than seven.
 */
export type LifePeriod = { kind: 'week' | 'day' | 'seven'; from: string; to: string; days: number };

/**
 * Figures of all groups over all stretches, packed: the cell of group g and stretch p is
 * `g × periods.length + p`; NaN where nothing is on record.
 */
export type FigureTable = {
  groupIds: string[];
  periods: LifePeriod[];
  columns: Record<GroupFigure, Float64Array>;
};

/** The figures of one cell by name, all or the wanted ones; those not on record are absent. */
export function figuresAt(
  table: FigureTable,
  group: number,
  period: number,
  wanted: readonly GroupFigure[] = GROUP_FIGURES,
): GroupFigures {
  const cell = group * table.periods.length + period;
  const figures: { [F in GroupFigure]?: number } = {};
  for (const figure of wanted) {
    const value = table.columns[figure][cell];
    if (value !== undefined && !Number.isNaN(value)) figures[figure] = value;
  }
  return figures;
}

/** Places of one kind of stretch, in the order of the table: weeks and days oldest first, sevens latest first. */
export function periodsOfKind({ periods }: FigureTable, kind: LifePeriod['kind']): number[] {
  return periods.flatMap((period, at) => (period.kind === kind ? [at] : []));
}

/** At the end of a stretch, or without a sum that means anything: not added up over weeks. */
const NOT_ADDED = new Set<GroupFigure>(['members', 'present', 'active', 'kocs', 'kocsActive']);

/**
 * Several stretches together (for the economy over a chosen time): sums of what is on record; people
 * (members, present, active, KOCs) of the last stretch that has them, since they are the same people
 * week after week.
 */
export function sumFigures(stretches: readonly GroupFigures[]): GroupFigures {
  const sum: { [F in GroupFigure]?: number } = {};
  for (const figures of stretches) {
    for (const figure of GROUP_FIGURES) {
      const value = figures[figure];
      if (value === undefined) continue;
      sum[figure] = NOT_ADDED.has(figure) ? value : (sum[figure] ?? 0) + value;
    }
  }
  return sum;
}
