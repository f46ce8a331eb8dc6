import { groupSchema } from '@shared/domain/groups/group.schema';
import { memberClassSchema } from '@shared/domain/groups/member-class.schema';
import {
  PLACEMENT_RULES_ID,
  placementRulesSchema,
} from '@shared/domain/groups/placement-settings.schema';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import { joinId } from '@shared/lib/record-ids';
import fc from 'fast-check';
import { commandOf, openTestDoor } from '@/db/test-db';

export const OLD = 'old';
const PLACES = ['杭州', '宁波'] as const;

const identity = fc.constantFrom(...IDENTITIES);
const place = fc.constantFrom(...PLACES, undefined);
const maybe = <T>(value: T | undefined, key: string) =>
  value === undefined ? {} : { [key]: value };

const someGroup = fc
  .record({
    identity,
    region: place,
    channel: fc.constantFrom('抖音', undefined),
    classId: fc.constantFrom('class-a', 'class-b', undefined, undefined),
    capacity: fc.integer({ min: 1, max: 6 }),
    isDissolved: fc.boolean(),
  })
  .map(({ region, channel, classId, isDissolved, ...rest }) => ({
    ...rest,
    ...maybe(region, 'region'),
    ...maybe(channel, 'channel'),
    ...maybe(classId, 'classId'),
    phase: isDissolved && rest.capacity === 1 ? ('dissolved' as const) : ('middle' as const),
  }));

const someClass = fc.record({
  identities: fc.uniqueArray(identity, { maxLength: 2 }),
  regions: fc.uniqueArray(fc.constantFrom(...PLACES), { maxLength: 1 }),
});

const somebody = fc
  .record({
    identity,
    region: place,
    channel: fc.constantFrom('抖音', undefined),
    /** Groups they sit in before anything happens; whatever the rules say of that. */
    inside: fc.uniqueArray(fc.nat(4), { maxLength: 1 }),
    isInOld: fc.integer({ min: 0, max: 3 }).map((it) => it > 0),
  })
  .map(({ region, channel, ...rest }) => ({
    ...rest,
    traits: { identity: rest.identity, ...maybe(region, 'region'), ...maybe(channel, 'channel') },
  }));

const who = fc.uniqueArray(fc.nat(13), { minLength: 1, maxLength: 8 });
const where = fc.nat(4);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('move' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('invite' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('redirect' as const), who, where }) },
  // Somebody else comes in by another door, at the same moment as a move.
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('join' as const), who, where, at: fc.nat(13) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shrink' as const), where }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('dissolve' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('planAgain' as const), who, where }) },
);

export const situation = fc.record({
  groups: fc.array(someGroup, { minLength: 1, maxLength: 5 }),
  classes: fc.tuple(someClass, someClass),
  people: fc.array(somebody, { minLength: 2, maxLength: 14 }),
  rules: fc.record({
    forbiddenPairs: fc.uniqueArray(
      fc.tuple(identity, identity).filter(([one, other]) => one !== other),
      { maxLength: 4 },
    ),
    isUnknownBarred: fc.boolean(),
  }),
  /** Where the leader sends people first: the console's plan, or anything at all. */
  byHand: fc.option(fc.array(where, { minLength: 14, maxLength: 14 }), { nil: undefined }),
  steps: fc.array(step, { minLength: 3, maxLength: 14 }),
});
export type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

export const memberId = (at: number) => `m${at}`;
export const groupId = (at: number) => `g${at}`;

/** A community as it may be, good order or not. */
export async function settle({ groups, classes, people, rules }: Situation) {
  const desk = await openTestDoor();
  await desk.door.run(
    commandOf(
      ['members', 'groups', 'memberships', 'memberClasses', 'modelSettings'],
      async (tx) => {
        const settings = placementRulesSchema.parse(rules);
        await tx.create('modelSettings', { id: PLACEMENT_RULES_ID, settings, changedAt: 1 });
        for (const [at, id] of ['class-a', 'class-b'].entries()) {
          await tx.create(
            'memberClasses',
            memberClassSchema.parse({ id, name: id, ...classes[at] }),
          );
        }
        await tx.create('groups', { id: OLD, name: OLD, openedAt: 0, phase: 'late' });
        for (const [at, group] of groups.entries()) {
          const id = groupId(at);
          await tx.create('groups', groupSchema.parse({ id, name: id, openedAt: 0, ...group }));
        }
        const join = (member: string, group: string) =>
          tx.create('memberships', {
            id: joinId(member, group),
            memberId: member,
            groupId: group,
            joinedAt: 1,
          });
        for (const [at, { traits, inside, isInOld }] of people.entries()) {
          const id = memberId(at);
          await tx.create('members', { id, name: id, ...traits });
          if (isInOld) await join(id, OLD);
          for (const it of inside) if (it < groups.length) await join(id, groupId(it));
        }
      },
    ),
    {},
  );
  return desk;
}

export type Desk = Awaited<ReturnType<typeof settle>>;
