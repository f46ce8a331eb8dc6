import type { Identity } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { archiveClass, orderClasses, saveClass, savePlacementRules } from './classes.commands';
import { createGroup, openNextGroup } from './groups.commands';
import { leaveWaitingList, moveMembers, placeByPlan, placeMembers } from './placing.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;

beforeEach(async () => {
  desk = await openTestDoor();
  runId = await desk.door.run(
    commandOf(['sopRuns'], async (tx) => {
      const id = tx.newId();
      const flow = { templateKey: 'traffic-7', templateVersion: 1, status: 'running' as const };
      await tx.create('sopRuns', { id, title: '三月第一轮', startedAt: tx.now, ...flow });
      return id;
    }),
    {},
  );
});

async function addMembers(...identities: Identity[]): Promise<string[]> {
  return desk.door.run(
    commandOf(['members'], async (tx) => {
      const ids: string[] = [];
      for (const [index, identity] of identities.entries()) {
        const id = tx.newId();
        await tx.create('members', { id, name: `成员${index}`, identity });
        ids.push(id);
      }
      return ids;
    }),
    {},
  );
}

const approveAll = (memberIds: string[]) =>
  desk.door.run(
    commandOf(['audits'], async (tx) => {
      for (const memberId of memberIds) {
        const id = joinId(memberId, runId);
        await tx.create('audits', { id, memberId, runId, status: 'approved', at: tx.now });
      }
    }),
    {},
  );

const newGroup = (identity: Identity, capacity = 500) =>
  desk.door.run(
    commandOf(['groups'], async (tx) => {
      const id = tx.newId();
      await tx.create('groups', { id, name: '一群', identity, capacity, openedAt: tx.now });
      return id;
    }),
    {},
  );

const inside = async () =>
  (await allRows(desk.db, 'memberships'))
    .filter((row) => row.leftAt === undefined)
    .map((row) => row.memberId);

