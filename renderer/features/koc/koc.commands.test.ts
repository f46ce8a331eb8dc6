import { DEFAULT_KOC_SETTINGS } from '@shared/domain/koc/koc-settings.schema';
import { kocStepsSchema } from '@shared/domain/koc/koc-steps';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { KocDesk } from '@/workers/koc/koc-desk';
import { PeopleService } from '@/workers/people/people-service';
import { addFriendAction, editFriendAction, removeFriendAction } from './friend-actions.commands';
import {
  addKoc,
  editKoc,
  promiseIncentive,
  removeIncentive,
  removeKoc,
  setIncentiveGiven,
  setKocSettings,
  tickKocStep,
} from './koc.commands';
import { KOC_STEPS } from './koc-steps';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-20T12:00:00+08:00');
let test: Awaited<ReturnType<typeof openTestDoor>>;
let desk: KocDesk;
let memberId: string;
let otherId: string;

beforeEach(async () => {
  test = await openTestDoor();
  const database = async () => test.db;
  const people = new PeopleService(database, { isByItself: false, now: () => NOW });
  test.door.onCommit((op, entities) => people.onCommit(op, entities));
  desk = new KocDesk(database, people);
  [memberId = '', otherId = ''] = await test.door.run(
    commandOf(['groups', 'members', 'memberships', 'interactions', 'orders'], async (tx) => {
      await tx.create('groups', { id: 'g1', name: '一群', openedAt: 0 });
      const ids = [tx.newId(), tx.newId()];
      for (const [at, id] of ids.entries()) {
        await tx.create('members', { id, name: ['陈小满', '李阿姨'][at] ?? '' });
        await tx.create('memberships', {
          id: joinId(id, 'g1'),
          memberId: id,
          groupId: 'g1',
          joinedAt: NOW - 100 * DAY_MS,
        });
      }
      const [talker = '', buyer = ''] = ids;
      for (let day = 1; day <= 24; day += 1) {
        const at = NOW - day * DAY_MS;
        if (day % 3 === 0) {
          const id = tx.newId();
          await tx.create('interactions', { id, memberId: talker, kind: 'ugc', at, groupId: 'g1' });
        }
        for (let n = 0; n < (day % 3 === 0 ? 2 : day % 2); n += 1) {
          const id = tx.newId();
          await tx.create('orders', {
            id,
            memberId: buyer,
            externalNo: id,
            orderedAt: at,
            amountFen: 1000,
          });
        }
      }
      return ids;
    }),
    {},
  );
});

const koc = async () => (await allRows(test.db, 'kocs'))[0];

describe('core members', () => {
  it('are found by score, leave the candidates once added, and change state step by step', async () => {
    const found = await desk.candidates({ limit: 10 });
    expect(found).toMatchObject({ total: 2, members: 2, known: { answers: false, ugc: true } });
    // 8 posts of 10 for full marks; 16 orders followed of 20: (30 × 0.8 + 25 × 0.8) ÷ 0.7.
    expect(found.rows[0]).toMatchObject({ memberId, name: '陈小满', groupIds: ['g1'] });
    expect(found.rows[0]?.score).toBeCloseTo(44 / 0.7, 6);
    await test.door.run(addKoc, { memberId, name: '陈小满', groupId: 'g1' });
    expect((await desk.candidates({ limit: 10 })).rows.map((it) => it.memberId)).toEqual([otherId]);
    expect((await desk.scores([memberId]))[0]?.score).toBeCloseTo(44 / 0.7, 6);
    await expect(test.door.run(addKoc, { memberId })).rejects.toMatchObject({ code: 'koc-known' });
    await test.door.run(tickKocStep, { memberId, key: 'invite', isDone: true });
    expect(await koc()).toMatchObject({ state: 'cultivating', steps: { invite: {} } });
    await test.door.undo();
    expect(await koc()).toMatchObject({ state: 'candidate', steps: {} });
    await test.door.run(editKoc, { memberId, state: 'active', strengths: '做法' });
    await test.door.run(editKoc, { memberId, strengths: null });
    expect(await koc()).toMatchObject({ state: 'active' });
    expect(await koc()).not.toHaveProperty('strengths');
    await test.door.run(removeKoc, { memberId });
    expect(await koc()).toBeUndefined();
  });

  it('compares the days of the posts with the others', async () => {
    const effect = await desk.effect(memberId, 'g1');
    // 90 days up to yesterday, 8 with a post: two orders of one person each, 200 per 100 people.
    expect(effect?.orders.againstOwn).toMatchObject({
      postDays: 8,
      otherDays: 82,
      onPostDays: 200,
    });
    expect(effect?.orders.againstOwn.onOtherDays).toBeCloseTo((8 / 82) * 100, 6);
    expect(effect?.orders.againstOwn.low).toBeGreaterThan(0);
    expect(effect).toMatchObject({
      otherGroups: 0,
      orders: { againstOthers: { reason: 'tooFew' } },
    });
    expect(await desk.effect('nobody', 'g1')).toBeUndefined();
  });

  it('keeps a ledger of what was promised and given', async () => {
    await test.door.run(addKoc, { memberId });
    const promise = { memberId, kind: 'goods' as const, what: '新品样品一份' };
    const { incentiveId: id } = await test.door.run(promiseIncentive, promise);
    await test.door.run(setIncentiveGiven, { id, isGiven: true });
    expect((await allRows(test.db, 'kocIncentives'))[0]?.givenAt).toBeGreaterThan(0);
    await test.door.undo();
    expect((await allRows(test.db, 'kocIncentives'))[0]?.givenAt).toBeUndefined();
    await test.door.run(removeIncentive, { id });
    await expect(test.door.run(removeIncentive, { id })).rejects.toMatchObject({
      code: 'incentive-gone',
    });
  });

  it('scores by the weights that were set', async () => {
    const settings = structuredClone(DEFAULT_KOC_SETTINGS);
    for (const part of ['answers', 'orders', 'followers'] as const) settings.parts[part].weight = 0;
    await test.door.run(setKocSettings, { settings });
    expect((await desk.candidates({ limit: 1 })).rows[0]?.score).toBeCloseTo(80, 6);
  });

  it('has steps of its own to follow', () => {
    const keys = kocStepsSchema.parse(KOC_STEPS).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('members getting to know each other', () => {
  it('is noted with the people there, changed and removed', async () => {
    const action = {
      groupId: 'g1',
      day: '2026-11-18',
      kind: 'publicPraise' as const,
      title: '表彰晒单',
      memberIds: [memberId, memberId, 'gone'],
    };
    const { id } = await test.door.run(addFriendAction, action);
    expect(await allRows(test.db, 'friendActions')).toMatchObject([{ memberIds: [memberId] }]);
    await test.door.run(editFriendAction, { ...action, id, title: '表彰做法' });
    await test.door.run(removeFriendAction, { id });
    expect(await allRows(test.db, 'friendActions')).toEqual([]);
    await expect(test.door.run(addFriendAction, { ...action, groupId: 'x' })).rejects.toMatchObject(
      {
        code: 'chat-group-gone',
      },
    );
  });
});
