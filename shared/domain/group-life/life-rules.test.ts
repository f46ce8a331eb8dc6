import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityOf, trendOf } from './activity.rules';
import { rankInClass } from './class-rank.rules';
import { economyOf, gmvMissingFen } from './economy.rules';
import { adviseFate } from './fate.rules';
import { sumFigures } from './figure-table';
import { GROUP_FIGURES, type GroupFigures } from './figures.types';
import { dueThings, healthOf } from './health.rules';
import { DEFAULT_GROUP_LIFE, readGroupLifeSettings } from './life-settings.schema';
import { phaseClock, proposePhase } from './phase.rules';
import { quietnessOf, seasonOf } from './quiet.rules';

const { activity, quiet, economy, phase } = DEFAULT_GROUP_LIFE;
const ZONE = 'Asia/Shanghai';
const at = (day: string) => Date.parse(`${day}T09:00+08:00`);

/** Any figures at all, each known or not, never negative. */
const anyFigures: fc.Arbitrary<GroupFigures> = fc.record(
  Object.fromEntries(
    GROUP_FIGURES.map((figure) => [figure, fc.integer({ min: 0, max: 5000 })]),
  ) as Record<string, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

describe('activity', () => {
  it('adds up four parts by hand: 40 × 0.5 + 20 × 1 + 20 × 0.5 + 20 × 0.25', () => {
    const week = {
      members: 100,
      present: 100,
      active: 25,
      speakers: 70,
      speakerDays: 7,
      messages: 175,
      messageDays: 7,
      orders: 5,
    };
    const { score, coverage, parts } = activityOf(week, activity);
    expect(score).toBeCloseTo(20 + 20 + 10 + 5, 10);
    expect(coverage).toBe(1);
    expect(parts.map(({ points }) => Math.round(points ?? -1))).toEqual([20, 20, 10, 5]);
  });

  it('leaves the weight of what is not on record to the others, and says nothing without data', () => {
    const { score, coverage } = activityOf({ members: 100, present: 100, active: 25 }, activity);
    expect([score, coverage]).toEqual([50, 0.4]);
    expect(activityOf({}, activity).score).toBeUndefined();
  });

  it('lies within 0–100, adds up to its parts, and never falls when more people are active', () => {
    fc.assert(
      fc.property(anyFigures, fc.integer({ min: 0, max: 500 }), (figures, more) => {
        const { score, parts } = activityOf(figures, activity);
        if (score === undefined) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        const sum = parts.reduce((total, { points = 0 }) => total + points, 0);
        expect(score).toBeCloseTo(sum, 9);
        if (figures.active === undefined) return;
        const livelier = activityOf({ ...figures, active: figures.active + more }, activity);
        expect(livelier.score ?? 0).toBeGreaterThanOrEqual(score - 1e-9);
      }),
    );
  });

  it('has a trend that one odd week does not bend', () => {
    expect(trendOf([10, 20, 30, 0, 50])).toMatchObject({ direction: 'up', n: 5, perWeek: 10 });
    expect(trendOf([50, undefined, 40, 30])).toMatchObject({ direction: 'down', n: 3 });
    expect(trendOf([50, undefined, 40])).toBeUndefined();
  });
});

describe('falling asleep', () => {
  const usual = { active: 20, messages: 140, messageDays: 7 };

  it('is told by the last seven days against the group’s own four before', () => {
    const fell = [{ active: 3, messages: 14, messageDays: 7 }, usual, usual, usual, usual];
    expect(quietnessOf(fell, quiet)).toMatchObject({ state: 'asleep', level: 0.15 });
    const half = [{ active: 10, messages: 70, messageDays: 7 }, usual, usual, usual, usual];
    expect(quietnessOf(half, quiet)).toMatchObject({ state: 'drowsy', level: 0.5 });
    const same = [usual, usual, usual, usual, usual];
    expect(quietnessOf(same, quiet)).toMatchObject({ state: 'awake', why: 'asUsual' });
    const silent = [{ active: 0, messages: 0, messageDays: 7 }, usual, usual, usual, usual];
    expect(quietnessOf(silent, quiet)).toMatchObject({ state: 'asleep', why: 'silent' });
  });

  it('is not claimed of a group without data, or too small to tell', () => {
    expect(quietnessOf([{}, usual, usual], quiet)).toMatchObject({ state: 'noData' });
    const tiny = { active: 1 };
    expect(quietnessOf([{ active: 0 }, tiny, tiny], quiet)).toMatchObject({
      state: 'noData',
      why: 'tooFew',
    });
  });

  it('lasts when the weeks before were silent too', () => {
    const dead = { active: 0, present: 120 };
    const still = quietnessOf([dead, dead, dead, dead, dead], quiet);
    expect(still).toMatchObject({ state: 'asleep', why: 'stillForLong' });
    const small = { active: 0, present: 12 };
    expect(quietnessOf([small, small, small], quiet).state).toBe('noData');
  });

  it('is not seen in a holiday that empties every group', () => {
    const holiday = [{ active: 8 }, { active: 20 }, { active: 20 }, { active: 20 }];
    const groups = Array.from({ length: 9 }, () => holiday);
    expect(quietnessOf(holiday, quiet).state).toBe('drowsy');
    const season = seasonOf(groups, quiet);
    expect(season.active).toBeCloseTo(0.4);
    expect(quietnessOf(holiday, quiet, season).state).toBe('awake');
    const asleep = [{ active: 1 }, ...holiday.slice(1)];
    expect(quietnessOf(asleep, quiet, season).state).toBe('asleep');
  });
});

describe('phases', () => {
  const group = { phase: 'early', openedAt: at('2026-09-01'), fullAt: at('2026-10-01') } as const;
  const ask = (more: object, scores: (number | undefined)[] = [], roi?: number) =>
    proposePhase(
      { group: { ...group, ...more }, activity: scores, roi, today: '2026-11-23', zone: ZONE },
      DEFAULT_GROUP_LIFE,
    );

  it('count from the day the group was full, and the early one ends after 30 days', () => {
    expect(phaseClock(group, '2026-10-31', ZONE, phase)).toEqual({
      from: '2026-10-01',
      basis: 'full',
      days: 30,
      earlyUntil: '2026-10-30',
    });
    expect(ask({})).toMatchObject({ to: 'middle', why: 'earlyIsOver', evidence: { days: 53 } });
    expect(ask({ fullAt: undefined })).toBeUndefined();
    expect(ask({ fullAt: at('2026-11-10') })).toBeUndefined();
  });

  it('turn late only after weeks below, and back only above the higher threshold', () => {
    expect(ask({ phase: 'middle' }, [10, 12, 19])).toMatchObject({
      to: 'late',
      why: 'lowForWeeks',
    });
    expect(ask({ phase: 'middle' }, [10, 25, 12])).toBeUndefined();
    expect(ask({ phase: 'middle' }, [10, undefined, 12])).toBeUndefined();
    expect(ask({ phase: 'middle' }, [10, 12, 19], 0.5)).toBeUndefined();
    expect(ask({ phase: 'middle' }, [10, 12, 19], -0.5)).toMatchObject({ why: 'losesForWeeks' });
    expect(ask({ phase: 'late' }, [30, 30, 30])).toBeUndefined();
    expect(ask({ phase: 'late' }, [36, 40, 35])).toMatchObject({ to: 'middle', why: 'cameBack' });
    const justChanged = { phase: 'middle', phaseSince: at('2026-11-10') };
    expect(ask(justChanged, [10, 12, 19])).toBeUndefined();
    expect(ask({ phase: 'dissolved' }, [10, 12, 19])).toBeUndefined();
  });
});

describe('what a group earns', () => {
  const rates = { ...economy, hourRateFen: 5000, marginRate: 0.2 };

  it('is margin less what was put in: (20 000 × 20 % − 3 000) ÷ 3 000', () => {
    const figures = { gmvFen: 2_000_000, hours: 50, unpricedHours: 50, inputFen: 50_000 };
    const result = economyOf(figures, rates);
    expect(result).toMatchObject({ inputFen: 300_000, earnedFen: 400_000, basis: 'margin' });
    expect(result.roi).toBeCloseTo(1 / 3);
  });

  it('adds what was given to people, and does not take it for all that was put in', () => {
    const given = { gmvFen: 1_000_000, rewards: 2, rewardFen: 20_000 };
    const noted = { ...given, hours: 2, unpricedHours: 2, inputFen: 10_000 };
    const whole = economyOf(noted, rates);
    expect(whole).toMatchObject({ inputFen: 40_000, moneyFen: 10_000, rewardFen: 20_000 });
    expect(whole.roi).toBeCloseTo((200_000 - 40_000) / 40_000);
    const alone = economyOf(given, rates);
    expect(alone.roi).toBeUndefined();
    expect(alone.gaps).toContainEqual({ gap: 'noInputs' });
  });

  it('names hours without a rate instead of taking them for free', () => {
    const result = economyOf({ gmvFen: 100, hours: 5, unpricedHours: 5, inputFen: 10 }, economy);
    expect(result.roi).toBeUndefined();
    expect(result.gaps).toContainEqual({ gap: 'hoursWithoutRate', hours: 5 });
    expect(result.gaps).toContainEqual({ gap: 'noMarginRate' });
  });

  it('takes the margin of the class before that of the workspace', () => {
    const own = { ...rates, classMarginRates: { store: 0.5 } };
    expect(economyOf({ gmvFen: 1000 }, own, 'store').earnedFen).toBe(500);
    expect(economyOf({ gmvFen: 1000 }, own, 'other').earnedFen).toBe(200);
  });

  it('recommends, and says how much GMV would change it', () => {
    const loses = economyOf({ gmvFen: 1_000_000, unpricedHours: 60, hours: 60 }, rates);
    const advice = adviseFate({ economy: loses, activity: 12, activePeople: 8 }, rates);
    expect(advice.fate).toBe('transfer');
    expect(advice.changes).toContainEqual({ by: 'gmv', moreFen: 500_000, leadsTo: 'keep' });
    expect(advice.changes).toContainEqual({ by: 'activity', to: 20, leadsTo: 'revive' });
    const lively = adviseFate({ economy: loses, activity: 36, activePeople: 8 }, rates);
    expect(lively.changes).toContainEqual({ by: 'activity', below: 35, leadsTo: 'revive' });
    const half = adviseFate({ economy: loses, activity: 25, activePeople: 8 }, rates);
    expect(half.changes).toContainEqual({ by: 'activity', below: 20, leadsTo: 'transfer' });
    const more = economyOf({ gmvFen: 1_500_000, unpricedHours: 60, hours: 60 }, rates);
    expect(adviseFate({ economy: more, activity: 12, activePeople: 8 }, rates).fate).toBe('keep');
    const nobody = adviseFate({ economy: loses, activity: 12, activePeople: 2 }, rates);
    expect(nobody.fate).toBe('dissolve');
    expect(nobody.changes).toContainEqual({ by: 'activePeople', to: 3, leadsTo: 'transfer' });
    expect(adviseFate({ economy: economyOf({}, rates) }, rates).fate).toBe('unknown');
  });

  it('keeps the promise of every change by GMV, to the fen', () => {
    const fen = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 10 ** 11 }));
    const thousandth = fc.integer({ min: 0, max: 1000 }).map((it) => it / 1000);
    const percent = fc.integer({ min: -100, max: 500 }).map((it) => it / 100);
    const score = fc.integer({ min: 0, max: 100 });
    const any = fc.record({ gmvFen: fen, inputFen: fen, marginRate: thousandth, keepRoi: percent });
    fc.assert(
      fc.property(any, score, ({ gmvFen, inputFen, ...rate }, activity) => {
        const set = { ...rates, ...rate };
        const economy = (gmv: number) => economyOf({ gmvFen: gmv, inputFen, hours: 0 }, set);
        const ask = (gmv: number) =>
          adviseFate({ economy: economy(gmv), activity, activePeople: 5 }, set);
        const { fate, changes } = ask(gmvFen);
        for (const change of changes) {
          if (change.by !== 'gmv') continue;
          const [to, almost] =
            'moreFen' in change
              ? [gmvFen + change.moreFen, gmvFen + change.moreFen - 1]
              : [gmvFen - change.lessFen, gmvFen - change.lessFen + 1];
          expect(ask(to).fate).toBe(change.leadsTo);
          // And it is the smallest such change.
          expect(ask(almost).fate).toBe(fate);
        }
        const missing = gmvMissingFen(economy(gmvFen), set.keepRoi);
        if (missing === undefined) return;
        expect(economy(gmvFen + missing).roi).toBeGreaterThanOrEqual(set.keepRoi);
      }),
      { numRuns: 500, examples: [[{ gmvFen: 15, inputFen: 3, marginRate: 0.2, keepRoi: 0 }, 10]] },
    );
  });

  it('keeps the promise of every change by activity and by people', () => {
    const whole = fc.integer({ min: 0, max: 12 });
    const activityAt = fc.option(fc.integer({ min: 0, max: 1000 }).map((it) => it / 10));
    fc.assert(
      fc.property(
        activityAt,
        whole,
        fc.boolean(),
        fc.boolean(),
        (at, activePeople, isEarly, isKnown) => {
          const activity = at ?? undefined;
          const it = isKnown
            ? economyOf({ gmvFen: 100, inputFen: 100, hours: 0 }, rates)
            : economyOf({}, rates);
          const ask = (more: object) =>
            adviseFate({ economy: it, activity, activePeople, isEarly, ...more }, rates);
          const { fate, changes } = ask({});
          for (const change of changes) {
            expect(change.leadsTo).not.toBe(fate);
            if (change.by === 'gmv') continue;
            const more =
              change.by === 'activePeople'
                ? { activePeople: change.to }
                : { activity: 'to' in change ? change.to : change.below - 0.01 };
            expect(ask(more).fate).toBe(change.leadsTo);
          }
        },
      ),
    );
  });
});

