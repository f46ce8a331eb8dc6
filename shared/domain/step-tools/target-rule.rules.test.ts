import { ruleSchema } from '@shared/domain/rules/rule.schema';
import type { RunTarget } from '@shared/domain/sop/sop.schema';
import { expect, it } from 'vitest';
import { ruleOfTarget, setChange } from './target-rule.rules';

it('says every target as a rule', () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  const targets: RunTarget[] = [
    { by: 'all' },
    { by: 'identity', value: 'store' },
    { by: 'region', value: '广州' },
    { by: 'tag', value: id },
    { by: 'segment', value: id },
    { by: 'snapshot', value: id },
  ];
  for (const target of targets) {
    expect(ruleSchema.safeParse(ruleOfTarget(target)).success).toBe(true);
  }
});

it('tells who came and who went', () => {
  expect(
    setChange([
      [10, 7],
      [7, 12],
    ]),
  ).toEqual({ kept: 7, went: 3, came: 5 });
});
