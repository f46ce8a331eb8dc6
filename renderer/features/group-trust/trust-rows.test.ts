import type { FigureTable, LifePeriod } from '@shared/domain/group-life/figure-table';
import { GROUP_FIGURES, type GroupFigure } from '@shared/domain/group-life/figures.types';
import { DEFAULT_GROUP_LIFE } from '@shared/domain/group-life/life-settings.schema';
import { groupSchema } from '@shared/domain/groups/group.schema';
import { expect, it } from 'vitest';
import { sortedRows, startWeek, trustRows } from './trust-rows';

const { trust } = DEFAULT_GROUP_LIFE;
const week = (from: string, days: number): LifePeriod => ({ kind: 'week', from, to: from, days });
const WEEKS = [week('2026-11-09', 7), week('2026-11-16', 7), week('2026-11-23', 2)];
const IDS = ['a', 'b', 'c', 'd'];
const groups = IDS.map((id) => groupSchema.parse({ id, name: id, openedAt: 0 }));

/** Of 100 asked so many knew, by group and week; a gap where nobody asked. */
function tableOf(known: readonly (readonly (number | undefined)[])[]): FigureTable {
  const column = (figure: GroupFigure) =>
    Float64Array.from(known.flat(), (k) =>
      k === undefined
        ? Number.NaN
        : figure === 'knownK'
          ? k
          : figure === 'knownN'
            ? 100
            : Number.NaN,
    );
  const columns = Object.fromEntries(GROUP_FIGURES.map((it) => [it, column(it)]));
  return { groupIds: IDS, periods: WEEKS, columns: columns as FigureTable['columns'] };
}

const table = tableOf([
  [50, 60, undefined],
  [undefined, 80, 10],
  [70, 60, undefined],
  [undefined, undefined, undefined],
]);

it('ranks equal indexes alike, and says nothing of groups and changes without data', () => {
  const rows = trustRows(groups, table, trust, '2026-11-16');
  expect(rows.map(({ tenths }) => tenths)).toEqual([600, 800, 600, undefined]);
  expect(rows.map(({ rank }) => rank?.rank)).toEqual([2, 1, 2, undefined]);
  expect(rows.map(({ rank }) => rank?.n)).toEqual([3, 3, 3, 3]);
  expect(rows.map(({ changeTenths }) => changeTenths)).toEqual([100, undefined, -100, undefined]);
  expect(rows[0]?.weeks().map(({ trust: { index } }) => index)).toEqual([50, 60, undefined]);
});

it('puts groups without data last, whichever way it sorts', () => {
  const rows = trustRows(groups, table, trust, '2026-11-16');
  const order = (direction: 'asc' | 'desc') =>
    sortedRows(rows, { id: 'index', direction }).map(({ group }) => group.id);
  expect(order('desc')).toEqual(['b', 'a', 'c', 'd']);
  expect(order('asc')).toEqual(['a', 'c', 'b', 'd']);
});

it('begins with the last whole week that any of the groups has data for, else the running one', () => {
  expect(startWeek(new Set(IDS), table, trust)).toBe('2026-11-16');
  expect(startWeek(new Set(['d']), table, trust)).toBe('2026-11-23');
});
