import { describe, expect, test } from 'vitest';
import type { Rule } from '../rule.schema';
import { type RuleRefs, validateRule } from './validate-rule';

const order = { of: 'order' as const };
const phone: Rule = { kind: 'filled', field: 'phone' };
const tag = (...tagIds: string[]): Rule => ({ kind: 'tag', tagIds });
const times = (min?: number, max?: number): Rule => ({
  kind: 'times',
  event: order,
  times: { min, max },
});
const all = (...of: Rule[]): Rule => ({ kind: 'all', of });
const any = (...of: Rule[]): Rule => ({ kind: 'any', of });
const not = (of: Rule): Rule => ({ kind: 'not', of });

function refs(tags: Record<string, Rule> = {}, others: Partial<RuleRefs> = {}): RuleRefs {
  return {
    tagRule: (id) => tags[id],
    segmentRule: (id) => (id === 's' ? tag('t') : undefined),
    hasTag: (id) => id in tags || id === 'plain',
    hasSegment: (id) => id === 's',
    hasSnapshot: (id) => id === 'p',
    hasGroup: (id) => id === 'g',
    ...others,
  };
}

const codes = (rule: Rule, on = refs()) =>
  validateRule(rule, on).map(
    ({ path, code, isError }) => `${path.join('.')}:${code}${isError ? '!' : ''}`,
  );

test.each<[Rule, string[]]>([
  [all(phone, times(1), not(tag('plain'))), []],
  [times(3, 2), [':range-upside-down!']],
  [times(undefined, -1), [':never-true']],
  [times(0), [':always-true']],
  [times(1.2, 1.8), [':never-true']],
  [{ kind: 'share', event: order, share: { min: 1.5 } }, [':never-true']],
  [{ kind: 'rfm', r: { min: 6 } }, [':never-true']],
  [{ kind: 'money', measure: 'netFen', range: {} }, [':always-true']],
  [{ kind: 'money', measure: 'averageFen', range: {} }, []],
  [
    { kind: 'money', measure: 'netFen', event: { of: 'comment' }, range: { min: 1 } },
    [':never-true'],
  ],
  [{ kind: 'attribute', field: 'region', isAny: [] }, [':never-true']],
  [any(), [':never-true']],
  [
    {
      kind: 'times',
      event: order,
      within: { from: '2024-02-02', to: '2024-02-01' },
      times: { min: 1 },
    },
    [':empty-window!'],
  ],
  [
    {
      kind: 'when',
      event: order,
      which: 'last',
      between: { from: '2024-02-02', to: '2024-01-01' },
    },
    [':empty-window!'],
  ],
  [
    { kind: 'times', event: { of: 'order', netFen: { min: 5, max: 4 } }, times: { min: 1 } },
    [':range-upside-down!'],
  ],
  [tag('nowhere'), [':unknown-tag!']],
  [{ kind: 'segment', segmentId: 'nowhere' }, [':unknown-segment!']],
  [{ kind: 'snapshot', snapshotId: 'nowhere' }, [':unknown-snapshot!']],
  [{ kind: 'inGroup', groupIds: ['g', 'nowhere'] }, [':unknown-group!']],
  [
    any(phone, {
      kind: 'times',
      event: { of: 'interaction', kinds: ['click'], groupIds: ['x'] },
      times: { min: 1 },
    }),
    ['1:unknown-group!'],
  ],
])('%j', (rule, expected) => {
  expect(codes(rule)).toEqual(expected);
});

