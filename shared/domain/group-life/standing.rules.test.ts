import type { Group } from '@shared/domain/groups/group.schema';
import { addDays } from '@shared/lib/time';
import { describe, expect, it } from 'vitest';
import type { FigureTable, LifePeriod } from './figure-table';
import { GROUP_FIGURES, type GroupFigures } from './figures.types';
import { DEFAULT_GROUP_LIFE } from './life-settings.schema';
import { attentionOf, isPressing, standingsOf } from './standing.rules';

const ZONE = 'Asia/Shanghai';
/** A Wednesday. */
const TODAY = '2026-11-25';
const MONDAY = '2026-11-23';
const WHOLE_WEEKS = 12;
const OPENED = Date.parse('2026-01-05T09:00+08:00');

const periods: LifePeriod[] = [
  ...Array.from({ length: WHOLE_WEEKS }, (_, i): LifePeriod => {
    const from = addDays(MONDAY, -7 * (WHOLE_WEEKS - i));
    return { kind: 'week', from, to: addDays(from, 6), days: 7 };
  }),
  { kind: 'week', from: MONDAY, to: TODAY, days: 3 },
  ...Array.from({ length: 5 }, (_, i): LifePeriod => {
    const to = addDays(TODAY, -1 - 7 * i);
    return { kind: 'seven', from: addDays(to, -6), to, days: 7 };
  }),
];

type Life = {
  id: string;
  phase?: Group['phase'];
  active: (number | undefined)[];
  seven: number;
};

const groupOf = ({ id, phase = 'middle' }: Life): Group => ({
  id,
  name: id,
  identity: 'store',
  phase,
  capacity: 500,
  scanLimit: 200,
  openedAt: OPENED,
});

/** Groups of 100 people: `active` by whole week, oldest first; the last seven days apart. */
function judge(lives: Life[], lastDays = new Map<string, object>(), settings = DEFAULT_GROUP_LIFE) {
  const size = lives.length * periods.length;
  const columns = Object.fromEntries(
    GROUP_FIGURES.map((figure) => [figure, new Float64Array(size).fill(Number.NaN)]),
  ) as FigureTable['columns'];
  for (const [group, life] of lives.entries()) {
    for (const [period, { kind }] of periods.entries()) {
      const nth = period - (WHOLE_WEEKS + 1);
      const weekly = kind === 'week' ? life.active[period] : life.active[WHOLE_WEEKS - nth];
      const active = kind === 'seven' && nth === 0 ? life.seven : weekly;
      const figures: GroupFigures = { members: 100, present: 100, active };
      for (const [figure, value] of Object.entries(figures)) {
        if (value !== undefined) {
          columns[figure as 'active'][group * periods.length + period] = value;
        }
      }
    }
  }
  const table: FigureTable = { groupIds: lives.map(({ id }) => id), periods, columns };
  const groups = lives.map(groupOf);
  return standingsOf({ table, groups, settings, lastDays, today: TODAY, zone: ZONE });
}

const steady = (value: number, weeks = WHOLE_WEEKS) => Array<number>(weeks).fill(value);

describe('how groups stand', () => {
  it('says since which week a group sleeps, and that one asleep only these seven days just fell', () => {
    const [long, fresh, awake] = judge([
      { id: 'long', active: [...steady(40, 10), 2, 2], seven: 1 },
      { id: 'fresh', active: steady(40), seven: 3 },
      { id: 'awake', active: steady(40), seven: 38 },
    ]);
    expect(long?.quiet.state).toBe('asleep');
    expect(long?.quietSince).toEqual({ day: '2026-11-09', isLonger: false });
    expect(fresh?.quiet.state).toBe('asleep');
    expect(fresh?.quietSince).toEqual({ day: '2026-11-18', isLonger: false });
    expect(awake?.quiet.state).toBe('awake');
    expect(awake?.quietSince).toBeUndefined();
  });

  it('says "or longer" when it slept in every week that can be judged', () => {
    const [still] = judge([{ id: 'still', active: steady(1), seven: 1 }]);
    expect(still?.quiet.why).toBe('stillForLong');
    expect(still?.quietSince).toEqual({ day: '2026-09-28', isLonger: true });
  });

  it('scores the last seven days by hand: 40 of 100 active of 50 for full points', () => {
    const [one] = judge([{ id: 'one', active: steady(20), seven: 40 }]);
    expect(one?.activity.score).toBeCloseTo(80, 10);
    expect(one?.weeks).toHaveLength(WHOLE_WEEKS);
    expect(one?.weeks.at(-1)).toBeCloseTo(40, 10);
    expect(one?.health).toEqual({ light: 'green', why: 'good' });
    expect(one?.members).toBe(100);
  });

  it('keeps a week without data a gap of the line, never a zero', () => {
    const active = [...steady(40, 9), undefined, 0, 20];
    const [one, none] = judge([
      { id: 'one', active, seven: 40 },
      { id: 'none', active: steady(40).map(() => undefined), seven: 0 },
    ]);
    expect(one?.weeks.slice(-3)).toEqual([undefined, 0, expect.closeTo(40, 10)]);
    expect(none?.weeks).toEqual(Array(WHOLE_WEEKS).fill(undefined));
  });

  it('leaves a dissolved group out of the season and asks nothing about it', () => {
    const lives = ['a', 'b', 'c', 'd', 'e'].map(
      (id): Life => ({ id, phase: 'dissolved', active: steady(40), seven: 0 }),
    );
    const standings = judge([...lives, { id: 'alive', active: steady(40), seven: 10 }]);
    const alive = standings.find(({ groupId }) => groupId === 'alive');
    // With the five counted, a fall of everybody together would excuse this one.
    expect(alive?.quiet.level).toBeCloseTo(0.25, 10);
    expect(standings[0]?.due).toEqual([]);
    expect(attentionOf(standings.slice(0, 5), TODAY)).toEqual({
      groups: 0,
      asleep: 0,
      due: 0,
      phase: 0,
    });
  });

  it('presses for what is overdue, not for what never began', () => {
    const late = new Map([['late', { lastListDay: '2026-11-10' }]]);
    const [one, other] = judge(
      [
        { id: 'late', active: steady(40), seven: 40 },
        { id: 'new', active: steady(40), seven: 40 },
      ],
      late,
    );
    expect(one?.due[0]).toMatchObject({ what: 'memberList', isOverdue: true });
    expect(one?.due.filter((thing) => isPressing(thing, TODAY))).toHaveLength(1);
    expect(other?.due.every(({ isFirst }) => isFirst)).toBe(true);
    expect(other?.due.some((thing) => isPressing(thing, TODAY))).toBe(false);
  });

  it('counts a group once in the sum, however much it asks', () => {
    const lastDays = new Map([['low', { lastListDay: '2026-11-01' }]]);
    const standings = judge(
      [{ id: 'low', active: [...steady(40, 9), 2, 2, 2], seven: 1 }],
      lastDays,
    );
    expect(standings[0]?.proposal).toMatchObject({ to: 'late', why: 'lowForWeeks' });
    expect(attentionOf(standings, TODAY)).toEqual({ groups: 1, asleep: 1, due: 1, phase: 1 });
  });
});
