import { columnsOf } from '@shared/domain/people/people-columns.testing';
import { expect, test } from 'vitest';
import type { Rule } from './rule.schema';
import { RuleEngine } from './rule-engine';
import { GROUPS, TODAY } from './testing/random-people';

const tagRule: Rule = { kind: 'times', event: { of: 'order' }, times: { min: 2 } };
const engine = new RuleEngine({
  columns: columnsOf(
    [
      {
        id: 'wang',
        knownDay: TODAY - 90,
        identity: 'consumer',
        birthday: 19_700_101,
        texts: { note: '爱吃辣' },
        orders: [
          { day: TODAY - 40, amountFen: 3000 },
          { day: TODAY - 10, amountFen: 5000, refundFen: 1000 },
          { day: TODAY + 5, amountFen: 9000 },
        ],
        interactions: [{ day: TODAY - 9, kind: 'complaint' }],
        memberships: [{ groupId: 'g1', role: 'koc', joinedDay: TODAY - 30 }],
        assignments: [{ tagId: 'by-hand', sinceDay: TODAY - 7 }],
      },
    ],
    GROUPS,
  ),
  scores: { rfm: { r: Uint8Array.of(4), f: Uint8Array.of(2), m: Uint8Array.of(3) } },
  tagRule: (id) => (id === 'by-rule' ? tagRule : undefined),
  segmentRule: () => tagRule,
  snapshotMarks: () => undefined,
  categoryOf: () => undefined,
  today: TODAY,
});
const event = { of: 'order' as const };
const explain = (rule: Rule, day?: number) => engine.explain(rule, 0, day);

test.each<[Rule, boolean, number | string | undefined, number | undefined]>([
  [{ kind: 'times', event, times: { min: 3 } }, false, 2, TODAY - 10],
  [{ kind: 'days', event, within: { lastDays: 11 }, days: { min: 1 } }, true, 1, TODAY - 10],
  [{ kind: 'money', measure: 'netFen', range: { min: 7000 } }, true, 7000, TODAY - 10],
  [{ kind: 'money', measure: 'largestFen', range: { max: 3999 } }, false, 4000, TODAY - 10],
  [
    { kind: 'share', event: { ...event, isRefunded: true }, share: { min: 0.5 } },
    true,
    0.5,
    undefined,
  ],
  [{ kind: 'when', event, which: 'first', daysAgo: { min: 41 } }, false, 40, TODAY - 40],
  [{ kind: 'known', daysAgo: { min: 90 } }, true, 90, TODAY - 90],
  [{ kind: 'attribute', field: 'identity', isAny: ['store'] }, false, 'consumer', undefined],
  [{ kind: 'attribute', field: 'gender', isAny: [''] }, true, '', undefined],
  [{ kind: 'text', field: 'note', containsAny: ['辣'] }, true, '爱吃辣', undefined],
  [{ kind: 'inGroup', roles: ['koc'] }, true, 1, TODAY - 30],
  [{ kind: 'rfm', r: { min: 5 } }, false, '423', undefined],
  [
    {
      kind: 'sequence',
      steps: [event, { of: 'interaction', kinds: ['complaint'] }],
      withinDays: 1,
    },
    true,
    undefined,
    TODAY - 9,
  ],
])('%j', (rule, isTrue, found, day) => {
  expect(explain(rule)).toEqual({ rule, isTrue, found, day });
});

test('a tag tells by whom it is carried, and what its rule found', () => {
  const both: Rule = { kind: 'tag', tagIds: ['by-rule', 'by-hand'] };
  const counted = { rule: tagRule, isTrue: true, found: 2, day: TODAY - 10 };
  expect(explain(both)).toEqual({
    rule: both,
    isTrue: true,
    found: 'by-hand',
    day: TODAY - 7,
    of: [counted],
  });
  expect(explain({ kind: 'tag', tagIds: ['by-rule'] })).toMatchObject({ found: 'by-rule' });
  expect(explain({ kind: 'segment', segmentId: 's' }).of).toEqual([counted]);
});

test('held tells for how many days in a row, and the last day on which it was not so', () => {
  const twice: Rule = { kind: 'held', of: tagRule, days: 20 };
  expect(explain(twice)).toMatchObject({ isTrue: false, found: 11, day: TODAY - 11 });
  expect(explain({ ...twice, days: 10 })).toMatchObject({ isTrue: true, found: 11 });
});

test('as of another day, what was found is what was there then', () => {
  expect(explain(tagRule, TODAY - 11)).toMatchObject({ isTrue: false, found: 1, day: TODAY - 40 });
  expect(explain(tagRule, TODAY + 5)).toMatchObject({ isTrue: true, found: 3, day: TODAY + 5 });
});

test('groups of rules are told part by part', () => {
  const rule: Rule = {
    kind: 'all',
    of: [tagRule, { kind: 'not', of: { kind: 'filled', field: 'phone' } }],
  };
  const explained = explain(rule);
  expect(explained.isTrue).toBe(true);
  expect(explained.of?.map(({ isTrue }) => isTrue)).toEqual([true, true]);
  expect(explained.of?.[1]?.of?.map(({ isTrue }) => isTrue)).toEqual([false]);
});
