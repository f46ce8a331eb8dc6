import { describe, expect, it } from 'vitest';
import { draftOfDay, draftOfRepeat, parseDays, ruleOfDraft } from './repeat-draft';

describe('the form of a repeat', () => {
  it('reads days as people type them, and nothing out of reach', () => {
    expect(parseDays('8、18，28', 31)).toEqual([8, 18, 28]);
    expect(parseDays('１５ 1, 15', 30)).toEqual([1, 15]);
    expect(parseDays('31', 30)).toBeUndefined();
    expect(parseDays('初一', 30)).toBeUndefined();
    expect(parseDays(' ', 31)).toBeUndefined();
  });

  it('begins with the weekday of the day and comes back as it was stored', () => {
    expect(ruleOfDraft(draftOfDay('2026-11-25'))).toEqual({
      kind: 'weekdays',
      weekdays: [3],
      everyWeeks: 1,
    });
    const rules = [
      { kind: 'weekdays', weekdays: [1, 4], everyWeeks: 2 },
      { kind: 'monthDays', days: [8, 18, 28] },
      { kind: 'lunar', days: [1, 15] },
      { kind: 'lunar', month: 8, days: [15] },
    ] as const;
    for (const rule of rules) {
      const stored = { rule, skip: 'both', fromDay: '2026-11-25', untilDay: '2027-01-01' } as const;
      const plan = { title: '会员日', form: 'article' as const, groupIds: [] };
      const draft = draftOfRepeat(
        structuredClone({
          ...stored,
          id: 'r',
          slot: 'night' as const,
          plan,
          leftOutDays: [],
        }) as never,
      );
      expect(ruleOfDraft(draft)).toEqual(rule);
      expect(draft).toMatchObject({ skip: 'both', untilDay: '2027-01-01' });
    }
    expect(ruleOfDraft({ ...draftOfDay('2026-11-25'), weekdays: [] })).toBeUndefined();
  });
});
