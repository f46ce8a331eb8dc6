import { personaSettingsSchema } from '@shared/domain/insights/persona/persona-settings.schema';
import { describe, expect, it } from 'vitest';
import { frequencyBandsOf, frequencyLimits, valueBandsOf, valueLimits } from './bands.rules';

const defaults = personaSettingsSchema.parse({});

describe('bands as one edits them', () => {
  it('begin with defaults that can be saved as they are', () => {
    expect(personaSettingsSchema.safeParse(defaults).error).toBeUndefined();
  });

  it('come back as they were, and make valid settings', () => {
    const frequencyBands = frequencyBandsOf(frequencyLimits(defaults.frequencyBands));
    const orderValueBands = valueBandsOf(valueLimits(defaults.orderValueBands));
    expect(frequencyBands.map((it) => it.fromPerWeek)).toEqual([0, 1, 3, 5, 7]);
    expect(orderValueBands.map((it) => it.upToFen)).toEqual([5000, 8000, 12_000, undefined]);
    const settings = { ...defaults, frequencyBands, orderValueBands };
    expect(personaSettingsSchema.safeParse(settings).success).toBe(true);
  });

  it('are refused when two limits are the same or fall', () => {
    for (const limits of [
      [1, 1],
      [3, 1],
    ]) {
      expect(
        personaSettingsSchema.safeParse({ frequencyBands: frequencyBandsOf(limits) }).success,
      ).toBe(false);
      expect(
        personaSettingsSchema.safeParse({ orderValueBands: valueBandsOf(limits) }).success,
      ).toBe(false);
    }
  });
});
