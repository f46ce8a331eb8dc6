import type { Identity } from '@shared/domain/members/member.schema';
import { joinId } from '@shared/lib/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { placeMembers } from './placement.commands';

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

describe('placement', () => {
  it('places by class and says why somebody stays out', async () => {
    const ids = await addMembers('store', 'online', 'consumer', 'unknown', 'store');
    const [first, online, consumer, unknown, late] = ids;
    await approveAll(ids.slice(0, 4));
    const groupId = await newGroup('store');
    const plan = await desk.door.run(placeMembers, { runId, groupId, memberIds: ids });
    expect(plan.placed).toEqual([first]);
    expect(plan.refused).toEqual([
      { memberId: online, reason: 'identityConflict' },
      { memberId: consumer, reason: 'consumerBarred' },
      { memberId: unknown, reason: 'identityUnknown' },
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
    expect(plan.placed).toEqual([ids[2]]);
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
