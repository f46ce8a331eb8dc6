import { arpuOf, arpuRatio, type MoneySum } from '@shared/domain/growth/arpu.rules';
import { NO_LEVEL, type PeopleGrowth } from '@shared/domain/growth/growth-figures';
import { pointsToNext } from '@shared/domain/growth/growth-levels';
import type { GrowthSettings } from '@shared/domain/growth/growth-settings.schema';
import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { GrowthOverview, GrowthPerson, LevelFigures } from './growth-types';

/** Money per person is that of the last year. */
const ARPU_DAYS = 365;
/** Whoever misses no more than this is told to be about to level up. */
const NEAR_POINTS = 50;
const SHOWN_PEOPLE = 50;

/** Net money of each row within the year up to and including `today`. */
function netOfYear({ n, orders }: PeopleColumns, today: number): Float64Array {
  const net = new Float64Array(n);
  const { start, end, day, amountFen, refundFen } = orders;
  for (let row = 0; row < n; row += 1) {
    let sum = 0;
    for (let slot = (end[row] ?? 0) - 1; slot >= (start[row] ?? 0); slot -= 1) {
      const on = day[slot] ?? 0;
      if (on > today) continue;
      if (on <= today - ARPU_DAYS) break;
      sum += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
    }
    net[row] = sum;
  }
  return net;
}

/** People and money of each level, lowest first. */
export function levelFigures(
  columns: PeopleColumns,
  growth: PeopleGrowth,
  settings: GrowthSettings,
  today: number,
): LevelFigures[] {
  const net = netOfYear(columns, today);
  const sums = settings.levels.map((): MoneySum => ({ n: 0, sum: 0, squares: 0 }));
  for (let row = 0; row < columns.n; row += 1) {
    const sum = sums[growth.level[row] ?? NO_LEVEL];
    if (!sum) continue;
    const fen = net[row] ?? 0;
    sum.n += 1;
    sum.sum += fen;
    sum.squares += fen * fen;
  }
  return settings.levels.map((level, at) => {
    const own = sums[at] ?? { n: 0, sum: 0, squares: 0 };
    const ratio = at === 0 ? undefined : arpuRatio(added(sums.slice(at)), added(sums.slice(0, at)));
    return {
      ...level,
      n: own.n,
      arpu: arpuOf(own),
      ...(ratio === undefined ? {} : { ratio }),
      rule: { kind: 'level', isAny: [level.key] },
    };
  });
}

function added(sums: readonly MoneySum[]): MoneySum {
  return sums.reduce(
    (all, it) => ({ n: all.n + it.n, sum: all.sum + it.sum, squares: all.squares + it.squares }),
    { n: 0, sum: 0, squares: 0 },
  );
}

type Totals = Pick<
  GrowthOverview,
  'members' | 'balance' | 'holders' | 'pending' | 'expiring' | 'owed' | 'debtors'
>;

export function totals({ n, isHere }: PeopleColumns, growth: PeopleGrowth): Totals {
  const all = { members: 0, balance: 0, holders: 0, pending: 0, expiring: 0, owed: 0, debtors: 0 };
  for (let row = 0; row < n; row += 1) {
    if (isHere[row] === 0) continue;
    const balance = growth.balance[row] ?? 0;
    all.members += 1;
    all.pending += growth.pending[row] ?? 0;
    all.expiring += growth.expiring[row] ?? 0;
    if (balance > 0) {
      all.balance += balance;
      all.holders += 1;
    } else if (balance < 0) {
      all.owed -= balance;
      all.debtors += 1;
    }
  }
  return all;
}

/** Who is about to reach the next level, and whose points run out soon. */
export function peopleToTell(
  columns: PeopleColumns,
  growth: PeopleGrowth,
  { levels }: GrowthSettings,
): Pick<GrowthOverview, 'nearlyUp' | 'soonGone'> {
  const near: Ranked[] = [];
  const gone: Ranked[] = [];
  for (let row = 0; row < columns.n; row += 1) {
    const level = growth.level[row] ?? NO_LEVEL;
    if (level === NO_LEVEL) continue;
    const missing = pointsToNext(levels, level, growth.standing[row] ?? 0);
    if (missing !== undefined && missing <= NEAR_POINTS) near.push({ row, points: missing });
    const expiring = growth.expiring[row] ?? 0;
    if (expiring > 0) gone.push({ row, points: expiring });
  }
  const shown = (list: readonly Ranked[]) =>
    list.slice(0, SHOWN_PEOPLE).map(
      ({ row, points }): GrowthPerson => ({
        id: columns.idOf(row),
        name: columns.text(row, 'name') ?? '',
        level: growth.level[row] ?? 0,
        points,
      }),
    );
  near.sort((a, b) => a.points - b.points || a.row - b.row);
  gone.sort((a, b) => b.points - a.points || a.row - b.row);
  return {
    nearlyUp: { n: near.length, people: shown(near) },
    soonGone: { n: gone.length, people: shown(gone) },
  };
}

type Ranked = { row: number; points: number };
