import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExperimentUnit, experimentSchema } from './experiment.schema';
import { balanceOf, drawLot, drawPeople } from './experiment-lot.rules';
import { armsThatStay, halvingRounds } from './halving.rules';
import { standingOf } from './standing.rules';

const KEYS = 'ABCDEFGHIJ'.split('');
const setting = fc.record({
  sizes: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 }),
  arms: fc.integer({ min: 2, max: 8 }),
  seed: fc.nat(),
  round: fc.integer({ min: 1, max: 6 }),
  isKnown: fc.boolean(),
});

const groupsOf = (sizes: number[], isKnown: boolean) =>
  sizes.map((size, at) => ({
    id: `g${String(at).padStart(3, '0')}`,
    size,
    ...(isKnown && { activity: (at * 37) % 11 }),
  }));

const spread = (counts: number[]) => Math.max(...counts) - Math.min(...counts);

describe('the lot of groups', () => {
  it('puts every group into exactly one arm, even over all and in every stratum', () => {
    fc.assert(
      fc.property(setting, ({ sizes, arms, seed, round, isKnown }) => {
        const keys = KEYS.slice(0, arms);
        const groups = groupsOf(sizes, isKnown);
        const lot = drawLot(groups, keys, seed, round);
        expect(lot.map(({ groupId }) => groupId).sort()).toEqual(groups.map(({ id }) => id));
        const countsIn = (entries: typeof lot) =>
          keys.map((key) => entries.filter(({ armKey }) => armKey === key).length);
        expect(spread(countsIn(lot))).toBeLessThanOrEqual(1);
        for (const stratum of new Set(lot.map((entry) => entry.stratum))) {
          const inside = lot.filter((entry) => entry.stratum === stratum);
          expect(spread(countsIn(inside))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is the same for the same seed, whatever the order of the groups', () => {
    fc.assert(
      fc.property(setting, ({ sizes, arms, seed, round, isKnown }) => {
        const keys = KEYS.slice(0, arms);
        const groups = groupsOf(sizes, isKnown);
        const byGroup = (lot: ReturnType<typeof drawLot>) =>
          lot.map(({ groupId, armKey }) => `${groupId}${armKey}`).sort();
        expect(byGroup(drawLot([...groups].reverse(), keys, seed, round))).toEqual(
          byGroup(drawLot(groups, keys, seed, round)),
        );
      }),
    );
  });

  it('gives each arm each group about as often as any other', () => {
    const groups = groupsOf([300, 200, 150, 120, 90, 80, 70, 60], true);
    let times = 0;
    for (let seed = 0; seed < 2000; seed += 1) {
      const own = drawLot(groups, ['A', 'B'], seed).find(({ groupId }) => groupId === 'g003');
      if (own?.armKey === 'A') times += 1;
    }
    expect(times).toBeGreaterThan(900);
    expect(times).toBeLessThan(1100);
  });

  it('draws anew in every round, within strata of size and activity', () => {
    const groups = groupsOf([500, 480, 470, 460, 20, 19, 18, 17], true);
    const lot = drawLot(groups, ['A', 'B'], 7);
    expect(new Set(lot.map(({ stratum }) => stratum))).toEqual(
      new Set(['large.high', 'large.low', 'small.high', 'small.low']),
    );
    const rounds = [1, 2, 3, 4, 5].map((round) =>
      JSON.stringify(
        drawLot(groups, ['A', 'B'], 7, round).map(({ groupId, armKey }) => groupId + armKey),
      ),
    );
    expect(new Set(rounds).size).toBeGreaterThan(1);
    expect(balanceOf(lot, ['A', 'B']).map((arm) => arm.groups)).toEqual([4, 4]);
  });
});

describe('the lot of people', () => {
  it('puts everybody into exactly one arm of nearly the same size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 2, max: 8 }),
        fc.nat(),
        (n, arms, seed) => {
          const ids = Array.from({ length: n }, (_, at) => `m${String(at).padStart(4, '0')}`);
          const drawn = drawPeople([...ids, ...ids.slice(0, 3)], KEYS.slice(0, arms), seed);
          expect([...drawn.values()].flat().sort()).toEqual(ids);
          expect(spread([...drawn.values()].map((list) => list.length))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

const halving = experimentSchema.parse({
  id: 'e',
  name: '四个标题',
  factor: 'title',
  design: 'halving',
  arms: ['A', 'B', 'C', 'D'].map((key) => ({ key, label: key })),
  seed: 3,
  round: 1,
  armsLeft: ['A', 'B', 'C', 'D'],
});

describe('halving', () => {
  it('ranks arms that hold one group each, those without readings last', () => {
    const unit = (armKey: string, converted: number | undefined): ExperimentUnit => ({
      id: `e.1.${armKey}`,
      experimentId: 'e',
      round: 1,
      armKey,
      size: 200,
      ...(converted !== undefined && { exposed: 100, converted }),
    });
    const units = [unit('A', 4), unit('B', 9), unit('C', undefined), unit('D', 6)];
    expect(standingOf(halving, units)).toMatchObject([
      { armKey: 'B', stays: true, people: 100 },
      { armKey: 'D', stays: true },
      { armKey: 'A', stays: false },
      { armKey: 'C', stays: false, people: 0 },
    ]);
  });

  it('takes 28 titles to two in five rounds, everybody shared out anew in each', () => {
    const rounds = halvingRounds(28, 5000, 5000);
    expect(rounds.map(({ arms }) => arms)).toEqual([28, 14, 7, 4, 2]);
    expect(rounds.map(({ peoplePerArm }) => peoplePerArm)).toEqual([178, 357, 714, 1250, 2500]);
  });

  it('keeps the better half; who was not read goes first', () => {
    const scores = new Map([
      ['A', 0],
      ['B', 1.5],
      ['C', -2],
      ['D', 0.4],
    ]);
    expect(armsThatStay(['A', 'B', 'C', 'D', 'E'], scores)).toEqual(['B', 'D', 'A']);
    expect(armsThatStay(['A', 'B'], scores)).toEqual(['B', 'A']);
  });
});
