import type { Member } from '@shared/domain/members/member.schema';
import { isCounted } from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import { joinId } from '@shared/lib/record-ids';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleDb } from '@/db/db';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import type { WriteDoor } from '@/db/write/write-door';
import { ListService } from './list-service';
import type { MemberQuery } from './list-types';
import { compileNameTest, type ReadingsOf } from './name-match';
import { loadReadings } from './pinyin-readings';

const SURNAMES = [...'张王李曾单吕重'];
const GIVEN = [...'三四琳敏静伟芳娜'];
const REGIONS = ['杭州', '宁波', undefined];
const TAGS = ['tag-a', 'tag-b', 'tag-c'];

/** One step of a community's life, in numbers that pick who and what. */
type Step = { kind: (typeof KINDS)[number]; pick: number; size: number };
const KINDS = [
  'create',
  'edit',
  'import',
  'orders',
  'tag',
  'untag',
  'remove',
  'undo',
  'redo',
] as const;
const someStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(1_000_000),
  size: fc.integer({ min: 1, max: 6 }),
});

const of = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

function someone(pick: number, batchId?: string): Member {
  const region = of(REGIONS, pick);
  return {
    id: v7(),
    name: `${of(SURNAMES, pick)}${of(GIVEN, pick >> 3)}${of(GIVEN, pick >> 6)}`,
    identity: pick % 3 === 0 ? 'store' : 'unknown',
    source: batchId ? 'import' : 'manual',
    ...(pick % 4 === 0 ? {} : { phone: `+861380000${String(pick % 10_000).padStart(4, '0')}` }),
    ...(region ? { region } : {}),
    ...(batchId ? { batchId } : {}),
  };
}

function someOrder(memberId: string, pick: number, batchId: string): Order {
  return {
    id: v7(),
    externalNo: `NO${pick}`,
    memberId,
    orderedAt: 1_700_000_000_000 + (pick % 50) * 1000,
    amountFen: pick % 9000,
    refundFen: pick % 7 === 0 ? 10 : 0,
    status: pick % 5 === 0 ? 'cancelled' : 'paid',
    lines: [],
    batchId,
  };
}

async function take(db: ConsoleDb, door: WriteDoor, { kind, pick, size }: Step): Promise<void> {
  const people = await allRows(db, 'members');
  const person = of(people, pick);
  const batchId = v7();
  const run = (work: Parameters<typeof commandOf>[1]) =>
    door.run(commandOf(['members', 'orders', 'tagAssignments'], work), {});
  if (kind === 'undo') return void (await door.undo());
  if (kind === 'redo') return void (await door.redo());
  if (kind === 'create') return void (await run((tx) => tx.create('members', someone(pick))));
  if (kind === 'import') {
    const rows = Array.from({ length: size * 60 }, (_, i) => someone(pick + i * 37, batchId));
    await run((tx) => tx.bulkCreate('members', rows));
    return;
  }
  if (!person) return;
  const assignment = joinId(person.id, of(TAGS, pick) ?? '');
  await run(async (tx) => {
    if (kind === 'edit') {
      const { name, region } = someone(pick * 31);
      await tx.update('members', person.id, { name, region });
    }
    if (kind === 'orders') {
      const rows = Array.from({ length: size * 4 }, (_, i) =>
        someOrder(of(people, pick + i)?.id ?? '', pick + i * 13, batchId),
      );
      await tx.bulkCreate('orders', rows);
    }
    if (kind === 'tag' && !(await tx.get('tagAssignments', assignment))) {
      const tagId = of(TAGS, pick) ?? '';
      await tx.create('tagAssignments', { id: assignment, memberId: person.id, tagId, at: tx.now });
    }
    if (kind === 'untag') await tx.remove('tagAssignments', assignment);
    if (kind === 'remove') await tx.remove('members', person.id);
  });
}

let readingsOf: ReadingsOf;
beforeAll(async () => {
  readingsOf = await loadReadings();
});

