import { expect, test } from 'vitest';
import type { Rule } from './rule.schema';
import { ruleKey } from './rule-key';

const a: Rule = { kind: 'attribute', field: 'identity', isAny: ['store', 'online'] };
const b: Rule = { kind: 'filled', field: 'phone' };

test('order and repetition of parts and lists do not matter', () => {
  const turned: Rule = {
    isAny: ['online', 'store', 'store'],
    field: 'identity',
    kind: 'attribute',
  };
  expect(ruleKey({ kind: 'all', of: [a, b] })).toBe(ruleKey({ kind: 'all', of: [b, turned, b] }));
  expect(ruleKey({ kind: 'not', of: a })).toBe(ruleKey({ kind: 'not', of: turned }));
});

test('what is left out is the same as undefined', () => {
  expect(ruleKey({ kind: 'inGroup', groupIds: undefined })).toBe(ruleKey({ kind: 'inGroup' }));
});

test('everything else does matter', () => {
  const steps = [
    { of: 'order' as const },
    { of: 'interaction' as const, kinds: ['click' as const] },
  ];
  const rules: Rule[] = [
    a,
    b,
    { kind: 'all', of: [a, b] },
    { kind: 'any', of: [a, b] },
    { kind: 'all', of: [{ kind: 'all', of: [a] }, b] },
    { kind: 'not', of: a },
    { kind: 'held', of: a, days: 1 },
    { kind: 'held', of: a, days: 2 },
    { kind: 'attribute', field: 'identity', isAny: ['store,online'] },
    { kind: 'attribute', field: 'identity', isAny: ['store"', 'online'] },
    { kind: 'sequence', steps },
    { kind: 'sequence', steps: [...steps].reverse() },
    { kind: 'sequence', steps: [...steps, { of: 'order' }] },
    { kind: 'age', years: { min: 1 } },
    { kind: 'age', years: { max: 1 } },
  ];
  expect(new Set(rules.map(ruleKey)).size).toBe(rules.length);
});
