import { entityNames } from '@shared/domain/registry';
import { joinId } from '@shared/lib/record-ids';
import { startOfDay } from '@shared/lib/time';
import { beforeEach, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { commitRosterList, settleUnknown } from './group-lists.commands';
import { markNicknameTold, setNicknameTemplate } from './nicknames.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
const m = { a: '', b: '', c: '' };
const DAY = '2026-11-02';
const NOON = startOfDay(DAY, 'Asia/Shanghai') + 12 * 3_600_000;

beforeEach(async () => {
  desk = await openTestDoor();
  await desk.door.run(
    commandOf(['members', 'groups', 'memberships'], async (tx) => {
      await tx.create('groups', { id: 'g', name: '门店1群', capacity: 3, openedAt: 0 });
      for (const key of ['a', 'b', 'c'] as const) {
        const memberId = tx.newId();
        m[key] = memberId;
        await tx.create('members', { id: memberId, name: `店主${key}`, identity: 'store' });
        if (key === 'c') continue;
        const id = joinId(memberId, 'g');
        await tx.create('memberships', { id, memberId, groupId: 'g', joinedAt: 1 });
      }
    }),
    {},
  );
});

const everything = () => Promise.all(entityNames.map((entity) => allRows(desk.db, entity)));
const commit = (more: object = {}) =>
  desk.door.run(commitRosterList, {
    groupId: 'g',
    day: DAY,
    joined: [{ memberId: m.c, nickname: '杭州-c店-小陈' }],
    left: [m.b],
    stayed: [{ memberId: m.a, nickname: '杭州-a店-小安' }],
    unknown: ['赵六'],
    violatorIds: [],
    total: 3,
    ...more,
  });

it('writes who came, went and stayed, with the day and the story, and is undone whole', async () => {
  const before = await everything();
  const { joinedIds, leftIds } = await commit();
  expect([joinedIds, leftIds]).toEqual([[m.c], [m.b]]);
  const places = await allRows(desk.db, 'memberships');
  const place = (id: string) => places.find((row) => row.memberId === id);
  expect(place(m.a)).toMatchObject({ nickname: '杭州-a店-小安', joinedAt: 1 });
  expect(place(m.b)).toMatchObject({ leftAt: NOON });
  expect(place(m.c)).toMatchObject({ joinedAt: NOON, nickname: '杭州-c店-小陈' });
  const events = await allRows(desk.db, 'interactions');
  expect(events.map(({ kind, memberId, at }) => [kind, memberId, at])).toEqual([
    ['join', m.c, NOON],
    ['leave', m.b, NOON],
  ]);
  expect(await allRows(desk.db, 'groupDays')).toMatchObject([
    { id: `g.${DAY}`, members: 3, joined: 1, left: 1 },
  ]);
  const story = await allRows(desk.db, 'groupEvents');
  expect(story.map(({ kind }) => kind).sort()).toEqual(['full', 'list']);
  expect((await allRows(desk.db, 'groups'))[0]?.fullAt).toBe(NOON);
  await desk.door.undo();
  expect(await everything()).toEqual(before);
});

it('moves nobody when the same comes again, and refuses an older list', async () => {
  await commit();
  const places = await allRows(desk.db, 'memberships');
  expect(await commit()).toMatchObject({ joinedIds: [], leftIds: [] });
  expect(await allRows(desk.db, 'memberships')).toEqual(places);
  expect(await allRows(desk.db, 'interactions')).toHaveLength(2);
  await expect(commit({ day: '2026-10-01' })).rejects.toMatchObject({
    code: 'roster-older',
    data: { day: DAY },
  });
});

it('lets who left come back under the same record', async () => {
  await commit();
  const back = { joined: [{ memberId: m.b, nickname: '回来了' }], left: [], day: '2026-11-09' };
  expect((await commit(back)).joinedIds).toEqual([m.b]);
  const places = await allRows(desk.db, 'memberships');
  expect(places.filter((row) => row.memberId === m.b)).toHaveLength(1);
  expect(places.find((row) => row.memberId === m.b)?.leftAt).toBeUndefined();
});

it('makes an unknown name a member later', async () => {
  const { listId } = await commit();
  const before = await everything();
  const { memberId } = await desk.door.run(settleUnknown, { listId, name: '赵六' });
  const found = (await allRows(desk.db, 'members')).find(({ id }) => id === memberId);
  expect(found).toMatchObject({ name: '赵六', groupNickname: '赵六', identity: 'unknown' });
  const [list] = await allRows(desk.db, 'rosterLists');
  expect(list).toMatchObject({ unknown: [], joinedIds: [m.c, memberId] });
  await expect(desk.door.run(settleUnknown, { listId, name: '赵六' })).rejects.toMatchObject({
    code: 'roster-not-found',
  });
  await desk.door.undo();
  expect(await everything()).toEqual(before);
});

it('lets whoever only had a new name stay, as if the list had known it', async () => {
  const { listId } = await commit({ joined: [] });
  const before = await everything();
  await desk.door.run(settleUnknown, { listId, name: '赵六', memberId: m.b });
  const place = (await allRows(desk.db, 'memberships')).find((row) => row.memberId === m.b);
  expect(place).toMatchObject({ nickname: '赵六', joinedAt: 1 });
  expect(place).not.toHaveProperty('leftAt');
  expect((await allRows(desk.db, 'rosterLists'))[0]).toMatchObject({
    joinedIds: [],
    leftIds: [],
    unknown: [],
    stayed: 2,
  });
  expect(await allRows(desk.db, 'interactions')).toEqual([]);
  expect(await allRows(desk.db, 'groupDays')).toMatchObject([{ joined: 0, left: 0 }]);
  await desk.door.undo();
  expect(await everything()).toEqual(before);
});

it('leaves what was said of the day, adds up two lists of one day, and counts who is settled', async () => {
  await desk.door.run(
    commandOf(['groupDays'], (tx) =>
      tx.create('groupDays', { id: `g.${DAY}`, groupId: 'g', day: DAY, joined: 1, messages: 5 }),
    ),
    {},
  );
  const { listId } = await commit();
  expect(await allRows(desk.db, 'groupDays')).toMatchObject([
    { members: 3, joined: 1, left: 1, messages: 5 },
  ]);
  await commit({ joined: [{ memberId: m.b, nickname: '回来了' }], left: [], total: 4 });
  await desk.door.run(settleUnknown, { listId, name: '赵六' });
  expect(await allRows(desk.db, 'groupDays')).toMatchObject([{ members: 4, joined: 3, left: 1 }]);
});

it('makes members of strangers with the list, and takes them back with it', async () => {
  const before = await everything();
  const { joinedIds } = await commit({
    unknown: [],
    fresh: [{ nickname: '赵六', wechatId: 'zhao_liu', phone: '13700137000' }],
  });
  const made = (await allRows(desk.db, 'members')).find(({ id }) => id === joinedIds[1]);
  expect(made).toMatchObject({ name: '赵六', wechatId: 'zhao_liu', phone: '+8613700137000' });
  const places = await allRows(desk.db, 'memberships');
  expect(places.find((row) => row.memberId === made?.id)).toMatchObject({ nickname: '赵六' });
  expect((await allRows(desk.db, 'rosterLists'))[0]).toMatchObject({ stayed: 1, total: 3 });
  await desk.door.undo();
  expect(await everything()).toEqual(before);
});

it('keeps templates and who was told, each to be undone', async () => {
  const { listId } = await commit({ violatorIds: [m.a] });
  const before = await everything();
  await desk.door.run(markNicknameTold, { listId, memberIds: [m.a, m.a] });
  expect((await allRows(desk.db, 'rosterLists'))[0]?.toldIds).toEqual([m.a]);
  await desk.door.undo();
  await desk.door.run(setNicknameTemplate, { groupId: 'g', template: '{店名}-{姓名}' });
  await desk.door.run(setNicknameTemplate, { template: '{地区}-{姓名}' });
  expect((await allRows(desk.db, 'groups'))[0]?.nicknameTemplate).toBe('{店名}-{姓名}');
  expect((await allRows(desk.db, 'workspace'))[0]?.nicknameTemplate).toBe('{地区}-{姓名}');
  await desk.door.run(setNicknameTemplate, { groupId: 'g' });
  expect((await allRows(desk.db, 'groups'))[0]?.nicknameTemplate).toBeUndefined();
  for (let step = 0; step < 3; step += 1) await desk.door.undo();
  expect(await everything()).toEqual(before);
});
