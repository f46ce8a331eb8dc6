import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { GROUP_PHASES, MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import { dayOfNumber } from '@shared/lib/time';
import fc from 'fast-check';
import {
  type Condition,
  type EventRef,
  FILLED_FIELDS,
  type Range,
  type Rule,
  type Window,
} from '../rule.schema';
import { GROUP_IDS, INTERACTIONS, TAG_IDS, TODAY } from './random-people';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

function range(min: number, max: number): fc.Arbitrary<Range> {
  const end = optional(fc.integer({ min, max }));
  return fc.record({ min: end, max: end });
}

const calendarDay = fc.integer({ min: TODAY - 50, max: TODAY + 6 }).map(dayOfNumber);
const stretch = fc.record({ from: optional(calendarDay), to: optional(calendarDay) });
const within: fc.Arbitrary<Window | undefined> = optional(
  fc.oneof(fc.record({ lastDays: fc.integer({ min: 1, max: 40 }) }), stretch),
);

const orderEvent = fc.record({
  of: fc.constant('order' as const),
  product: optional(fc.constantFrom<string[]>(['番茄'], ['cola', '蛋'], ['没有'])),
  category: optional(fc.constantFrom<string[]>(['organic'], ['vegetable', 'egg'])),
  netFen: optional(range(-60, 100)),
  isRefunded: optional(fc.boolean()),
});
const interactionEvent = fc.record({
  of: fc.constant('interaction' as const),
  kinds: fc.subarray([...INTERACTIONS], { minLength: 1 }),
  groupIds: optional(fc.subarray(GROUP_IDS)),
  value: optional(range(0, 10)),
});
const commentEvent = fc.record({
  of: fc.constant('comment' as const),
  feelings: optional(fc.subarray([...FEELINGS])),
  topics: optional(fc.subarray([...COMMENT_TOPICS].slice(0, 3))),
  intensity: optional(range(0, 3)),
});
const event: fc.Arbitrary<EventRef> = fc.oneof(
  { weight: 3, arbitrary: orderEvent },
  { weight: 2, arbitrary: interactionEvent },
  { weight: 1, arbitrary: commentEvent },
);

export const SEGMENT_IDS = ['s1', 's2'];

const randomCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('attribute' as const),
    field: fc.constantFrom('identity' as const, 'channel' as const, 'gender' as const),
    isAny: fc.subarray(['store', 'consumer', '菜场', 'male', '']),
  }),
  fc.record({ kind: fc.constant('filled' as const), field: fc.constantFrom(...FILLED_FIELDS) }),
  fc.record({
    kind: fc.constant('text' as const),
    field: fc.constantFrom('name' as const, 'note' as const),
    containsAny: fc.constantFrom<string[]>(['王'], ['ANN', 'vip'], ['无']),
  }),
  fc.record({ kind: fc.constant('age' as const), years: range(0, 70) }),
  fc.record({ kind: fc.constant('birthday' as const), daysAway: range(0, 366) }),
  fc.record({ kind: fc.constant('known' as const), daysAgo: range(-2, 60) }),
  fc.record({ kind: fc.constant('times' as const), event, within, times: range(0, 4) }),
  fc.record({ kind: fc.constant('days' as const), event, within, days: range(0, 4) }),
  fc.record({
    kind: fc.constant('money' as const),
    measure: fc.constantFrom(
      'netFen' as const,
      'averageFen' as const,
      'largestFen' as const,
      'refundFen' as const,
    ),
    event: optional(event),
    within,
    range: range(-60, 250),
  }),
  fc.record({
    kind: fc.constant('share' as const),
    event,
    within,
    share: fc.record({
      min: optional(fc.constantFrom(0, 0.3, 0.5)),
      max: optional(fc.constantFrom(0, 0.5, 1)),
    }),
  }),
  fc.record({
    kind: fc.constant('when' as const),
    event,
    which: fc.constantFrom('first' as const, 'last' as const),
    daysAgo: optional(range(0, 40)),
    between: optional(stretch),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('sequence' as const),
      steps: fc.array(event, { minLength: 1, maxLength: 3 }),
      withinDays: optional(fc.integer({ min: 0, max: 20 })),
      without: optional(event),
    }),
  },
  fc.record({
    kind: fc.constant('inGroup' as const),
    groupIds: optional(fc.subarray(GROUP_IDS)),
    phases: optional(fc.subarray([...GROUP_PHASES])),
    roles: optional(fc.subarray([...MEMBERSHIP_ROLES].slice(0, 2))),
    groups: optional(range(0, 3)),
  }),
  fc.record({ kind: fc.constant('tag' as const), tagIds: fc.subarray(TAG_IDS, { minLength: 1 }) }),
  fc.record({ kind: fc.constant('segment' as const), segmentId: fc.constantFrom(...SEGMENT_IDS) }),
  fc.record({ kind: fc.constant('snapshot' as const), snapshotId: fc.constantFrom('p1', 'gone') }),
  fc.record({
    kind: fc.constant('rfm' as const),
    r: optional(range(1, 5)),
    f: optional(range(1, 5)),
    m: optional(range(1, 5)),
  }),
  fc.record({
    kind: fc.constant('quadrant' as const),
    isAny: fc.subarray(['top', 'risk', ''], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('persona' as const),
    frequency: optional(fc.subarray(['daily', 'weekly'])),
    orderValue: optional(fc.subarray(['low', 'high'])),
    category: optional(fc.subarray(['organic'])),
  }),
  fc.record({
    kind: fc.constant('level' as const),
    isAny: fc.subarray(['gold', 'silver'], { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('ltv' as const), fen: range(0, 100) }),
);

export const randomRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    { weight: 3, arbitrary: randomCondition },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('rule'), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('rule') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('held' as const),
        of: tie('rule'),
        days: fc.integer({ min: 1, max: 4 }),
      }),
    },
  ),
})).rule;
