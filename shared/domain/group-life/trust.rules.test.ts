import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP_FIGURES, type GroupFigures } from './figures.types';
import { DEFAULT_GROUP_LIFE } from './life-settings.schema';
import { trustOf } from './trust.rules';
import { trustChange } from './trust-change.rules';

const { trust } = DEFAULT_GROUP_LIFE;

const anyFigures: fc.Arbitrary<GroupFigures> = fc.record(
  Object.fromEntries(
    GROUP_FIGURES.map((figure) => [figure, fc.integer({ min: 0, max: 200 })]),
  ) as Record<string, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);
const anyWeights = fc.record({
  service: fc.integer({ min: 0, max: 100 }),
  content: fc.integer({ min: 0, max: 100 }),
  interaction: fc.integer({ min: 0, max: 100 }),
});

describe('trust index', () => {
  it('is reckoned by hand from service and interaction alone when content has no data', () => {
    const week = { planned: 20, inSlot: 15, knownN: 10, knownK: 5, present: 100, active: 25 };
    const { index, areas, coverage } = trustOf(week, trust);
    const service = (50 * 0.75 + 30 * 0.5) / 80;
    const interaction = 0.25 / 0.5;
    expect(areas.map(({ score: { score } }) => score)).toEqual([100 * service, undefined, 50]);
    expect(index).toBeCloseTo((100 * (35 * service + 35 * interaction)) / 70, 9);
    expect(coverage).toBeCloseTo((35 * 0.8 + 35 * 0.3) / 100, 9);
    expect(trustOf({}, trust).index).toBeUndefined();
  });

  it('gives full points for answers within half an hour and none after a day', () => {
    const earned = (minutes: number) =>
      trustOf({ answered: 2, answerMinutes: 2 * minutes }, trust).leaves.find(
        ({ part }) => part === 'answerTime',
      )?.earned;
    expect([earned(5), earned(30), earned(1440), earned(5000)]).toEqual([1, 1, 0, 0]);
    expect(earned(Math.sqrt(30 * 1440))).toBeCloseTo(0.5, 9);
  });

  it('lies within 0–100 whatever the figures and weights; shares add up to 1; never NaN', () => {
    fc.assert(
      fc.property(anyFigures, anyWeights, (figures, areas) => {
        const { index, leaves, coverage } = trustOf(figures, { ...trust, areas });
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
        if (index === undefined) {
          expect(leaves).toEqual([]);
          return;
        }
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(100);
        expect(leaves.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        const again = leaves.reduce((sum, { share, earned }) => sum + 100 * share * earned, 0);
        expect(again).toBeCloseTo(index, 9);
      }),
    );
  });

  it('never falls when more pieces go out in their slot', () => {
    fc.assert(
      fc.property(anyFigures, fc.integer({ min: 1, max: 50 }), (figures, more) => {
        if (figures.inSlot === undefined || figures.planned === undefined) return;
        const better = { ...figures, inSlot: figures.inSlot + more };
        const [was, is] = [trustOf(figures, trust).index, trustOf(better, trust).index];
        expect(is ?? 0).toBeGreaterThanOrEqual((was ?? 0) - 1e-9);
      }),
    );
  });
});

describe('what moved trust', () => {
  it('is the part that changed, with nothing left over', () => {
    const week = { planned: 20, inSlot: 10, present: 100, active: 25 };
    const change = trustChange(trustOf(week, trust), trustOf({ ...week, inSlot: 20 }, trust));
    expect(change?.changeTenths).toBe(250);
    expect(change?.moves[0]).toEqual({ part: 'adherence', byValueTenths: 250, byDataTenths: 0 });
  });

  it('tells data that appeared from figures that got better', () => {
    const before = trustOf({ planned: 20, inSlot: 10 }, trust);
    const after = trustOf({ planned: 20, inSlot: 10, knownN: 10, knownK: 10 }, trust);
    const { changeTenths, moves } = trustChange(before, after) ?? { changeTenths: 0, moves: [] };
    expect(changeTenths).toBe(Math.round((1000 * (50 * 0.5 + 30)) / 80) - 500);
    expect(moves.every(({ byValueTenths }) => byValueTenths === 0)).toBe(true);
    expect(moves.find(({ part }) => part === 'known')?.byDataTenths).toBeGreaterThan(0);
  });

  it('adds up exactly to the change of the shown indexes, for any two weeks', () => {
    fc.assert(
      fc.property(anyFigures, anyFigures, (one, other) => {
        const [before, after] = [trustOf(one, trust), trustOf(other, trust)];
        const change = trustChange(before, after);
        if (before.index === undefined || after.index === undefined) {
          expect(change).toBeUndefined();
          return;
        }
        const sum = (change?.moves ?? []).reduce(
          (total, { byValueTenths, byDataTenths }) => total + byValueTenths + byDataTenths,
          0,
        );
        expect(sum).toBe(Math.round(after.index * 10) - Math.round(before.index * 10));
      }),
      { numRuns: 500 },
    );
  });
});
