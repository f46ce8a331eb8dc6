import type { FigureTable, LifePeriod } from '@shared/domain/group-life/figure-table';
import { GROUP_FIGURES, type GroupFigures } from '@shared/domain/group-life/figures.types';
import { addDays } from '@shared/lib/time';
import { expect, it } from 'vitest';
import { growthWeeks } from './growth-weeks';

const MONDAYS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];

function tableOf(weeks: readonly GroupFigures[]): FigureTable {
  const periods = MONDAYS.map(
    (from): LifePeriod => ({ kind: 'week', from, to: addDays(from, 6), days: 7 }),
  );
  const columns = Object.fromEntries(
    GROUP_FIGURES.map((figure) => [
      figure,
      Float64Array.from(weeks, (figures) => figures[figure] ?? Number.NaN),
    ]),
  ) as FigureTable['columns'];
  return { groupIds: ['g'], periods, columns };
}

it('a week that nobody looked at is unknown, not a week without comings and goings', () => {
  const weeks = growthWeeks(
    tableOf([
      {},
      { members: 40, joined: 3, left: 0 },
      { members: 40, joined: 0, left: 0 },
      { members: 40, joined: 0, left: 0 },
    ]),
    [{ day: '2026-11-24' }],
  );
  const nothing = { joined: undefined, left: undefined, hasList: false, isKnown: false };
  expect(weeks).toEqual([
    { from: '2026-11-02', members: undefined, ...nothing },
    { from: '2026-11-09', members: 40, joined: 3, left: 0, hasList: false, isKnown: true },
    { from: '2026-11-16', members: 40, ...nothing },
    // A list that changed nothing is a week in which really nobody came or went.
    { from: '2026-11-23', members: 40, joined: 0, left: 0, hasList: true, isKnown: true },
  ]);
});

it('what is not on record stays unknown, even in a week with a list or with one half told', () => {
  const weeks = growthWeeks(tableOf([{}, { joined: 3 }, { members: 40, joined: 0, left: 0 }, {}]), [
    { day: '2026-11-03' },
  ]);
  const cells = weeks.map(({ joined, left, isKnown }) => [joined, left, isKnown]);
  expect(cells).toEqual([
    [undefined, undefined, true],
    [3, undefined, true],
    [undefined, undefined, false],
    [undefined, undefined, false],
  ]);
});
