import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyersOf, randomBuyers, rowsOf, TODAY } from '../testing/rule-finds.testing';
import { rfmGrid, rfmGroups, rfmMovement, rfmMovers, rfmState } from './rfm-figures.rules';
import { RFM_GROUPS } from './rfm-groups.rules';
import { cutsOfSorted, scoreRising } from './rfm-scores.rules';
import { rfmSettingsSchema } from './rfm-settings.schema';

const settings = rfmSettingsSchema.parse({});
const manual = rfmSettingsSchema.parse({ scoresBy: 'manual', frequencyBy: 'days', windowDays: 60 });
const bothWays = fc.constantFrom(settings, manual);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('quantile scores', () => {
  it('part a hundred different values into five times twenty', () => {
    const values = Array.from({ length: 100 }, (_, at) => at * 3);
    const scores = values.map((value) => scoreRising(value, cutsOfSorted(values)));
    for (let score = 1; score <= 5; score += 1) {
      expect(scores.filter((it) => it === score)).toHaveLength(20);
    }
  });

  it('let equal values share a score and skip those that nobody earned', () => {
    const values = [1, 1, 1, 1, 1, 1, 2, 3, 4, 9];
    const scores = values.map((value) => scoreRising(value, cutsOfSorted(values)));
    expect(scores).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
  });

  it('rise with what is better, for everybody, whichever way they are found', () => {
    fc.assert(
      fc.property(randomBuyers, bothWays, (columns, by) => {
        const { values, scores } = rfmState(columns, TODAY, by);
        const frequency = by.frequencyBy === 'days' ? values.distinctDays : values.orders;
        const buyers = Array.from(scores.r.keys()).filter((row) => (scores.r[row] ?? 0) > 0);
        expect(buyers).toHaveLength(values.buyers);
        for (const a of buyers) {
          for (const b of buyers) {
            const better = (of: ArrayLike<number>, at: number, to: number) =>
              (of[at] ?? 0) > (of[to] ?? 0);
            if (!better(values.recencyDays, a, b)) expect(better(scores.r, b, a)).toBe(false);
            if (!better(frequency, a, b)) expect(better(scores.f, a, b)).toBe(false);
            if (!better(values.netFen, a, b)) expect(better(scores.m, a, b)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('scores by hand', () => {
  it('count an order of today, of the edge and beyond it as typed', () => {
    const on = (daysAgo: number, amountFen = 100) => [{ day: TODAY - daysAgo, amountFen }];
    const { scores } = rfmState(
      buyersOf(on(0), on(14), on(15), on(90), on(91), []),
      TODAY,
      rfmSettingsSchema.parse({ scoresBy: 'manual' }),
    );
    expect(Array.from(scores.r)).toEqual([5, 5, 4, 2, 1, 0]);
    expect(Array.from(scores.f)).toEqual([1, 1, 1, 1, 1, 0]);
  });
});

describe('cells', () => {
  it('hold everybody with an order exactly once, and their rules find exactly these people', () => {
    fc.assert(
      fc.property(randomBuyers, bothWays, (columns, by) => {
        const state = rfmState(columns, TODAY, by);
        for (const cells of [rfmGrid(state), rfmGroups(state, by)]) {
          const found = cells.map(({ rule }) => rowsOf(columns, rule, { rfm: state.scores }));
          expect(found.map((rows) => rows.length)).toEqual(cells.map(({ n }) => n));
          expect(new Set(found.flat()).size).toBe(state.values.buyers);
          expect(found.flat()).toHaveLength(state.values.buyers);
          expect(sum(cells.map(({ netFen }) => netFen))).toBe(sum(Array.from(state.values.netFen)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('movement', () => {
  it('tells where everybody was; who had no order then is new', () => {
    fc.assert(
      fc.property(randomBuyers, (columns) => {
        const before = rfmState(columns, TODAY - 30, settings);
        const now = rfmState(columns, TODAY, settings);
        const moves = rfmMovement(before, now);
        expect(sum(moves.map(({ n }) => n))).toBe(now.values.buyers);
        const cameNew = moves.filter(({ from }) => from === 'new').map(({ n }) => n);
        expect(sum(cameNew)).toBe(now.values.buyers - before.values.buyers);
        for (const { from, to, n } of moves) {
          expect(rfmMovers(before, now, from, to)).toHaveLength(n);
        }
      }),
      { numRuns: 40 },
    );
  });
});

it('nobody at all has empty cells and cut-offs of nothing', () => {
  const state = rfmState(buyersOf(), TODAY, settings);
  expect(state.values.buyers).toBe(0);
  expect(rfmGrid(state).every(({ n }) => n === 0)).toBe(true);
  expect(state.scores.cuts.m).toEqual([0, 0, 0, 0]);
});

it('names each mix of high and low once', () => {
  const mixes = RFM_GROUPS.map(({ r, f, m }) => `${r}${f}${m}`);
  expect(new Set(mixes).size).toBe(8);
});
