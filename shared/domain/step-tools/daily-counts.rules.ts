import type { FunnelCount } from '@shared/domain/funnel/funnel-event.schema';

/** A stored figure of one step on one day; with a `batchId` it came with an import. */
export type DailyCount = Pick<FunnelCount, 'id' | 'day' | 'count' | 'placement' | 'batchId'>;

/**
 * Two figures for the same people, of which one is left out of the sum. `placement` is '' for the
 * whole day. `twoSources`: typed and imported, the imported one counts. `wholeAndParts`: a figure of
 * the whole day beside figures of its places, the places count.
 */
export type CountClash = {
  kind: 'twoSources' | 'wholeAndParts';
  day: string;
  placement: string;
  used: number;
  unused: number;
};

export type DailySums = {
  total: number;
  /** By place, '' where none is named; only what counts. */
  byPlacement: ReadonlyMap<string, number>;
  /** By day, `YYYY-MM-DD`; only what counts. */
  byDay: ReadonlyMap<string, number>;
  /** How much of the total came with imports. */
  importedTotal: number;
  /** In order of day, then place. */
  clashes: readonly CountClash[];
};

const placeOf = (row: DailyCount) => row.placement?.trim() ?? '';
const sumOf = (rows: readonly DailyCount[]) => rows.reduce((sum, row) => sum + row.count, 0);

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Which of one step's figures count, so that nobody is counted from two sources: per day and place
 * an imported figure stands before a typed one, per day the places before a figure of the whole day.
 * Whatever is left out is named among the clashes.
 */
export function countedOnce<Row extends DailyCount>(
  rows: readonly Row[],
): { counted: Row[]; clashes: CountClash[] } {
  const counted: Row[] = [];
  const clashes: CountClash[] = [];
  for (const [day, ofDay] of groupBy(rows, (row) => row.day)) {
    const places = groupBy(ofDay, placeOf).map(([placement, group]) => {
      const imported = group.filter((row) => row.batchId !== undefined);
      const typed = group.filter((row) => row.batchId === undefined);
      if (imported.length === 0 || typed.length === 0) return { placement, rows: group };
      const [used, unused] = [sumOf(imported), sumOf(typed)];
      clashes.push({ kind: 'twoSources', day, placement, used, unused });
      return { placement, rows: imported };
    });
    const parts = places.filter(({ placement }) => placement !== '').flatMap((it) => it.rows);
    const whole = places.find(({ placement }) => placement === '')?.rows ?? [];
    if (parts.length > 0 && whole.length > 0) {
      const [used, unused] = [sumOf(parts), sumOf(whole)];
      clashes.push({ kind: 'wholeAndParts', day, placement: '', used, unused });
    }
    counted.push(...(parts.length > 0 ? parts : whole));
  }
  return { counted, clashes };
}

/** The sums of one step's figures, each of the people counted from one source only. */
export function sumDaily(rows: readonly DailyCount[]): DailySums {
  const { counted, clashes } = countedOnce(rows);
  const sums = (groups: [string, DailyCount[]][]) =>
    new Map(groups.map(([key, group]) => [key, sumOf(group)]));
  return {
    total: sumOf(counted),
    byPlacement: sums(groupBy(counted, placeOf)),
    byDay: sums(groupBy(counted, (row) => row.day)),
    importedTotal: sumOf(counted.filter((row) => row.batchId !== undefined)),
    clashes,
  };
}
