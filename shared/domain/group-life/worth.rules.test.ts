import { describe, expect, it } from 'vitest';
import { decisionsOf } from './decision.rules';
import type { FigureTable } from './figure-table';
import { GROUP_FIGURES, type GroupFigures } from './figures.types';
import { DEFAULT_GROUP_LIFE } from './life-settings.schema';
import { reviveResult } from './revive-result.rules';
import { weeklyDays, whatIf, worthOf } from './worth.rules';

function tableOf(weeks: { from: string; days: number; figures: GroupFigures }[]): FigureTable {
  const periods = [
    ...weeks.map(({ from, days }) => ({ kind: 'week' as const, from, to: from, days })),
    { kind: 'seven' as const, from: '', to: '', days: 7 },
  ];
  const all: GroupFigures[] = [...weeks.map(({ figures }) => figures), { active: 9 }];
  const columns = Object.fromEntries(
    GROUP_FIGURES.map((figure) => [
      figure,
      Float64Array.from(all, (figures) => figures[figure] ?? Number.NaN),
    ]),
  ) as FigureTable['columns'];
  return { groupIds: ['g'], periods, columns };
}

describe('what a group put in and brought', () => {
  const settings = {
    ...DEFAULT_GROUP_LIFE,
    economy: { ...DEFAULT_GROUP_LIFE.economy, hourRateFen: 4000, marginRate: 0.25 },
  };
  const table = tableOf([
    { from: '2026-11-02', days: 7, figures: { gmvFen: 999_999, orders: 9, hours: 99 } },
    {
      from: '2026-11-09',
      days: 7,
      figures: { active: 10, present: 100, members: 100, orders: 2, gmvFen: 80_000 },
    },
    { from: '2026-11-16', days: 7, figures: {} },
    { from: '2026-11-23', days: 1, figures: { hours: 5, unpricedHours: 5, inputFen: 1000 } },
  ]);

  it('counts the weeks asked for with the running one, activity by whole weeks, holes by number', () => {
    const worth = worthOf(table, 0, 3, settings);
    expect(worth).toMatchObject({
      from: '2026-11-09',
      activityWeeks: 1,
      activePeople: 9,
      weeksWithoutOrders: 2,
      weeksWithoutInputs: 2,
      economy: { inputFen: 21_000, earnedFen: 20_000 },
    });
    expect(worth.economy.roi).toBeCloseTo(-1000 / 21_000);
    // active 0.1 ÷ 0.5 × 40 and orders 0.02 ÷ 0.2 × 20, of 60 points with data.
    expect(worth.activity).toBeCloseTo((100 * (0.2 * 40 + 0.1 * 20)) / 60);
  });

  it('says nothing of a time without data: no sum, no score, no ROI, and what is missing', () => {
    const nothing = worthOf(
      tableOf([
        { from: '2026-11-16', days: 7, figures: {} },
        { from: '2026-11-23', days: 1, figures: {} },
      ]),
      0,
      4,
      settings,
    );
    expect(nothing.figures).toEqual({});
    expect(nothing).toMatchObject({
      activityWeeks: 0,
      weeksWithoutOrders: 2,
      weeksWithoutInputs: 2,
    });
    expect(nothing.activity).toBeUndefined();
    expect(nothing.economy.gaps).toEqual([{ gap: 'noInputs' }, { gap: 'noOrders' }]);
    for (const key of ['gmvFen', 'earnedFen', 'roi'] as const) {
      expect(nothing.economy).not.toHaveProperty(key);
    }
  });

  it('changes by what one asks, never below nothing, and keeps apart what is unknown', () => {
    const more = whatIf({ hours: 5, unpricedHours: 5 }, { hours: 3, gmvFen: 0 });
    expect(more).toMatchObject({ hours: 8, unpricedHours: 8 });
    expect(more.gmvFen).toBeUndefined();
    expect(whatIf({ hours: 2, gmvFen: 5 }, { hours: -9, gmvFen: -9 })).toMatchObject({
      hours: 0,
      gmvFen: 0,
    });
  });

  it('repeats every week up to the last day and never beyond', () => {
    expect(weeklyDays('2026-11-03', '2026-11-23', 52)).toEqual([
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
    ]);
    expect(weeklyDays('2026-11-03', '2026-11-23', 2)).toHaveLength(2);
    expect(weeklyDays('2026-11-24', '2026-11-23', 2)).toEqual([]);
  });
});

describe('a plan to wake a group', () => {
  const week = (monday: string, score?: number) => ({ monday, score });
  const weeks = [
    week('2026-10-05', 90),
    week('2026-10-12', 10),
    week('2026-10-19', 12),
    week('2026-10-26'),
    week('2026-11-02', 14),
    week('2026-11-09', 60),
    week('2026-11-16', 30),
  ];

  it('compares the four weeks before with those after, and not the one in which it began', () => {
    const result = reviveResult(weeks, '2026-11-09');
    expect(result.before).toEqual([10, 12, 14]);
    expect(result.after).toEqual([30]);
    expect(result.change).toBeUndefined();
  });

  it('gives an interval once there are two weeks on either side', () => {
    const { change, meanBefore } = reviveResult([...weeks, week('2026-11-23', 34)], '2026-11-09');
    expect(meanBefore).toBe(12);
    expect(change?.diff).toBeCloseTo(20);
    expect(change?.low).toBeLessThan(20);
    expect(change?.high).toBeGreaterThan(20);
  });
});

it('decisions are read from the story, the latest first, with their sentences', () => {
  const event = { groupId: 'g', kind: 'decision' as const };
  const decisions = decisionsOf([
    {
      ...event,
      id: 'a',
      at: 1,
      evidence: { decision: 'keep', advised: 'revive', roi: 0.2, askAgainDay: '2026-12-01' },
    },
    {
      ...event,
      id: 'b',
      at: 2,
      refId: 'run',
      evidence: { decision: 'revive', advised: 'revive', reason1: '一', reason2: '二' },
    },
    { ...event, id: 'c', at: 3, evidence: { decision: 'no such thing' } },
    { ...event, id: 'd', at: 4, kind: 'note', evidence: { decision: 'keep' } },
  ]);
  expect(decisions).toMatchObject([
    { id: 'b', decision: 'revive', reasons: ['一', '二'], runId: 'run' },
    { id: 'a', decision: 'keep', advised: 'revive', askAgainDay: '2026-12-01', reasons: [] },
  ]);
});
