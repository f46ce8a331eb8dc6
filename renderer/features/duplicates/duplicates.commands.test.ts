import type { Member } from '@shared/domain/members/member.schema';
import { MOVED_ENTITIES, pairIdOf } from '@shared/domain/members/merge.schema';
import { entityNames } from '@shared/domain/registry';
import { packIds, unpackIds } from '@shared/lib/pack-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '@/db/command';
import type { ConsoleDb } from '@/db/db';
import { counters } from '@/db/tables';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import type { WriteDoor } from '@/db/write/write-door';
import { ListService } from '@/workers/index/list-service';
import { keepApart, mergeMembers, partMembers } from './duplicates.commands';

let db: ConsoleDb;
let door: WriteDoor;
const ids = { a: '', b: '', c: '' };

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 9, 1);

beforeEach(async () => {
  ({ db, door } = await openTestDoor());
  await door.run(
    commandOf([...entityNames], async (tx) => {
      for (const key of ['a', 'b', 'c'] as const) ids[key] = tx.newId();
      const { a, b, c } = ids;
      await tx.create('members', { id: a, name: '王芳', phone: '+8613800138000', region: '杭州' });
      await tx.create('members', {
        id: b,
        name: '芳芳',
        phone: '+8613800138000',
        region: '宁波',
        wechatId: 'wf',
        note: '不要香菜',
      });
      await tx.create('members', { id: c, name: '李雷' });
      let n = 0;
      for (const [memberId, days] of [
        [a, [1, 3]],
        [b, [0, 5, 2]],
        [c, [4]],
      ] as const) {
        for (const day of days) {
          n += 1;
          await tx.create('orders', {
            id: tx.newId(),
            externalNo: `NO${n}`,
            memberId,
            orderedAt: T0 + day * DAY,
            amountFen: 1000 * n,
            refundFen: n === 3 ? 200 : 0,
            status: n === 5 ? 'cancelled' : 'paid',
          });
        }
      }
      for (const name of ['老客', '母婴']) await tx.create('tags', { id: `tag-${name}`, name });
      const tag = (memberId: string, tagId: string) =>
        tx.create('tagAssignments', { id: `${memberId}.${tagId}`, memberId, tagId, at: T0 });
      await tag(a, 'tag-老客');
      await tag(b, 'tag-老客');
      await tag(b, 'tag-母婴');
      for (const id of ['g1', 'g2']) {
        const exceptions = [{ memberId: b, reason: '搬家前就在这群', at: T0 }];
        await tx.create('groups', { id, name: id, openedAt: T0, exceptions });
      }
      const place = (memberId: string, groupId: string, joinedAt: number, more = {}) =>
        tx.create('memberships', {
          id: `${memberId}.${groupId}`,
          memberId,
          groupId,
          joinedAt,
          ...more,
        });
      await place(a, 'g1', T0 + 5 * DAY, { role: 'koc' });
      await place(b, 'g1', T0 + 2 * DAY, { leftAt: T0 + 3 * DAY });
      await place(b, 'g2', T0 + DAY);
      await tx.create('audits', {
        id: `${a}.r1`,
        memberId: a,
        runId: 'r1',
        status: 'waiting',
        at: T0,
      });
      await tx.create('audits', {
        id: `${b}.r1`,
        memberId: b,
        runId: 'r1',
        status: 'approved',
        at: T0 + 1,
      });
      await tx.create('interactions', {
        id: tx.newId(),
        memberId: b,
        kind: 'note',
        at: T0,
        text: '谢谢',
      });
      await tx.create('funnelEvents', {
        id: tx.newId(),
        subject: 'x',
        memberId: b,
        step: 1,
        at: T0,
      });
      await tx.create('riskEntries', { id: tx.newId(), memberId: b, reason: '晚收货', at: T0 });
      await tx.create('growthEntries', {
        id: tx.newId(),
        memberId: b,
        kind: 'adjust',
        points: 30,
        at: T0,
        reason: '补登',
      });
      await tx.create('comments', {
        id: tx.newId(),
        memberId: b,
        at: T0,
        text: '苹果很甜',
        feeling: 'good',
        score: 3,
      });
      await tx.create('distinctPairs', { id: pairIdOf(b, c), at: T0 });
      await leaveTraces(tx);
    }),
    {},
  );
});

