import { COMMENT_TOPICS, type Comment, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { GROUP_PHASES } from '@shared/domain/groups/group.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { ORDER_STATUSES, type Order } from '@shared/domain/orders/order.schema';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { joinId } from '@shared/lib/record-ids';
import type { RowFrame } from '@shared/lib/row-frame';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/command';
import type { ConsoleDb } from '@/db/db';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import type { WriteDoor } from '@/db/write/write-door';
import { BUYERS, PEOPLE_PARTS, type PeopleWant } from './people-data';
import { PeopleService } from './people-service';
import { viewOf } from './people-view.testing';

/** Daylight saving ends in Berlin on 25 October 2026: days of 23 and 25 hours are among these. */
const TODAY = Date.UTC(2026, 9, 27, 21, 30);
const ZONE = 'Europe/Berlin';
const at = fc.integer({ min: -240, max: 30 }).map((hours) => TODAY + hours * 3_600_000);
const which = fc.nat(40);

const order = fc.record({
  who: fc.nat(5),
  orderedAt: at,
  amountFen: fc.integer({ min: -5, max: 900 }),
  refundFen: fc.nat(1000),
  status: fc.constantFrom(...ORDER_STATUSES),
  product: fc.constantFrom('阳光玫瑰', '土鸡蛋', '鲜奶'),
});
type OrderFacts = typeof order extends fc.Arbitrary<infer T> ? T : never;

/** Nothing of the rest may be missed because a part was read before it. */
const EVERYTHING: readonly PeopleWant[] = [...PEOPLE_PARTS, 'details', 'lines'];
const wants = fc.constantFrom(EVERYTHING, BUYERS, PEOPLE_PARTS, ['members', 'details'] as const);

/** What may happen to people, in any sequence. */
const step = fc.oneof(
  fc.record({ do: fc.constant('addOrder' as const), order }),
  fc.record({ do: fc.constant('editOrder' as const), which, order }),
  fc.record({ do: fc.constant('removeOrder' as const), which }),
  fc.record({
    do: fc.constant('importOrders' as const),
    orders: fc.array(order, { minLength: 1, maxLength: 9 }),
  }),
  fc.record({ do: fc.constant('importMembers' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    do: fc.constant('addMember' as const),
    identity: fc.constantFrom('store', 'consumer'),
  }),
  fc.record({
    do: fc.constant('editMember' as const),
    which,
    name: fc.constantFrom('王姐', '李叔'),
    birthday: fc.constantFrom(undefined, '1990-10-28'),
  }),
  fc.record({ do: fc.constant('removeMember' as const), which }),
  fc.record({ do: fc.constant('merge' as const), which, other: which }),
  fc.record({
    do: fc.constant('interact' as const),
    who: fc.nat(5),
    at,
    kind: fc.constantFrom(...INTERACTION_KINDS),
  }),
  fc.record({
    do: fc.constant('say' as const),
    who: fc.option(fc.nat(5)),
    at,
    feeling: fc.constantFrom(...FEELINGS),
    topic: fc.constantFrom(...COMMENT_TOPICS),
  }),
  fc.record({ do: fc.constant('attribute' as const), which, who: fc.nat(5) }),
  fc.record({
    do: fc.constant('tag' as const),
    which,
    expiresAt: fc.option(at),
    tagId: fc.constantFrom('hand-a', 'hand-b'),
  }),
  fc.record({ do: fc.constant('untag' as const), which }),
  fc.record({ do: fc.constant('join' as const), which, at, leftAt: fc.option(at) }),
  fc.record({ do: fc.constant('phase' as const), phase: fc.constantFrom(...GROUP_PHASES) }),
  fc.record({ do: fc.constant('rule' as const), times: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('ask' as const) }),
  fc.record({ do: fc.constant('look' as const), wants }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const ENTITIES = [
  'members',
  'orders',
  'interactions',
  'comments',
  'memberships',
  'tagAssignments',
  'groups',
  'tags',
] as const;

class Town {
  readonly groupId = v7();
  readonly first: string[] = Array.from({ length: 6 }, () => v7());

  constructor(readonly db: ConsoleDb) {}

  async found(tx: Tx): Promise<void> {
    await tx.create('groups', { id: this.groupId, name: '一群', openedAt: TODAY });
    for (const id of this.first) await tx.create('members', { id, name: '客人' });
  }

  orderOf({ who, product, ...facts }: OrderFacts): Order {
    const lines = [{ product, quantity: 1 }];
    return { ...facts, id: v7(), externalNo: '1', memberId: this.first[who] ?? '', lines };
  }

  async take(tx: Tx, one: Step): Promise<void> {
    const members = (await tx.all('members')).map(({ id }) => id);
    const pick = <T>(list: readonly T[], n: number) => list[n % Math.max(1, list.length)];
    switch (one.do) {
      case 'addOrder':
        return tx.create('orders', this.orderOf(one.order));
      case 'editOrder': {
        const id = pick(await tx.all('orders'), one.which)?.id;
        const { id: _, ...patch } = this.orderOf(one.order);
        return id ? tx.update('orders', id, patch) : undefined;
      }
      case 'removeOrder': {
        const id = pick(await tx.all('orders'), one.which)?.id;
        return id ? tx.remove('orders', id) : undefined;
      }
      case 'importOrders': {
        const batchId = tx.newId();
        return tx.bulkCreate(
          'orders',
          one.orders.map((facts) => ({ ...this.orderOf(facts), batchId })),
        );
      }
      case 'importMembers':
        return tx.bulkCreateFrame('members', memberFrame(tx, one.count));
      case 'addMember':
        return tx.create('members', {
          id: v7(),
          name: '新人',
          identity: one.identity as Member['identity'],
        });
      case 'editMember': {
        const id = pick(members, one.which);
        return id
          ? tx.update('members', id, { name: one.name, birthday: one.birthday })
          : undefined;
      }
      case 'removeMember': {
        const id = pick(members, one.which);
        return id ? tx.remove('members', id) : undefined;
      }
      case 'merge':
        return merge(tx, pick(members, one.which), pick(members, one.other));
      case 'interact': {
        const memberId = this.first[one.who] ?? '';
        return tx.create('interactions', {
          id: v7(),
          memberId,
          kind: one.kind,
          at: one.at,
          groupId: this.groupId,
        });
      }
      case 'say':
        return tx.create('comments', this.comment(one));
      case 'attribute': {
        const id = pick(await tx.all('comments'), one.which)?.id;
        return id ? tx.update('comments', id, { memberId: this.first[one.who] }) : undefined;
      }
      case 'tag': {
        const memberId = pick(members, one.which);
        if (!memberId) return undefined;
        const id = joinId(memberId, one.tagId);
        await tx.remove('tagAssignments', id);
        return tx.create('tagAssignments', {
          id,
          memberId,
          tagId: one.tagId,
          at: TODAY,
          ...(one.expiresAt === null ? {} : { expiresAt: one.expiresAt }),
        });
      }
      case 'untag': {
        const id = pick(await tx.all('tagAssignments'), one.which)?.id;
        return id ? tx.remove('tagAssignments', id) : undefined;
      }
      case 'join': {
        const memberId = pick(members, one.which);
        if (!memberId) return undefined;
        const id = joinId(memberId, this.groupId);
        const times = { joinedAt: one.at, leftAt: one.leftAt ?? undefined };
        if (await tx.get('memberships', id)) return tx.update('memberships', id, times);
        return tx.create('memberships', { id, memberId, groupId: this.groupId, ...times });
      }
      case 'phase':
        // The founding itself may have been undone.
        if (!(await tx.get('groups', this.groupId))) return undefined;
        return tx.update('groups', this.groupId, { phase: one.phase });
      case 'rule': {
        const rule: Rule = { kind: 'times', event: { of: 'order' }, times: { min: one.times } };
        await tx.remove('tags', 'own');
        return tx.create('tags', { id: 'own', name: '自己的', kind: 'behaviour', rule });
      }
      default:
        return undefined;
    }
  }

  private comment(one: Extract<Step, { do: 'say' }>): Comment {
    const memberId = one.who === null ? undefined : this.first[one.who];
    const { at: when, feeling, topic } = one;
    const whose = memberId ? { memberId } : {};
    return {
      id: v7(),
      at: when,
      feeling,
      topic,
      ...whose,
      text: '好',
      score: 1,
      intensity: 0,
      origin: 'paste',
      isCorrected: false,
    };
  }
}

function memberFrame(tx: Tx, count: number): RowFrame {
  return {
    n: count,
    columns: {
      id: { kind: 'uuid', bytes: tx.newIds(count) },
      name: { kind: 'text', values: Array.from({ length: count }, (_, i) => `导入${i}`) },
      identity: { kind: 'same', value: 'consumer' },
      source: { kind: 'same', value: 'import' },
      batchId: { kind: 'same', value: tx.newId() },
    },
  };
}

async function merge(
  tx: Tx,
  keptId: string | undefined,
  goneId: string | undefined,
): Promise<void> {
  if (!keptId || !goneId || keptId === goneId) return;
  for (const entity of ['orders', 'interactions'] as const) {
    const ids = (await tx.idsOf(entity, [goneId])).get(goneId) ?? [];
    await tx.bulkUpdate(
      entity,
      ids.map((id) => ({ id, patch: { memberId: keptId } })),
    );
  }
  for (const tag of await tx.findByIdPrefix('tagAssignments', `${goneId}.`)) {
    await tx.remove('tagAssignments', tag.id);
    const id = joinId(keptId, tag.tagId);
    if (!(await tx.get('tagAssignments', id)))
      await tx.create('tagAssignments', { ...tag, id, memberId: keptId });
  }
  await tx.remove('members', goneId);
}

const RULES: Rule[] = [
  { kind: 'times', event: { of: 'order' }, within: { lastDays: 4 }, times: { min: 1 } },
  { kind: 'times', event: { of: 'order', product: ['玫瑰'] }, times: { min: 1 } },
  { kind: 'money', measure: 'netFen', range: { min: 300 } },
  { kind: 'known', daysAgo: { max: 3 } },
  { kind: 'inGroup', phases: ['middle', 'late'] },
  { kind: 'times', event: { of: 'comment', feelings: ['bad'] }, times: { min: 1 } },
  { kind: 'days', event: { of: 'interaction', kinds: ['checkIn', 'share'] }, days: { min: 1 } },
  {
    kind: 'any',
    of: [
      { kind: 'tag', tagIds: ['hand-a'] },
      { kind: 'birthday', daysAway: { max: 3 } },
    ],
  },
  { kind: 'text', field: 'name', containsAny: ['王'] },
];

async function answersOf(service: PeopleService) {
  const columns = await service.columns(EVERYTHING);
  const ids = Object.keys(viewOf(columns));
  return {
    view: viewOf(columns),
    today: service.today(),
    ids: await Promise.all(RULES.map((rule) => service.ids(rule))),
    drift: await service.drift(RULES[0] as Rule, 3),
    remarks: await service.remarks(),
    tags: Object.fromEntries(
      await Promise.all(ids.map(async (id) => [id, await namesOf(service, id)] as const)),
    ),
  };
}

async function namesOf(service: PeopleService, id: string) {
  return (await service.tagsOf(id)).map(({ tagId, source }) => `${source} ${tagId}`).sort();
}

async function follow(
  door: WriteDoor,
  service: PeopleService,
  town: Town,
  one: Step,
): Promise<void> {
  if (one.do === 'undo') await door.undo();
  else if (one.do === 'redo') await door.redo();
  else if (one.do === 'ask') await service.bringTagsUp();
  else if (one.do === 'look') await service.columns(one.wants);
  else
    await door.run(
      commandOf([...ENTITIES], (tx) => town.take(tx, one)),
      {},
    );
}

describe('people in memory', () => {
  it('are the same as freshly read ones after any sequence of edits, imports, merges and undos', async () => {
    await fc.assert(
      fc.asyncProperty(wants, fc.array(step, { maxLength: 14 }), async (first, steps) => {
        const { db, door } = await openTestDoor();
        const clock = { now: () => TODAY, isByItself: false };
        const town = new Town(db);
        const kept = new PeopleService(async () => db, clock);
        door.onCommit((op, entities) => kept.onCommit(op, entities));
        await door.run(
          commandOf(['members', 'groups', 'workspace'], async (tx) => {
            await tx.create('workspace', { id: 'workspace', timeZone: ZONE });
            await town.found(tx);
          }),
          {},
        );
        await kept.columns(first);
        for (const one of steps) await follow(door, kept, town, one);
        const fresh = new PeopleService(async () => db, clock);
        await kept.bringTagsUp();
        const mine = await answersOf(kept);
        await fresh.workOutTags();
        const theirs = await answersOf(fresh);
        expect(mine).toEqual(theirs);
        expect(Object.keys(mine.view)).toEqual((await allRows(db, 'members')).map(({ id }) => id));
        db.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
