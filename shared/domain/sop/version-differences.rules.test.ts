import { describe, expect, it } from 'vitest';
import { applyReviewChanges } from './review-changes.rules';
import { stepDefinitionSchema } from './sop.schema';
import { versionDifferences } from './version-differences.rules';

const both = (text: string) => ({ zh: text, en: text });
const step = stepDefinitionSchema.parse({
  title: both('加好友'),
  action: both('先打招呼'),
  ownerRole: 'leader',
  due: { on: { kind: 'afterStart', days: 2 } },
  rigour: 'standard',
  tool: 'none',
  checklist: [{ key: 'hello', label: both('说清是谁') }],
  scripts: [{ key: 'first', label: both('招呼'), text: both('您好') }],
  metric: { name: both('人'), unit: 'people', direction: 'higher', targetRate: 0.4 },
});

describe('two versions of a flow', () => {
  it('differ in nothing when they are the same', () => {
    expect(versionDifferences([step, step], [step, step])).toEqual([]);
  });

  it('differ exactly in what a review changed', () => {
    const { steps } = applyReviewChanges(
      [step, step],
      [
        { kind: 'targetRate', step: 2, targetRate: 0.5 },
        { kind: 'script', step: 2, scriptKey: 'first', text: '早上好' },
        { kind: 'checklistAdd', step: 1, label: '备注渠道' },
        { kind: 'checklistDrop', step: 1, key: 'hello' },
        { kind: 'action', step: 1, text: '先看资料' },
        { kind: 'due', step: 2, days: 1 },
      ],
    );
    expect(
      versionDifferences([step, step], steps).map(({ position, kind }) => `${position} ${kind}`),
    ).toEqual(['1 action', '1 itemAdded', '1 itemDropped', '2 due', '2 target', '2 script']);
    const [due, target] = versionDifferences([step, step], steps).slice(3);
    expect(due).toMatchObject({ from: 2, to: 1 });
    expect(target).toMatchObject({ from: 0.4, to: 0.5 });
  });

  it('name steps that one of them has more', () => {
    expect(versionDifferences([step], [step, step])).toEqual([
      { position: 2, kind: 'stepAdded', after: both('加好友') },
    ]);
    expect(versionDifferences([step], [])).toMatchObject([{ position: 1, kind: 'stepDropped' }]);
  });
});
