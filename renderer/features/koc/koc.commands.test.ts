import { MOST_INCENTIVE_FEN, MOST_INCENTIVE_POINTS } from '@shared/domain/koc/koc.schema';
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
    expect((await desk.standings([memberId])).rows[0]?.score).toBeCloseTo(44 / 0.7, 6);
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

  it('carry the role in their group while they are on the list; other roles stay', async () => {
    const roles = async () =>
      (await allRows(test.db, 'memberships')).map(({ memberId: who, role }) => [who, role]);
    await test.door.run(addKoc, { memberId, groupId: 'g1' });
    expect(await roles()).toContainEqual([memberId, 'koc']);
    expect(await roles()).toContainEqual([otherId, 'ordinary']);
    await test.door.undo();
    expect(await roles()).toContainEqual([memberId, 'ordinary']);
    await test.door.run(
      commandOf(['memberships'], (tx) =>
        tx.update('memberships', joinId(otherId, 'g1'), { role: 'official' }),
      ),
      {},
    );
    expect((await desk.candidates({ limit: 9 })).rows.map((it) => it.memberId)).toEqual([memberId]);
    await test.door.run(addKoc, { memberId });
    await test.door.run(addKoc, { memberId: otherId });
    expect(await roles()).toContainEqual([otherId, 'official']);
    await test.door.run(removeKoc, { memberId });
    await test.door.run(removeKoc, { memberId: otherId });
    expect((await roles()).sort()).toEqual(
      [
        [memberId, 'ordinary'],
        [otherId, 'official'],
      ].sort(),
    );
  });

  it('take the role along when another group becomes their home', async () => {
    await test.door.run(
      commandOf(['groups', 'memberships'], async (tx) => {
        for (const groupId of ['g2', 'g3']) {
          await tx.create('groups', { id: groupId, name: groupId, openedAt: 0 });
          const id = joinId(memberId, groupId);
          const role = groupId === 'g3' ? ('official' as const) : ('ordinary' as const);
          await tx.create('memberships', { id, memberId, groupId, joinedAt: 0, role });
        }
      }),
      {},
    );
    const roles = async () => {
      const own = (await allRows(test.db, 'memberships')).filter((it) => it.memberId === memberId);
      return Object.fromEntries(own.map(({ groupId, role }) => [groupId, role]));
    };
    await test.door.run(addKoc, { memberId, groupId: 'g1' });
    await test.door.run(editKoc, { memberId, groupId: 'g2' });
    expect(await roles()).toEqual({ g1: 'ordinary', g2: 'koc', g3: 'official' });
    await test.door.undo();
    expect(await roles()).toEqual({ g1: 'koc', g2: 'ordinary', g3: 'official' });
    await test.door.redo();
    // Other fields, or the same home again, leave roles alone.
    await test.door.run(editKoc, { memberId, groupId: 'g2', note: '晚上在线' });
    await test.door.run(editKoc, { memberId, strengths: '做法' });
    expect(await roles()).toEqual({ g1: 'ordinary', g2: 'koc', g3: 'official' });
    // Without a home they are one wherever they are inside; and back.
    await test.door.run(editKoc, { memberId, groupId: null });
    expect(await roles()).toEqual({ g1: 'koc', g2: 'koc', g3: 'official' });
    await test.door.run(editKoc, { memberId, groupId: 'g1' });
    expect(await roles()).toEqual({ g1: 'koc', g2: 'ordinary', g3: 'official' });
  });

  it('are told with their trend, their last post and those who follow them', async () => {
    const { rows, known } = await desk.standings([memberId, 'nobody']);
    const day = (ago: number) => new Date(NOW - ago * DAY_MS).toISOString().slice(0, 10);
    expect(rows).toHaveLength(1);
    expect(known.answers).toBe(false);
    // All of it happened within the last 24 days: 28 days ago there was nothing.
    expect(rows[0]).toMatchObject({ before: 0, lastPostDay: day(3), lastActiveDay: day(3) });
    const followers = await desk.followers(memberId);
    expect(followers).toMatchObject({ people: 1, orders: 16, share: 16 });
    expect(followers?.rows[0]).toMatchObject({ memberId: otherId, postDays: 8, otherOrders: 8 });
    expect(await desk.followers('nobody')).toBeUndefined();
  });

  it('are searched by name and read in blocks', async () => {
    const ask = async (question: Parameters<KocDesk['candidates']>[0]) =>
      (await desk.candidates(question)).rows.map((row) => row.name);
    expect(await ask({ limit: 1, offset: 1 })).toEqual(['李阿姨']);
    expect(await ask({ limit: 9, text: ' 小满 ' })).toEqual(['陈小满']);
    for (const typed of ['chenxiaoman', 'cxm', 'xiaom', '陈xm', 'XM']) {
      expect(await ask({ limit: 9, text: typed })).toEqual(['陈小满']);
    }
    expect(await ask({ limit: 9, text: 'ay' })).toEqual(['李阿姨']);
    expect(await ask({ limit: 9, groupId: 'nowhere' })).toEqual([]);
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

  it('promises nothing beyond the limits', async () => {
    await test.door.run(addKoc, { memberId });
    const promise = { memberId, kind: 'money' as const, what: '红包' };
    for (const worth of [
      { amountFen: MOST_INCENTIVE_FEN + 1 },
      { points: MOST_INCENTIVE_POINTS + 1 },
    ]) {
      expect(() => test.door.run(promiseIncentive, { ...promise, ...worth })).toThrow();
    }
    expect(await allRows(test.db, 'kocIncentives')).toEqual([]);
    await test.door.run(promiseIncentive, { ...promise, amountFen: MOST_INCENTIVE_FEN });
    expect(await allRows(test.db, 'kocIncentives')).toMatchObject([
      { amountFen: MOST_INCENTIVE_FEN },
    ]);
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
  it('is suggested from what is on record, and no longer once it is noted', async () => {
    const before = await desk.friendIdeas();
    expect(before.newcomers).toEqual([]);
    expect(before.helpers).toMatchObject([{ memberId, groupId: 'g1', answers: 0, posts: 2 }]);
    const praise = { groupId: 'g1', day: '2026-11-20', kind: 'publicPraise' as const };
    await test.door.run(addFriendAction, { ...praise, title: '表彰', memberIds: [memberId] });
    expect((await desk.friendIdeas('g1')).helpers).toEqual([]);
  });

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
