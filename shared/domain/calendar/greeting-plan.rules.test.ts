import { describe, expect, it } from 'vitest';
import { GREETING_COLUMN, type GreetingPlanInput, planGreetings } from './greeting-plan.rules';
import { weekOf } from './week.rules';

const choices = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((text) => ({ text }));
const plan = (more: Partial<GreetingPlanInput> = {}) =>
  planGreetings({
    days: weekOf('2026-11-23').days,
    parts: ['morning'],
    choices,
    items: [],
    groupIds: [],
    refused: {},
    ...more,
  });
const heard = (text: string, date: string, groupIds: string[] = []) => ({
  date,
  slot: 'morning' as const,
  columnId: GREETING_COLUMN,
  groupIds,
  text,
});

describe('greetings for a week', () => {
  it('are one a day and part, none twice', () => {
    const { greetings } = plan({ parts: ['morning', 'night'], days: ['2026-11-23', '2026-11-24'] });
    expect(greetings.map(({ cell }) => `${cell.date} ${cell.slot}`)).toEqual([
      '2026-11-23 morning',
      '2026-11-23 night',
      '2026-11-24 morning',
      '2026-11-24 night',
    ]);
    expect(new Set(greetings.map(({ text }) => text)).size).toBe(4);
  });

  it('leave out what the same groups heard within thirty days, not what others heard', () => {
    const said = choices.slice(1).map(({ text }) => text);
    const items = said.map((text) => heard(text, '2026-11-10', ['east']));
    const one = { items, days: ['2026-11-23'] };
    expect(plan({ ...one, groupIds: ['east'] }).greetings).toMatchObject([{ text: '甲' }]);
    expect(plan(one).greetings).toMatchObject([{ text: '甲' }]);
    const all = [...items, heard('甲', '2026-11-12', ['east'])];
    expect(plan({ ...one, items: all, groupIds: ['east'] }).greetings[0]?.repeatsDay).toBe(
      '2026-11-10',
    );
    expect(
      plan({ ...one, items: all, groupIds: ['west'] }).greetings[0]?.repeatsDay,
    ).toBeUndefined();
  });

  it('stay out of cells that have one, and give another when one is refused', () => {
    const taken = plan({ items: [heard('早', '2026-11-25')] });
    expect(taken.taken).toEqual([{ date: '2026-11-25', slot: 'morning' }]);
    expect(taken.greetings).toHaveLength(6);
    const first = plan().greetings[0]?.text ?? '';
    const refused = { '2026-11-23-morning': [first] };
    expect(plan({ refused }).greetings[0]?.text).not.toBe(first);
  });
});