describe('on the board', () => {
  it('health follows sleep first, then activity; grey where nothing is known', () => {
    const light = (state: 'awake' | 'asleep' | 'drowsy' | 'noData', score?: number) =>
      healthOf({ phase: 'middle', state, activity: score }, DEFAULT_GROUP_LIFE.health).light;
    expect(light('asleep', 90)).toBe('red');
    expect(light('drowsy', 90)).toBe('yellow');
    expect(light('awake', 30)).toBe('red');
    expect(light('awake', 59.9)).toBe('yellow');
    expect(light('awake', 60)).toBe('green');
    expect(light('noData')).toBe('grey');
  });

  it('says what is due within two weeks, soonest first', () => {
    const clock = {
      from: '2026-11-01',
      basis: 'full',
      days: 22,
      earlyUntil: '2026-11-30',
    } as const;
    const due = dueThings({
      group: { phase: 'early', qrUntil: '2026-11-22' },
      clock,
      today: '2026-11-23',
      lastListDay: '2026-11-20',
      lastKnownDay: '2026-11-20',
      lastInputDay: '2026-11-22',
    });
    expect(due.map(({ what, day }) => `${what} ${day}`)).toEqual([
      'qrCode 2026-11-22',
      'memberList 2026-11-27',
      'inputs 2026-11-29',
      'earlyEnds 2026-11-30',
    ]);
    expect(due[0]?.isOverdue).toBe(true);
  });

  it('compares within a class and says among how many', () => {
    const ranks = rankInClass([
      { groupId: 'a', classKey: 'store', value: 80 },
      { groupId: 'b', classKey: 'store', value: 80 },
      { groupId: 'c', classKey: 'store', value: 40 },
      { groupId: 'd', classKey: 'store' },
      { groupId: 'e', classKey: 'online', value: 10 },
    ]);
    expect(ranks.get('c')).toEqual({ rank: 3, n: 3, median: 80 });
    expect(ranks.get('b')?.rank).toBe(1);
    expect(ranks.get('d')).toEqual({ n: 3, median: 80 });
    expect(ranks.get('e')).toEqual({ rank: 1, n: 1, median: 10 });
  });

  it('adds weeks up, but counts the same people once', () => {
    const sum = sumFigures([{ members: 10, gmvFen: 5 }, { hours: 2 }, { members: 12, gmvFen: 7 }]);
    expect(sum).toEqual({ members: 12, gmvFen: 12, hours: 2 });
  });

  it('falls back to the defaults where thresholds contradict each other', () => {
    expect(readGroupLifeSettings({ phase: { lateBelow: 50, backAbove: 20 } })).toEqual(
      DEFAULT_GROUP_LIFE,
    );
    expect(readGroupLifeSettings({ phase: { weeks: 5 } }).phase.weeks).toBe(5);
    expect(readGroupLifeSettings('?')).toEqual(DEFAULT_GROUP_LIFE);
  });
});
