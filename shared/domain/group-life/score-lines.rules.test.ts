import fc from 'fast-check';
import { expect, it } from 'vitest';
import { activityOf } from './activity.rules';
import type { GroupFigures } from './figures.types';
import { ACTIVITY_PARTS, DEFAULT_GROUP_LIFE } from './life-settings.schema';
import { scoreLines } from './score-lines.rules';

const count = fc.integer({ min: 0, max: 500 });
const anyFigures: fc.Arbitrary<GroupFigures> = fc.record(
  {
    ...{ members: count, present: count, active: count, speakers: count, messages: count },
    ...{ speakerDays: fc.integer({ min: 0, max: 7 }), messageDays: fc.integer({ min: 0, max: 7 }) },
    orders: fc.double({ min: 0, max: 300, noNaN: true }),
  },
  { requiredKeys: [] },
);
const weight = fc.integer({ min: 0, max: 100 });
const anyWeights = fc.record({
  active: weight,
  speakers: weight,
  messages: weight,
  orders: weight,
});

it('shows points that add up to the shown score, whatever the figures and the weights', () => {
  fc.assert(
    fc.property(anyFigures, anyWeights, (figures, weights) => {
      const settings = { ...DEFAULT_GROUP_LIFE.activity, weights };
      const score = activityOf(figures, settings);
      const { tenths, points, most } = scoreLines(score);
      if (score.score === undefined) {
        expect([tenths, points.size, most.size]).toEqual([undefined, 0, 0]);
        return;
      }
      const sum = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((a, b) => a + b, 0);
      expect(tenths).toBe(Math.round(10 * score.score));
      expect(sum(points)).toBe(tenths);
      expect(sum(most)).toBe(1000);
      for (const { key, earned = 0 } of score.parts) {
        const [ofAll = 0, shown = 0] = [most.get(key), points.get(key)];
        // By hand: what could be earned, times how much of it was, as both are shown.
        expect(Math.abs(ofAll * Number(earned.toFixed(3)) - shown)).toBeLessThan(2.5);
      }
    }),
  );
});

it('is the sum that a leader does on paper', () => {
  const figures = { members: 120, present: 120, active: 40, orders: 12, messages: 210 };
  const score = activityOf({ ...figures, messageDays: 7 }, DEFAULT_GROUP_LIFE.activity);
  const { tenths, points } = scoreLines(score);
  // 50 × (40 ÷ 120 ÷ 0.5), 25 × (30 ÷ 120 ÷ 0.5) and 25 × (12 ÷ 120 ÷ 0.2): nobody counted speakers.
  expect(ACTIVITY_PARTS.map((part) => points.get(part))).toEqual([333, undefined, 125, 125]);
  expect(tenths).toBe(583);
});
