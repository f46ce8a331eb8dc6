import { ruleSchema } from '@shared/domain/rules/rule.schema';
import { describe, expect, it } from 'vitest';
import { createFormat } from '@/ui/format';
import { modelNames } from '../words/model-names';
import { createRuleWords } from '../words/rule-words';
import { readyMadeSegments } from './ready-made';

describe('ready-made segments', () => {
  it('are rules of the language under names of their own', () => {
    expect(readyMadeSegments.length).toBeGreaterThanOrEqual(5);
    for (const { rule } of readyMadeSegments)
      expect(ruleSchema.safeParse(rule).error).toBeUndefined();
    for (const read of [
      (it: (typeof readyMadeSegments)[number]) => it.key,
      (it: (typeof readyMadeSegments)[number]) => it.name.zh,
      (it: (typeof readyMadeSegments)[number]) => it.name.en,
    ]) {
      expect(new Set(readyMadeSegments.map(read)).size).toBe(readyMadeSegments.length);
    }
  });

  it('say whom they mean without naming anything of a single workspace', () => {
    const nothing = () => undefined;
    const words = createRuleWords(
      'zh-CN',
      createFormat({ language: 'zh-CN', isMasked: false, timeZone: 'Asia/Shanghai' }),
      {
        tag: nothing,
        segment: nothing,
        snapshot: nothing,
        group: nothing,
        ...modelNames('zh-CN', {}),
      },
    );
    for (const { rule } of readyMadeSegments) expect(words.sentence(rule)).not.toContain('已删除');
  });
});