describe('contradictions', () => {
  test.each<[Rule, string[]]>([
    [all(phone, not(phone)), [':never-true']],
    [all(all(phone, times(1)), not(phone)), [':never-true']],
    [any(phone, not(phone)), [':always-true']],
    [any(phone, all(times(1), not(times(1)))), ['1:never-true']],
    [all(times(5), times(undefined, 3)), [':never-true']],
    [all(times(5), times(undefined, 5)), []],
    [
      all({ kind: 'age', years: { max: 30 } }, { kind: 'age', years: { min: 60 } }),
      [':never-true'],
    ],
    [
      all(times(5), { kind: 'times', event: order, within: { lastDays: 7 }, times: { max: 3 } }),
      [],
    ],
    [
      all(
        { kind: 'attribute', field: 'identity', isAny: ['store'] },
        { kind: 'attribute', field: 'identity', isAny: ['online'] },
      ),
      [':never-true'],
    ],
    [
      all(
        { kind: 'attribute', field: 'identity', isAny: ['store', 'online'] },
        not({ kind: 'attribute', field: 'identity', isAny: ['store'] }),
      ),
      [],
    ],
    [
      all(
        { kind: 'attribute', field: 'identity', isAny: ['store'] },
        not({ kind: 'attribute', field: 'identity', isAny: ['store', 'online'] }),
      ),
      [':never-true'],
    ],
  ])('%j', (rule, expected) => {
    expect(codes(rule)).toEqual(expected);
  });
});

describe('circles', () => {
  test('a tag that would refer to itself, at once or through a segment', () => {
    const self = { kind: 'tag' as const, id: 't' };
    expect(codes(any(phone, tag('t')), refs({ t: phone }, { self }))).toEqual(['1:circular!']);
    const through: Rule = { kind: 'segment', segmentId: 's' };
    expect(codes(through, refs({ t: phone }, { self }))).toEqual([':circular!']);
  });

  test('the circle that an edit closes is seen before it is saved', () => {
    const on = refs({ a: tag('b'), b: phone }, { self: { kind: 'tag', id: 'b' } });
    expect(codes(tag('a'), on)).toEqual([':circular!']);
    expect(codes(phone, on)).toEqual([]);
  });

  test('somebody else s circle is told and does not keep this rule from being saved', () => {
    const on = refs({ a: tag('b'), b: tag('a') }, { self: { kind: 'tag', id: 'c' } });
    expect(codes(tag('a'), on)).toEqual([':circular']);
  });
});

describe('scores have no past', () => {
  const rfm: Rule = { kind: 'rfm', r: { min: 4 } };
  test('under held, and behind a tag under held', () => {
    expect(codes(rfm)).toEqual([]);
    expect(codes({ kind: 'held', of: rfm, days: 7 })).toEqual(['0:scores-have-no-past']);
    expect(codes({ kind: 'held', of: tag('t'), days: 7 }, refs({ t: rfm }))).toEqual([
      '0:scores-have-no-past',
    ]);
  });
  test('as of a past day', () => {
    expect(codes(all(phone, rfm), refs({}, { isPast: true }))).toEqual(['1:scores-have-no-past']);
  });
});

describe('rules made to hurt', () => {
  const tooDeep = [':too-deep!'];
  const nested = (depth: number) => {
    let rule: Rule = phone;
    for (let i = 0; i < depth; i++) rule = not(rule);
    return rule;
  };

  test('nesting: nineteen levels around a condition are enough', () => {
    expect(codes(nested(19))).toEqual([]);
    expect(codes(nested(20))).toEqual(tooDeep);
    expect(codes(nested(200_000))).toEqual(tooDeep);
  });

  test('width, days within days, and tags that double at every step', () => {
    expect(codes(any(...Array.from({ length: 30_000 }, () => phone)))).toEqual(tooDeep);
    let held: Rule = phone;
    for (let i = 0; i < 3; i++) held = { kind: 'held', of: held, days: 90 };
    expect(codes(held)).toEqual(tooDeep);
    const doubling: Record<string, Rule> = { t0: phone };
    for (let i = 1; i < 60; i++)
      doubling[`t${i}`] = any(tag(`t${i - 1}`), all(tag(`t${i - 1}`), phone));
    const begin = performance.now();
    const found = Object.values(doubling).map((rule) => codes(rule, refs(doubling)));
    const first = found.findIndex((remarks) => remarks.length > 0);
    expect(first).toBeGreaterThan(10);
    expect(found[first]).toEqual(tooDeep);
    expect(found[first + 1]).toEqual(['0:too-deep!', '1.0:too-deep!']);
    expect(performance.now() - begin).toBeLessThan(1000);
  });

  test('never more remarks than one can read', () => {
    const wrong = any(...Array.from({ length: 5000 }, () => times(2, 1)));
    expect(validateRule(wrong, refs())).toHaveLength(200);
  });
});
