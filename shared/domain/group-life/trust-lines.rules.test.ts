import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GROUP_FIGURES, type GroupFigures } from './figures.types';
import { DEFAULT_GROUP_LIFE } from './life-settings.schema';
import { trustOf } from './trust.rules';
import { indexTenths, missingPoints, trustLines } from './trust-lines.rules';

const { trust } = DEFAULT_GROUP_LIFE;

const anyFigures: fc.Arbitrary<GroupFigures> = fc.record(
  Object.fromEntries(
    GROUP_FIGURES.map((figure) => [figure, fc.integer({ min: 0, max: 200 })]),
  ) as Record<string, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

it('shows points that add up to the shown index, and to 100 if all were earned', () => {
  fc.assert(
    fc.property(anyFigures, (figures) => {
      const index = trustOf(figures, trust);
      const lines = trustLines(index);
      expect(lines).toHaveLength(12);
      const sum = (of: 'pointsTenths' | 'mostTenths') =>
        lines.reduce((total, line) => total + (line[of] ?? 0), 0);
      const shown = indexTenths(index);
      if (shown === undefined) {
        expect(lines.every(({ pointsTenths }) => pointsTenths === undefined)).toBe(true);
        return;
      }
      expect(sum('pointsTenths')).toBe(shown);
      expect(sum('mostTenths')).toBe(1000);
      for (const { mostTenths = 0, pointsTenths = 0, earned = 0 } of lines) {
        expect(Math.abs(pointsTenths - mostTenths * earned)).toBeLessThan(3);
      }
    }),
  );
});

it('names first what lifts most, and never a part that nobody measured', () => {
  const week = { planned: 20, inSlot: 10, knownN: 40, knownK: 40, present: 100, active: 5 };
  const missing = missingPoints(trustLines(trustOf(week, trust)));
  expect(missing.map(({ part }) => part)).toEqual(['participation', 'adherence']);
  expect(missing[0]?.missingTenths).toBe(450);
});