/** What flows keep of a, b and c. */
async function leaveTraces(tx: Tx): Promise<void> {
  const { a, b, c } = ids;
  await tx.create('auditPhotos', {
    id: 'photo-b',
    auditId: `${b}.r1`,
    memberId: b,
    runId: 'r1',
    mimeType: 'image/png',
    byteCount: 9,
    at: T0,
  });
  const touch = (memberId: string, stage: string, status: 'done' | 'left', at: number) =>
    tx.create('touches', {
      id: `${memberId}.p1.${stage}`,
      memberId,
      planId: 'p1',
      stage,
      status,
      at,
    });
  await touch(a, 'd1', 'left', T0);
  await touch(b, 'd1', 'done', T0 + DAY);
  await touch(b, 'd3', 'done', T0 + 3 * DAY);
  for (const [memberId, at] of [
    [a, T0 + DAY],
    [b, T0],
  ] as const) {
    const id = `${memberId}.class`;
    await tx.create('waitingEntries', { id, memberId, classId: 'class', at, reason: 'full' });
  }
  await tx.create('scriptUses', { id: 'use-b', scriptKey: 'hello', memberId: b, at: T0 });
  const task = (id: string, members: string[], done: string[]) =>
    tx.create('rescueTasks', {
      id,
      runId: 'r1',
      position: 5,
      title: '再问一次',
      members: packIds([...members].sort()),
      memberCount: members.length,
      ...(done.length > 0 && { doneMembers: packIds([...done].sort()) }),
      day: '2026-10-03',
      slot: 'evening',
      createdAt: T0,
    });
  await task('task-both', [a, b, c], [b]);
  await task('task-gone', [b], []);
}

async function everything(): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {};
  for (const entity of entityNames) {
    if (entity !== 'memberMerges') state[entity] = await allRows(db, entity);
  }
  state.counters = (await counters(db).toArray()).filter((row) => row.name !== 'memberMerges');
  return state;
}

const merge = (keptId: string, goneId: string, choices = {}) =>
  door.run(mergeMembers, { who: '王芳', pairs: [{ keptId, goneId, choices }] });

const member = async (id: string): Promise<Member | undefined> =>
  (await allRows(db, 'members')).find((row) => row.id === id);

async function figuresAgree(): Promise<void> {
  const orders = (await allRows(db, 'orders')).filter((order) => order.status !== 'cancelled');
  const stats = await allRows(db, 'memberStats');
  const owners = [...new Set(orders.map((order) => order.memberId))].sort();
  expect(stats.map((row) => row.id).sort()).toEqual(owners);
  for (const row of stats) {
    const own = orders.filter((order) => order.memberId === row.id);
    expect(row).toEqual({
      id: row.id,
      orderCount: own.length,
      amountFen: own.reduce((sum, order) => sum + order.amountFen, 0),
      refundFen: own.reduce((sum, order) => sum + order.refundFen, 0),
      firstOrderAt: Math.min(...own.map((order) => order.orderedAt)),
      lastOrderAt: Math.max(...own.map((order) => order.orderedAt)),
    });
  }
}