describe('placing by hand', () => {
  it('places by class and says why somebody stays out', async () => {
    const ids = await addMembers('store', 'online', 'consumer', 'unknown', 'store');
    const [first, online, consumer, unknown, late] = ids;
    await approveAll(ids.slice(0, 4));
    const groupId = await newGroup('store');
    const plan = await desk.door.run(placeMembers, { runId, groupId, memberIds: ids });
    expect(plan.placed).toEqual([{ memberId: first, way: 'scan' }]);
    expect(plan.refused).toEqual([
      { memberId: online, reason: 'identityConflict', rival: 'store', groupId },
      { memberId: consumer, reason: 'consumerBarred', rival: 'store', groupId },
      { memberId: unknown, reason: 'identityUnknown', groupId },
      { memberId: late, reason: 'notApproved' },
    ]);
    expect((await allRows(desk.db, 'memberships'))[0]).toMatchObject({ groupId, runId });
  });

  it('looks at who is inside a group without a class, and at its room', async () => {
    const ids = await addMembers('online', 'store', 'online', 'online');
    await approveAll(ids);
    const groupId = await newGroup('unknown', 2);
    const place = (memberIds: string[]) =>
      desk.door.run(placeMembers, { runId, groupId, memberIds });
    await place(ids.slice(0, 1));
    const plan = await place(ids);
    expect(plan.placed.map(({ memberId }) => memberId)).toEqual([ids[2]]);
    expect(plan.refused.map(({ reason }) => reason)).toEqual([
      'alreadyInside',
      'identityConflict',
      'groupFull',
    ]);
  });

  it('is taken back whole by one undo', async () => {
    const ids = await addMembers('store', 'store');
    await approveAll(ids);
    const groupId = await newGroup('store');
    await desk.door.run(placeMembers, { runId, groupId, memberIds: ids });
    expect(await inside()).toEqual(ids);
    await desk.door.undo();
    expect(await inside()).toEqual([]);
  });

  it('lets somebody who left come back', async () => {
    const [memberId = ''] = await addMembers('store');
    await approveAll([memberId]);
    const groupId = await newGroup('store');
    const place = () => desk.door.run(placeMembers, { runId, groupId, memberIds: [memberId] });
    await place();
    await desk.door.run(
      commandOf(['memberships'], (tx) =>
        tx.update('memberships', joinId(memberId, groupId), { leftAt: tx.now }),
      ),
      {},
    );
    expect(await inside()).toEqual([]);
    await place();
    expect(await inside()).toEqual([memberId]);
    expect(await allRows(desk.db, 'memberships')).toHaveLength(1);
  });
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );

const waitingIds = async () =>
  (await allRows(desk.db, 'waitingEntries')).map((row) => row.memberId).sort();

const setRegion = (memberId: string, region: string) =>
  desk.door.run(
    commandOf(['members'], (tx) => tx.update('members', memberId, { region })),
    {},
  );

describe('a group that is full for the first time', () => {
  const group = async () => (await allRows(desk.db, 'groups'))[0];
  const story = async () => (await allRows(desk.db, 'groupEvents')).map(({ kind }) => kind);
  const ownRuns = async (groupId: string) =>
    (await allRows(desk.db, 'sopRuns')).filter((run) => run.groupId === groupId);

  it('begins its early phase with the flows of it, and one undo takes all of it back', async () => {
    const [a = '', b = ''] = await addMembers('store', 'store');
    await approveAll([a, b]);
    const groupId = await newGroup('store', 2);
    await desk.door.run(placeMembers, { runId, groupId, memberIds: [a] });
    expect([(await group())?.fullAt, await story()]).toEqual([undefined, []]);
    await desk.door.run(placeMembers, { runId, groupId, memberIds: [b], language: 'en' });
    const { fullAt, phaseSince } = (await group()) ?? {};
    expect(fullAt).toEqual(expect.any(Number));
    expect(phaseSince).toBe(fullAt);
    expect(await story()).toEqual(['full']);
    const runs = await ownRuns(groupId);
    expect(runs.map(({ templateKey, title }) => [templateKey, title]).sort()).toEqual([
      ['entry-ceremony', 'The entry ceremony · 一群'],
      ['newcomers-7-days', 'Seven days for newcomers · 一群'],
    ]);
    await desk.door.undo();
    expect([(await group())?.fullAt, await story(), await ownRuns(groupId)]).toEqual([
      undefined,
      [],
      [],
    ]);
    expect(await inside()).toEqual([a]);
  });

  it('is full once: who leaves and comes again starts nothing anew', async () => {
    const [a = '', b = ''] = await addMembers('store', 'store');
    await approveAll([a, b]);
    const groupId = await newGroup('store', 1);
    const other = await newGroup('store', 5);
    await desk.door.run(placeMembers, { runId, groupId, memberIds: [a] });
    await desk.door.run(moveMembers, { fromGroupId: groupId, groupId: other, memberIds: [a] });
    await desk.door.run(placeMembers, { runId, groupId, memberIds: [b] });
    expect(await story()).toEqual(['full']);
    expect(await ownRuns(groupId)).toHaveLength(2);
  });
});

describe('placing by the plan that was shown', () => {
  it('places, lists the others, and one undo takes back both and the list', async () => {
    const [a = '', b = '', c = ''] = await addMembers('store', 'store', 'store');
    await approveAll([a, b, c]);
    const groupId = await newGroup('store', 2);
    const later = [{ memberId: c, classId: 'class-store', reason: 'full' as const, runId }];
    await desk.door.run(placeByPlan, { items: [], waiting: later });
    expect(await waitingIds()).toEqual([c]);
    const items = [a, c].map((memberId) => ({ memberId, groupId, runId }));
    const waiting = [{ memberId: b, classId: 'class-store', reason: 'full' as const, runId }];
    const done = await desk.door.run(placeByPlan, { items, waiting });
    expect(done).toEqual({ placed: [a, c], refused: [], waiting: 1 });
    expect((await inside()).sort()).toEqual([a, c].sort());
    expect(await waitingIds()).toEqual([b]);
    const told = (await allRows(desk.db, 'runEvents')).filter(({ kind }) => kind === 'placed');
    expect(told.map(({ detail }) => detail)).toEqual([
      { count: 0, waiting: 1 },
      { count: 2, waiting: 1 },
    ]);
    await desk.door.undo();
    expect(await inside()).toEqual([]);
    expect(await allRows(desk.db, 'groupEvents')).toEqual([]);
    expect(await waitingIds()).toEqual([c]);
    await desk.door.redo();
    expect(await waitingIds()).toEqual([b]);
  });

  it('refuses what changed since the plan was made, and says each', async () => {
    const [a = '', rival = '', late = '', gone = ''] = await addMembers(
      'store',
      'online',
      'store',
      'store',
    );
    await approveAll([a, rival, gone]);
    const groupId = await newGroup('unknown', 1);
    const other = await newGroup('unknown', 5);
    await desk.door.run(placeMembers, { runId, groupId: other, memberIds: [rival] });
    const items = [
      { memberId: a, groupId: other, runId },
      { memberId: late, groupId, runId },
      { memberId: gone, groupId: 'no-such-group', runId },
    ];
    const done = await desk.door.run(placeByPlan, { items });
    expect(done.placed).toEqual([]);
    expect(done.refused.map(({ memberId, reason }) => [memberId, reason])).toEqual([
      [a, 'identityConflict'],
      [late, 'notApproved'],
      [gone, 'groupDissolved'],
    ]);
  });

  it('never goes above the room, whatever the plan says', async () => {
    const ids = await addMembers('store', 'store', 'store');
    await approveAll(ids);
    const groupId = await newGroup('store', 2);
    const items = ids.map((memberId) => ({ memberId, groupId, runId }));
    const done = await desk.door.run(placeByPlan, { items });
    expect(done.placed).toHaveLength(2);
    expect(done.refused).toMatchObject([{ memberId: ids[2], reason: 'groupFull' }]);
    const again = await desk.door.run(placeByPlan, { items });
    expect(again.placed).toEqual([]);
  });

  it('places from the waiting list without a run, and lets people leave it', async () => {
    const [a = '', b = '', stranger = ''] = await addMembers('store', 'store', 'store');
    await approveAll([a, b]);
    const waiting = [a, b].map((memberId) => {
      return { memberId, classId: 'class-store', reason: 'noGroup' as const, runId };
    });
    await desk.door.run(placeByPlan, { items: [], waiting });
    const { groupId } = await desk.door.run(openNextGroup, {
      classId: 'class-store',
      name: '实体门店1群',
    });
    const items = [a, stranger].map((memberId) => ({ memberId, groupId }));
    const done = await desk.door.run(placeByPlan, { items });
    expect(done.placed).toEqual([a]);
    expect(done.refused).toEqual([{ memberId: stranger, reason: 'notApproved' }]);
    await desk.door.run(leaveWaitingList, { entryIds: [joinId(b, 'class-store')] });
    expect(await waitingIds()).toEqual([]);
    await desk.door.undo();
    expect(await waitingIds()).toEqual([b]);
  });
});

describe('exceptions and moves', () => {
  it('lets another region in with a reason, and never a rival', async () => {
    const [far = '', rival = ''] = await addMembers('store', 'online');
    await approveAll([far, rival]);
    await setRegion(far, '杭州');
    await setRegion(rival, '杭州');
    const { groupId } = await desk.door.run(createGroup, {
      name: '花城实体',
      identity: 'store',
      region: '广州',
      capacity: 500,
      phase: 'early',
    });
    const place = (overrideReason?: string) =>
      desk.door.run(placeMembers, {
        runId,
        groupId,
        memberIds: [far, rival],
        ...(overrideReason && { overrideReason }),
      });
    expect((await place()).refused.map(({ reason }) => reason)).toEqual([
      'regionDiffers',
      'identityConflict',
    ]);
    const done = await place('老店在广州有分店');
    expect(done.placed.map(({ memberId }) => memberId)).toEqual([far]);
    expect(done.refused.map(({ reason }) => reason)).toEqual(['identityConflict']);
    const [group] = await allRows(desk.db, 'groups');
    expect(group?.exceptions).toMatchObject([{ memberId: far, reason: '老店在广州有分店' }]);
    await desk.door.undo();
    expect((await allRows(desk.db, 'groups'))[0]?.exceptions).toBeUndefined();
  });

  it('moves people and keeps who may not come where they are', async () => {
    const [a = '', b = ''] = await addMembers('store', 'online');
    await approveAll([a, b]);
    const from = await newGroup('unknown');
    await desk.door.run(placeMembers, { runId, groupId: from, memberIds: [a] });
    await desk.door.run(
      commandOf(['memberships'], (tx) =>
        tx.create('memberships', {
          id: joinId(b, from),
          memberId: b,
          groupId: from,
          joinedAt: tx.now,
        }),
      ),
      {},
    );
    const groupId = await newGroup('store');
    const moved = await desk.door.run(moveMembers, {
      fromGroupId: from,
      groupId,
      memberIds: [a, b],
    });
    expect(moved.placed.map(({ memberId }) => memberId)).toEqual([a]);
    const rows = (await allRows(desk.db, 'memberships')).filter((row) => !row.leftAt);
    expect(rows.map((row) => [row.memberId, row.groupId])).toEqual(
      expect.arrayContaining([
        [a, groupId],
        [b, from],
      ]),
    );
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.memberId === a)?.runId).toBe(runId);
    await desk.door.undo();
    const back = (await allRows(desk.db, 'memberships')).filter((row) => !row.leftAt);
    expect(back.map((row) => row.groupId)).toEqual([from, from]);
  });
});

