import { describe, expect, it } from 'vitest';
import type { ReviewChange } from './review.schema';
import { applyReviewChanges } from './review-changes.rules';
import { type StepDefinition, stepDefinitionSchema } from './sop.schema';

const both = (text: string) => ({ zh: text, en: `${text} (en)` });
const step = (more: Partial<StepDefinition> = {}): StepDefinition =>
  stepDefinitionSchema.parse({
    title: both('加好友'),
    action: both('先打招呼'),
    ownerRole: 'leader',
    due: { on: { kind: 'afterStart', days: 2 } },
    rigour: 'standard',
    tool: 'none',
    checklist: [{ key: 'hello', label: both('说清是谁') }],
    scripts: [
      {
        key: 'first',
        label: both('招呼'),
        text: both('{昵称}您好'),
        variants: [{ key: 'b', label: both('B'), text: both('在吗') }],
      },
    ],
    metric: {
      name: both('加上的人'),
      unit: 'people',
      direction: 'higher',
      targetRate: 0.4,
      redLineRate: 0.2,
    },
    ...more,
  });
const steps = [step(), step()];
const apply = (...changes: ReviewChange[]) => applyReviewChanges(steps, changes);
const refusalOf = (change: ReviewChange) => {
  const { steps: next, effects } = apply(change);
  expect(next).toEqual(steps);
  const [effect] = effects;
  return effect?.kind === 'refused' ? effect.reason : 'done';
};

describe('changes that a review proposes', () => {
  it('set a target and leave everything else', () => {
    const { steps: next, effects } = apply({ kind: 'targetRate', step: 2, targetRate: 0.5 });
    expect(next[0]).toEqual(steps[0]);
    expect(next[1]).toEqual({ ...step(), metric: { ...step().metric, targetRate: 0.5 } });
    expect(effects[0]).toMatchObject({ kind: 'done', before: '40%', after: '50%' });
  });

  it('write a script in one language; the other, now out of date, goes', () => {
    const text = '{昵称}，我是小满';
    const { steps: next } = apply({ kind: 'script', step: 2, scriptKey: 'first', text });
    expect(next[1]?.scripts[0]?.text).toEqual({ zh: text, en: '' });
    expect(next[1]?.scripts[0]?.variants).toEqual(step().scripts[0]?.variants);
  });

  it('write one variant of a script', () => {
    const change = { kind: 'script', step: 1, scriptKey: 'first', variantKey: 'b' } as const;
    const { steps: next } = apply({ ...change, text: 'hello', language: 'en' });
    expect(next[0]?.scripts[0]?.text).toEqual(both('{昵称}您好'));
    expect(next[0]?.scripts[0]?.variants?.[0]?.text).toEqual({ zh: '', en: 'hello' });
  });

  it('add items under keys of their own and drop one', () => {
    const add = (label: string) => ({ kind: 'checklistAdd', step: 1, label }) as const;
    const drop = { kind: 'checklistDrop', step: 1, key: 'hello' } as const;
    const { steps: next } = apply(add('备注渠道'), add('备注店名'), drop);
    const keys = next[0]?.checklist.map(({ key }) => key) ?? [];
    expect(next[0]?.checklist.map(({ label }) => label.zh)).toEqual(['备注渠道', '备注店名']);
    expect(new Set(keys).size).toBe(2);
  });

  it('set action and due day', () => {
    const { steps: next, effects } = apply(
      { kind: 'action', step: 1, text: '先看资料' },
      { kind: 'due', step: 1, days: 1 },
    );
    expect(next[0]?.action).toEqual({ zh: '先看资料', en: '' });
    expect(next[0]?.due.on).toEqual({ kind: 'afterStart', days: 1 });
    expect(effects[1]).toMatchObject({ before: '2', after: '1' });
  });

  it('see what the changes before them left', () => {
    const target = (targetRate: number) => ({ kind: 'targetRate', step: 2, targetRate }) as const;
    const { effects } = apply(target(0.5), target(0.6), target(0.6));
    expect(
      effects.map((effect) => (effect.kind === 'done' ? effect.before : effect.reason)),
    ).toEqual(['40%', '50%', 'nothingNew']);
  });

  it.each([
    [{ kind: 'action', step: 9, text: '写字' }, 'unknownStep'],
    [{ kind: 'script', step: 1, scriptKey: 'none', text: '写字' }, 'unknownScript'],
    [{ kind: 'script', step: 1, scriptKey: 'first', variantKey: 'z', text: 'x' }, 'unknownScript'],
    [{ kind: 'checklistDrop', step: 1, key: 'none' }, 'unknownItem'],
    [{ kind: 'checklistAdd', step: 1, label: '说清是谁' }, 'sameItem'],
    [{ kind: 'targetRate', step: 1, targetRate: 0.5 }, 'noRate'],
    [{ kind: 'targetRate', step: 2, targetRate: 0.1 }, 'belowRedLine'],
    [{ kind: 'action', step: 1, text: '先打招呼' }, 'nothingNew'],
    [{ kind: 'due', step: 2, days: 2 }, 'nothingNew'],
  ] satisfies [ReviewChange, string][])('%o is refused: %s', (change, reason) => {
    expect(refusalOf(change)).toBe(reason);
  });

  it('leave a due day alone that no days are counted to', () => {
    const weekly = step({ due: { on: { kind: 'weekday', weekday: 1 }, isWorkingDays: false } });
    const { effects } = applyReviewChanges([weekly], [{ kind: 'due', step: 1, days: 3 }]);
    expect(effects[0]).toMatchObject({ kind: 'refused', reason: 'dueNotCounted' });
  });
});
