import { describe, expect, it } from 'vitest';
import { stepDefinitionSchema } from './sop.schema';
import { longestWindow, WINDOW_UNITS, windowMsOf, windowParts } from './step-window.rules';

describe('windowParts', () => {
  it('says a span in the largest unit that fits it whole', () => {
    expect(windowParts(48 * 3_600_000)).toEqual({ amount: 2, unit: 'days' });
    expect(windowParts(36 * 3_600_000)).toEqual({ amount: 36, unit: 'hours' });
    expect(windowParts(90 * 60_000)).toEqual({ amount: 90, unit: 'minutes' });
    expect(windowParts(90_000)).toEqual({ amount: 1.5, unit: 'minutes' });
  });
});

describe('windowMsOf', () => {
  it('never goes beyond what the schema takes', () => {
    const { windowMs } = stepDefinitionSchema.shape;
    for (const unit of WINDOW_UNITS) {
      const longest = windowMsOf(longestWindow(unit), unit);
      expect(windowMs.safeParse(longest).success).toBe(true);
      expect(windowMs.safeParse(longest + 1).success).toBe(false);
      expect(windowMsOf(longestWindow(unit) + 1, unit)).toBe(longest);
    }
    expect(windowMsOf(3, 'hours')).toBe(10_800_000);
  });
});
