import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { type GROUP_PHASES, MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import type { WrittenPerson } from '@shared/domain/people/people-columns.testing';
import fc from 'fast-check';
import { FILLED_FIELDS } from '../rule.schema';

/** A day with enough before it; 29 February 2024 lies 100 days before. */
export const TODAY = 19_782 + 100;
export const GROUPS = { g1: 'early', g2: 'middle', g3: 'late' } as const satisfies Record<
  string,
  (typeof GROUP_PHASES)[number]
>;
export const GROUP_IDS = ['g1', 'g2', 'g3'];
export const TAG_IDS = ['t1', 't2', 't3', 't4', 't5'];
export const PRODUCTS = [
  '有机番茄 500g',
  '番茄 1kg',
  'Coca COLA 330ml',
  '散养土鸡蛋 30枚',
  '鸡蛋面 1袋',
];
export const INTERACTIONS = ['click', 'share', 'nps'] as const;

const person = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      isGone: fc.boolean().map((gone) => gone && id.endsWith('3')),
      identity: fc.constantFrom('store', 'online', 'consumer', undefined),
      channel: fc.constantFrom('菜场', '公众号', undefined),
      region: fc.constantFrom('浦东', undefined),
      source: fc.constantFrom('import', 'manual'),
      gender: fc.constantFrom('female', 'male', undefined),
      filled: fc.subarray([...FILLED_FIELDS]),
      birthday: fc.constantFrom(
        undefined,
        19_600_229,
        19_900_608,
        20_000_609,
        20_240_229,
        20_301_231,
      ),
      knownDay: fc.integer({ min: TODAY - 60, max: TODAY + 3 }),
      texts: fc.record(
        {
          name: fc.constantFrom('王姐', 'Anna', '李阿姨'),
          note: fc.constantFrom('爱吃辣', 'VIP 王'),
        },
        { requiredKeys: [] },
      ),
      orders: fc.array(
        fc.record({
          day: fc.integer({ min: TODAY - 45, max: TODAY + 5 }),
          minute: fc.integer({ min: 0, max: 3 }),
          amountFen: fc.integer({ min: 0, max: 100 }),
          refundFen: fc.constantFrom(0, 0, 0, 40, 150),
          products: fc.subarray(PRODUCTS),
        }),
        { maxLength: 7 },
      ),
      interactions: fc.array(
        fc.record({
          day: fc.integer({ min: TODAY - 45, max: TODAY + 5 }),
          minute: fc.integer({ min: 0, max: 3 }),
          kind: fc.constantFrom(...INTERACTIONS),
          groupId: fc.constantFrom(undefined, ...GROUP_IDS),
          value: fc.constantFrom(undefined, 0, 7, 10),
        }),
        { maxLength: 5 },
      ),
      comments: fc.array(
        fc.record({
          day: fc.integer({ min: TODAY - 45, max: TODAY + 5 }),
          minute: fc.integer({ min: 0, max: 3 }),
          feeling: fc.constantFrom(...FEELINGS),
          topic: fc.constantFrom(...COMMENT_TOPICS.slice(0, 3)),
          intensity: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 4 },
      ),
      memberships: fc.array(
        fc.record({
          groupId: fc.constantFrom(...GROUP_IDS),
          role: fc.constantFrom(...MEMBERSHIP_ROLES.slice(0, 2)),
          joinedDay: fc.integer({ min: TODAY - 45, max: TODAY + 5 }),
          leftDay: fc.constantFrom(undefined, TODAY - 20, TODAY - 1, TODAY, TODAY + 1),
        }),
        { maxLength: 3 },
      ),
      assignments: fc.array(
        fc.record({
          tagId: fc.constantFrom(...TAG_IDS),
          sinceDay: fc.integer({ min: TODAY - 20, max: TODAY + 2 }),
          untilDay: fc.constantFrom(undefined, TODAY - 3, TODAY, TODAY + 9),
        }),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['id', 'knownDay'] },
  );

/** One person of that id, with whatever may have happened to somebody. */
export const randomPerson = (id: string): fc.Arbitrary<WrittenPerson> => person(id);

/** Nobody to nine people. */
export const randomPeople: fc.Arbitrary<WrittenPerson[]> = fc
  .integer({ min: 0, max: 9 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, row) => person(`m${row}`))));

/** Days to ask for: today mostly, days before, sometimes one that is still to come. */
export const randomDay = fc.oneof(
  { weight: 3, arbitrary: fc.constant(TODAY) },
  { weight: 3, arbitrary: fc.integer({ min: TODAY - 50, max: TODAY - 1 }) },
  { weight: 1, arbitrary: fc.integer({ min: TODAY + 1, max: TODAY + 4 }) },
);