describe('classes', () => {
  const classes = async () =>
    (await allRows(desk.db, 'memberClasses')).sort((a, b) => a.rank - b.rank);
  const fields = { name: '广州实体', identities: ['store' as const], regions: ['广州'] };

  it('keeps the ready-made ones with the first change, and undo takes back all of it', async () => {
    await desk.door.run(saveClass, { fields, isFirst: true, language: 'zh' });
    expect((await classes()).map(({ name }) => name)).toEqual([
      '广州实体',
      '实体门店',
      '微商/网商',
      'C 端',
    ]);
    await desk.door.undo();
    expect(await classes()).toEqual([]);
  });

  it('are ordered and put away, but never the last of them', async () => {
    const order = ['class-consumer', 'class-store', 'class-online'];
    await desk.door.run(orderClasses, { classIds: order, language: 'zh' });
    expect((await classes()).map(({ id }) => id)).toEqual(order);
    const putAway = (classId: string) =>
      desk.door.run(archiveClass, { classId, name: '', language: 'zh' });
    await putAway('class-store');
    await putAway('class-online');
    expect(await codeOf(putAway('class-consumer'))).toBe('class-last');
    expect(await codeOf(putAway('class-store'))).toBe('class-not-found');
    expect(await codeOf(desk.door.run(openNextGroup, { classId: 'class-store', name: '群' }))).toBe(
      'class-not-found',
    );
  });

  it('open their next group with their own figures', async () => {
    const own = { ...fields, capacity: 120 };
    const { classId } = await desk.door.run(saveClass, { fields: own, language: 'zh' });
    await desk.door.run(openNextGroup, { classId, name: '广州实体1群' });
    expect((await allRows(desk.db, 'groups'))[0]).toMatchObject({
      classId,
      identity: 'store',
      region: '广州',
      capacity: 120,
      scanLimit: 200,
    });
  });

  it('obey the leader’s own matrix at the door', async () => {
    const [a = '', b = ''] = await addMembers('store', 'online');
    await approveAll([a, b]);
    const groupId = await newGroup('unknown');
    const place = () => desk.door.run(placeMembers, { runId, groupId, memberIds: [a, b] });
    expect((await place()).placed).toHaveLength(1);
    await desk.door.run(savePlacementRules, { rules: { forbiddenPairs: [] } });
    expect((await place()).placed.map(({ memberId }) => memberId)).toEqual([b]);
  });
});
