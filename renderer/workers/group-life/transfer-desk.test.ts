import { joinId } from '@shared/lib/record-ids';
import { beforeEach, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { PeopleService } from '../people/people-service';
import { TransferDesk } from './transfer-desk';

const DAY_MS = 86_400_000;
let door: Awaited<ReturnType<typeof openTestDoor>>['door'];
let desk: TransferDesk;

beforeEach(async () => {
  const opened = await openTestDoor();
  door = opened.door;
  const database = async () => opened.db;
  const people = new PeopleService(database, { isByItself: false });
  door.onCommit((op, entities) => people.onCommit(op, entities));
  desk = new TransferDesk(database, people);
});

it('counts what people of the group did in the weeks, there or nowhere named', async () => {
  const now = Date.now();
  const ids = await door.run(
    commandOf(
      ['members', 'groups', 'memberships', 'orders', 'interactions', 'kocs'],
      async (tx) => {
        const [buyer, talker, gone] = [tx.newId(), tx.newId(), tx.newId()];
        await tx.create('groups', { id: 'old', name: '老群', openedAt: 0 });
        await tx.create('groups', { id: 'side', name: '旁群', openedAt: 0 });
        for (const [id, name] of [
          [buyer, '林小满'],
          [talker, '周远'],
          [gone, '许静'],
        ] as const) {
          await tx.create('members', { id, name, identity: 'store', region: '苏州' });
          const stay = { id: joinId(id, 'old'), memberId: id, groupId: 'old', joinedAt: 1 };
          await tx.create('memberships', {
            ...stay,
            ...(id === gone && { leftAt: now - DAY_MS }),
            ...(id === buyer && { nickname: '苏州-小满果行-林小满' }),
          });
        }
        const side = { id: joinId(talker, 'side'), memberId: talker, groupId: 'side' };
        await tx.create('memberships', { ...side, joinedAt: 1 });
        await tx.create('kocs', { id: talker, state: 'active', since: 1 });
        const order = async (agoDays: number, status: 'paid' | 'cancelled') => {
          const id = tx.newId();
          await tx.create('orders', {
            id,
            externalNo: id,
            memberId: buyer,
            orderedAt: now - agoDays * DAY_MS,
            amountFen: 5000,
            refundFen: 1000,
            status,
          });
        };
        await order(3, 'paid');
        await order(20, 'paid');
        await order(4, 'cancelled');
        await order(90, 'paid');
        const act = (kind: 'question' | 'note' | 'ugc', groupId?: string) =>
          tx.create('interactions', {
            id: tx.newId(),
            memberId: talker,
            kind,
            at: now - 2 * DAY_MS,
            ...(groupId && { groupId }),
          });
        await act('question', 'old');
        await act('ugc');
        await act('ugc', 'side');
        await act('note', 'old');
        return { buyer, talker, gone };
      },
    ),
    {},
  );
  const answer = await desk.facts({ groupId: 'old', weeks: 8, nowMs: now });
  expect(answer).toMatchObject({ hasOrders: true, hasInteractions: true });
  const byId = new Map(answer.people.map((it) => [it.memberId, it]));
  expect([...byId.keys()].sort()).toEqual([ids.buyer, ids.talker].sort());
  expect(byId.get(ids.buyer)).toMatchObject({
    name: '林小满',
    nickname: '苏州-小满果行-林小满',
    identity: 'store',
    region: '苏州',
    role: 'ordinary',
    orders: 2,
    netFen: 8000,
    interactions: 0,
    insideGroupIds: ['old'],
  });
  expect(byId.get(ids.talker)).toMatchObject({ role: 'koc', interactions: 2, orders: 0 });
  expect(byId.get(ids.talker)?.insideGroupIds.sort()).toEqual(['old', 'side']);
  const [left] = (await desk.facts({ groupId: 'old', weeks: 1, nowMs: now, memberIds: [ids.gone] }))
    .people;
  expect(left).toMatchObject({ name: '许静', insideGroupIds: [], orders: 0 });
  // A window that stood open for ten weeks asks with its own clock, not with that of the last answer.
  const later = await desk.facts({ groupId: 'old', weeks: 8, nowMs: now + 70 * DAY_MS });
  expect(later.people.find((it) => it.memberId === ids.buyer)?.orders).toBe(0);
});