/** The same answer from every row of the database, with nothing kept in memory. */
async function bruteForce(db: ConsoleDb, query: MemberQuery) {
  const [people, stats, tags] = await Promise.all([
    allRows(db, 'members'),
    allRows(db, 'memberStats'),
    allRows(db, 'tagAssignments'),
  ]);
  const { text = '', filter = {}, sort = 'newest', direction = 'desc' } = query;
  const test = compileNameTest(text, readingsOf);
  const rows = people.map((person) => {
    const own = stats.find((it) => it.id === person.id);
    return {
      ...person,
      tagIds: tags.filter((it) => it.memberId === person.id).map((it) => it.tagId),
      orderCount: own?.orderCount ?? 0,
      amountFen: own?.amountFen ?? 0,
      lastOrderAt: own?.lastOrderAt,
    };
  });
  const found = rows.filter(
    (it) =>
      (text === '' || test(it.name, 0, it.name.length) || isTail(it.phone, text)) &&
      (!filter.region || filter.region.includes(it.region ?? '')) &&
      (!filter.tagIds || it.tagIds.some((tag) => filter.tagIds?.includes(tag))) &&
      (filter.hasOrders === undefined || it.orderCount > 0 === filter.hasOrders),
  );
  const sign = direction === 'asc' ? 1 : -1;
  const collator = new Intl.Collator('zh-CN');
  const newest = (a: Member, b: Member) => (a.id < b.id ? 1 : -1);
  found.sort((a, b) => {
    if (sort === 'newest') return -sign * newest(a, b);
    if (sort === 'name') return sign * collator.compare(a.name, b.name) || newest(a, b);
    const [x, y] =
      sort === 'lastOrder' ? [a.lastOrderAt, b.lastOrderAt] : [a.amountFen, b.amountFen];
    if (x === undefined || y === undefined) {
      return x === y ? newest(a, b) : x === undefined ? 1 : -1;
    }
    return sign * (x - y) || newest(a, b);
  });
  return found.map(({ id, name, phone, region, tagIds, orderCount, amountFen, lastOrderAt }) => ({
    id,
    name,
    phone,
    region,
    tagIds: tagIds.sort(),
    orderCount,
    amountFen,
    lastOrderAt,
  }));
}

const isTail = (phone: string | undefined, text: string) =>
  /^\d{1,4}$/.test(text) && phone?.slice(-4).includes(text) === true;

const QUERIES: MemberQuery[] = [
  {},
  { direction: 'asc' },
  { sort: 'name', direction: 'asc' },
  { sort: 'spent', direction: 'desc' },
  { sort: 'lastOrder', direction: 'asc' },
  { text: 'zs' },
  { text: 'wang', sort: 'spent' },
  { text: '00' },
  { filter: { region: ['杭州'] } },
  { filter: { region: [''] }, sort: 'name' },
  { filter: { tagIds: ['tag-a', 'tag-c'] } },
  { filter: { hasOrders: true }, sort: 'lastOrder' },
];

describe('lists in memory', () => {
  it('answer as the whole database does, whatever was created, imported, edited and undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someStep, { minLength: 3, maxLength: 14 }), async (steps) => {
        const { db, door } = await openTestDoor();
        const lists = new ListService(async () => db);
        door.onCommit((op, entities, statsOf) => lists.onCommit(op, entities, statsOf));
        for (const step of steps) {
          await take(db, door, step);
          const query = QUERIES[step.pick % QUERIES.length] ?? {};
          const answer = await lists.queryMembers({ ...query, limit: 100_000 });
          const shown = answer.rows.map(({ id, name, phone, region, tagIds, ...row }) => ({
            id,
            name,
            phone,
            region,
            tagIds: tagIds.sort(),
            orderCount: row.orderCount,
            amountFen: row.amountFen,
            lastOrderAt: row.lastOrderAt,
          }));
          expect(shown).toEqual(await bruteForce(db, query));
          await expectOrders(db, lists, step.pick);
        }
        db.close();
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

async function expectOrders(db: ConsoleDb, lists: ListService, pick: number): Promise<void> {
  const orders = await allRows(db, 'orders');
  const people = await allRows(db, 'members');
  const latest = [...orders].sort((a, b) => b.orderedAt - a.orderedAt || (a.id < b.id ? 1 : -1));
  const buyer = of(people, pick)?.id ?? 'nobody';
  const own = await lists.ordersOf(buyer);
  expect(own.rows.map((it) => it.id)).toEqual(
    latest.filter((it) => it.memberId === buyer).map((it) => it.id),
  );
  const filter = { statuses: ['paid' as const], fromMs: 1_700_000_010_000, text: 'no1' };
  const answer = await lists.queryOrders({ ...filter, limit: 100_000 });
  const expected = latest.filter(
    (it) =>
      it.status === 'paid' && it.orderedAt >= filter.fromMs && it.externalNo.startsWith('NO1'),
  );
  const counted = expected.filter(isCounted);
  expect(answer.total).toBe(expected.length);
  expect(answer.amountFen).toBe(counted.reduce((sum, it) => sum + it.amountFen, 0));
  expect(answer.refundFen).toBe(counted.reduce((sum, it) => sum + it.refundFen, 0));
  expect(answer.rows).toEqual(
    expected.map(({ id, memberId, orderedAt, amountFen, refundFen, status, externalNo }) => {
      const name = people.find((it) => it.id === memberId)?.name;
      const row = { id, memberId, orderedAt, amountFen, refundFen, status, externalNo };
      return name === undefined ? row : { ...row, buyer: name };
    }),
  );
}