describe('merging two records of one person', () => {
  it('keeps one record with the best of both and leaves nothing of the other behind', async () => {
    await merge(ids.a, ids.b);
    expect(await member(ids.b)).toBeUndefined();
    // Keys of the older record, filled over blank, else the newer value.
    expect(await member(ids.a)).toMatchObject({
      name: '芳芳',
      phone: '+8613800138000',
      wechatId: 'wf',
      region: '宁波',
      note: '不要香菜',
    });
    for (const entity of [...MOVED_ENTITIES, 'tagAssignments', 'memberships', 'audits'] as const) {
      const rows = await allRows(db, entity);
      expect(rows.filter((row) => row.memberId === ids.b)).toEqual([]);
    }
    expect((await allRows(db, 'orders')).filter((row) => row.memberId === ids.a)).toHaveLength(5);
    expect((await allRows(db, 'tagAssignments')).map((row) => row.id).sort()).toEqual(
      [`${ids.a}.tag-老客`, `${ids.a}.tag-母婴`].sort(),
    );
    await figuresAgree();
  });

  it('takes the values that were chosen', async () => {
    await merge(ids.a, ids.b, { name: 'kept', region: 'kept', wechatId: 'kept' });
    const kept = await member(ids.a);
    expect(kept).toMatchObject({ name: '王芳', region: '杭州' });
    expect(kept?.wechatId).toBeUndefined();
  });

  it('joins two places in one group: the earlier day, the later role, still inside', async () => {
    await merge(ids.a, ids.b);
    const places = await allRows(db, 'memberships');
    expect(places.find((row) => row.groupId === 'g1')).toEqual({
      id: `${ids.a}.g1`,
      memberId: ids.a,
      groupId: 'g1',
      role: 'koc',
      joinedAt: T0 + 2 * DAY,
    });
    expect(places.find((row) => row.groupId === 'g2')).toMatchObject({ id: `${ids.a}.g2` });
  });

  it('brings along what the flows keep: pictures, touches, places in line, copies, tasks', async () => {
    await merge(ids.a, ids.b);
    const { a, b, c } = ids;
    expect(await allRows(db, 'auditPhotos')).toMatchObject([
      { id: 'photo-b', memberId: a, auditId: `${a}.r1` },
    ]);
    // Done under one record is done, whatever was noted under the other.
    expect(await allRows(db, 'touches')).toEqual([
      { id: `${a}.p1.d1`, memberId: a, planId: 'p1', stage: 'd1', status: 'done', at: T0 + DAY },
      {
        id: `${a}.p1.d3`,
        memberId: a,
        planId: 'p1',
        stage: 'd3',
        status: 'done',
        at: T0 + 3 * DAY,
      },
    ]);
    expect(await allRows(db, 'waitingEntries')).toMatchObject([{ id: `${a}.class`, at: T0 }]);
    expect(await allRows(db, 'scriptUses')).toMatchObject([{ memberId: a }]);
    const tasks = await allRows(db, 'rescueTasks');
    expect(tasks.map((task) => unpackIds(task.members))).toEqual([[a, c].sort(), [a]]);
    expect(tasks.map((task) => task.memberCount)).toEqual([2, 1]);
    expect(unpackIds(tasks[0]?.doneMembers ?? '')).toEqual([a]);
    expect(JSON.stringify(tasks)).not.toContain(b.replaceAll('-', ''));
  });

  it('names the one who stayed where the other was let into a group by hand', async () => {
    await merge(ids.a, ids.b);
    for (const group of await allRows(db, 'groups')) {
      expect(group.exceptions).toEqual([{ memberId: ids.a, reason: '搬家前就在这群', at: T0 }]);
    }
    const [made] = await allRows(db, 'memberMerges');
    await door.run(partMembers, { mergeId: made?.id ?? '', who: '' });
    for (const group of await allRows(db, 'groups')) {
      expect(group.exceptions).toEqual([{ memberId: ids.b, reason: '搬家前就在这群', at: T0 }]);
    }
  });

  it('hands on who was told apart from the one who went', async () => {
    await merge(ids.a, ids.b);
    const pairs = (await allRows(db, 'distinctPairs')).map((row) => row.id);
    expect(pairs).toContain(pairIdOf(ids.a, ids.c));
  });

  it('is one operation, and one undo brings everything back exactly', async () => {
    const before = await everything();
    const ops = await db.table('outbox').count();
    await merge(ids.a, ids.b);
    expect(await db.table('outbox').count()).toBe(ops + 1);
    const merged = await everything();
    await door.undo();
    expect(await everything()).toEqual(before);
    await door.redo();
    expect(await everything()).toEqual(merged);
    await figuresAgree();
  });

  it('finds the same orders through the index in memory, merge after merge', async () => {
    const lists = new ListService(async () => db);
    door.onCommit((op, entities) => lists.onCommit(op, entities));
    door.findOwned = (entity, memberIds) => lists.ownedNow(entity, memberIds);
    await lists.belongings([ids.a]);
    await merge(ids.a, ids.b);
    // The index was not loaded anew: it followed the merge.
    expect(lists.ownedNow('orders', [ids.a, ids.b])).toEqual(
      new Map([
        [ids.a, expect.arrayContaining((await allRows(db, 'orders')).slice(0, 5).map((o) => o.id))],
        [ids.b, []],
      ]),
    );
    expect(await lists.belongings([ids.a, ids.b])).toEqual([
      { orders: 5, events: 2 },
      { orders: 0, events: 0 },
    ]);
    expect((await lists.ordersOf(ids.a)).rows.map((row) => row.orderedAt)).toEqual(
      [5, 3, 2, 1, 0].map((day) => T0 + day * DAY),
    );
    await merge(ids.c, ids.a);
    expect((await allRows(db, 'orders')).every((row) => row.memberId === ids.c)).toBe(true);
    await figuresAgree();
    // Taking back leaves somebody without the first and the last order: looked up, not scanned for.
    await lists.belongings([]);
    await door.undo();
    await figuresAgree();
    await door.undo();
    await figuresAgree();
  });

  it('refuses somebody who is not there any more', async () => {
    await merge(ids.a, ids.b);
    await expect(merge(ids.a, ids.b)).rejects.toMatchObject({ code: 'merge-member-gone' });
  });

  it('merges many pairs in one step that one undo takes back', async () => {
    const before = await everything();
    await door.run(mergeMembers, {
      who: '王芳',
      pairs: [
        { keptId: ids.a, goneId: ids.b },
        { keptId: ids.a, goneId: ids.c },
      ],
    });
    expect(await allRows(db, 'members')).toHaveLength(1);
    await figuresAgree();
    await door.undo();
    expect(await everything()).toEqual(before);
  });
});

describe('parting two who were merged', () => {
  const part = async () => {
    const mergeId = (await allRows(db, 'memberMerges'))[0]?.id ?? '';
    return door.run(partMembers, { mergeId, who: '王芳' });
  };

  it('brings everything back although the undo log has moved on', async () => {
    const before = await everything();
    await merge(ids.a, ids.b);
    await db.table('undo').clear();
    expect(await part()).toEqual({ goneId: ids.b, stayed: [], records: 0 });
    expect(await everything()).toEqual(before);
    await figuresAgree();
    await expect(part()).rejects.toMatchObject({ code: 'merge-already-parted' });
  });

  it('leaves what was changed since with the one who stayed, and says so', async () => {
    await merge(ids.a, ids.b);
    await door.run(
      commandOf(['members', 'memberships', 'orders'], async (tx) => {
        await tx.update('members', ids.a, { region: '温州', channel: '地推' });
        await tx.update('memberships', `${ids.a}.g1`, { role: 'official' });
        await tx.create('orders', {
          id: tx.newId(),
          externalNo: 'NEW',
          memberId: ids.a,
          orderedAt: T0 + 9 * DAY,
          amountFen: 5,
        });
      }),
      {},
    );
    const parted = await part();
    expect(parted).toEqual({ goneId: ids.b, stayed: ['region'], records: 1 });
    expect(await member(ids.a)).toMatchObject({ name: '王芳', region: '温州', channel: '地推' });
    expect(await member(ids.b)).toMatchObject({ name: '芳芳', region: '宁波' });
    const orders = await allRows(db, 'orders');
    expect(orders.find((order) => order.externalNo === 'NEW')?.memberId).toBe(ids.a);
    expect(orders.filter((order) => order.memberId === ids.b)).toHaveLength(3);
    await figuresAgree();
  });

  it('holds what was noted of a task since for both', async () => {
    await merge(ids.a, ids.b);
    await door.run(
      commandOf(['rescueTasks'], (tx) =>
        tx.update('rescueTasks', 'task-gone', { doneMembers: packIds([ids.a]) }),
      ),
      {},
    );
    await part();
    const tasks = await allRows(db, 'rescueTasks');
    expect(tasks.map((task) => unpackIds(task.doneMembers ?? ''))).toEqual([[ids.b], [ids.b]]);
    expect(unpackIds(tasks[1]?.members ?? '')).toEqual([ids.b]);
  });

  it('asks for the later merge first when the one who stayed went on into another', async () => {
    await merge(ids.a, ids.b);
    await merge(ids.c, ids.a);
    const first = (await allRows(db, 'memberMerges')).find((row) => row.goneId === ids.b);
    await expect(
      door.run(partMembers, { mergeId: first?.id ?? '', who: '' }),
    ).rejects.toMatchObject({ code: 'merge-kept-gone' });
  });

  it('can be undone as well', async () => {
    await merge(ids.a, ids.b);
    const merged = await everything();
    await part();
    await door.undo();
    expect(await everything()).toEqual(merged);
  });
});

describe('two who are not the same', () => {
  it('are remembered, once, whichever is named first', async () => {
    await door.run(keepApart, { aId: ids.b, bId: ids.a, who: '王芳' });
    await door.run(keepApart, { aId: ids.a, bId: ids.b, who: '王芳' });
    const pairs = (await allRows(db, 'distinctPairs')).map((row) => row.id);
    expect(pairs.filter((id) => id === pairIdOf(ids.a, ids.b))).toHaveLength(1);
  });

  it('are not proposed again', async () => {
    const lists = new ListService(async () => db);
    door.onCommit((op, entities) => lists.onCommit(op, entities));
    expect((await lists.duplicates(0, 10)).rows).toMatchObject([{ aId: ids.a, bId: ids.b }]);
    await door.run(keepApart, { aId: ids.a, bId: ids.b, who: '王芳' });
    expect((await lists.duplicates(0, 10)).total).toBe(0);
    await door.undo();
    expect((await lists.duplicates(0, 10)).total).toBe(1);
  });
});
