import type { Identity } from '@shared/domain/members/member.schema';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '@/db/command';
import { commandOf, openTestDoor } from '@/db/test-db';
import { PeopleService } from '../people/people-service';
import { GroupDesk } from './group-desk';

let door: Awaited<ReturnType<typeof openTestDoor>>['door'];
let desk: GroupDesk;

beforeEach(async () => {
  const opened = await openTestDoor();
  door = opened.door;
  const database = async () => opened.db;
  const people = new PeopleService(database, { isByItself: false });
  door.onCommit((op, entities) => people.onCommit(op, entities));
  desk = new GroupDesk(database, people);
});

const run = <T>(work: (tx: Tx) => Promise<T>) =>
  door.run(commandOf(['members', 'groups', 'memberships', 'audits', 'memberClasses'], work), {});

const someMember = (identity: Identity, region?: string) =>
  run(async (tx) => {
    const id = tx.newId();
    await tx.create('members', { id, name: '陈晓兰', identity, ...(region && { region }) });
    return id;
  });

const someGroup = (identity: Identity) =>
  run(async (tx) => {
    const id = tx.newId();
    await tx.create('groups', { id, name: '一群', identity, openedAt: tx.now });
    return id;
  });

const join = (memberId: string, groupId: string, runId?: string) =>
  run((tx) => {
    const row = { id: joinId(memberId, groupId), memberId, groupId, joinedAt: tx.now };
    return tx.create('memberships', runId === undefined ? row : { ...row, runId });
  });

const leave = (memberId: string, groupId: string) =>
  run((tx) => tx.update('memberships', joinId(memberId, groupId), { leftAt: tx.now }));

describe('who is inside', () => {
  it('follows every entry, leaving, return and undo', async () => {
    const a = await someMember('store', '广州');
    const b = await someMember('online');
    expect(await desk.inside()).toEqual({});
    const groupId = await someGroup('store');
    await join(a, groupId);
    await join(b, groupId, 'run-1');
    const both = { [groupId]: { store: 1, online: 1, consumer: 0, unknown: 0 } };
    expect(await desk.inside()).toEqual(both);
    expect(await desk.groupsOf([a, 'nobody'])).toEqual({ [a]: [groupId], nobody: [] });
    await leave(b, groupId);
    expect((await desk.inside())[groupId]).toMatchObject({ store: 1, online: 0 });
    await door.undo();
    expect(await desk.inside()).toEqual(both);
    const part = await desk.insiders(groupId, 0, 10);
    expect(part.total).toBe(2);
    expect(part.rows.map(({ memberId }) => memberId).sort()).toEqual([a, b].sort());
    expect(part.rows.find(({ memberId }) => memberId === a)).toMatchObject({
      name: '陈晓兰',
      identity: 'store',
      region: '广州',
      role: 'ordinary',
    });
  });

  it('finds people inside by a part of the name or of the nickname', async () => {
    const a = await someMember('store');
    const b = await someMember('online');
    const groupId = await someGroup('store');
    await join(a, groupId);
    await join(b, groupId);
    const nickname = '杭州-Fresh-李雷';
    await run((tx) => tx.update('memberships', joinId(b, groupId), { nickname }));
    const byNickname = await desk.insiders(groupId, 0, 10, ' fresh ');
    expect(byNickname).toMatchObject({ total: 1, rows: [{ memberId: b, nickname }] });
    expect((await desk.insiders(groupId, 0, 10, '晓兰')).total).toBe(2);
    expect(await desk.insiders(groupId, 0, 10, '没有这个人')).toEqual({ total: 0, rows: [] });
  });

  it('knows whom a run brought in and who stayed', async () => {
    const a = await someMember('store');
    const b = await someMember('store');
    const groupId = await someGroup('store');
    await run(async (tx) => {
      for (const memberId of [a, b]) {
        const id = joinId(memberId, 'run-1');
        await tx.create('audits', { id, memberId, runId: 'run-1', status: 'approved', at: tx.now });
      }
    });
    await join(a, groupId, 'run-1');
    await join(b, groupId, 'run-1');
    await leave(b, groupId);
    expect((await desk.placedBy('run-1')).map(({ memberId }) => memberId)).toEqual([a]);
    expect(await desk.placedBy('run-2')).toEqual([]);
  });

  it('finds who sits in the wrong group', async () => {
    const a = await someMember('store');
    const b = await someMember('online');
    const groupId = await someGroup('store');
    await join(a, groupId);
    await join(b, groupId);
    const found = await desk.misplaced(0, 10);
    expect(found).toMatchObject({ total: 1, byReason: { identityConflict: 1 } });
    expect(found.rows).toMatchObject([
      { memberId: b, groupId, why: { reason: 'identityConflict', rival: 'store', rivals: 1 } },
    ]);
  });

  it('counts who shares identity, channel and region', async () => {
    await someMember('store', '广州');
    await someMember('store', '广州');
    await someMember('consumer');
    expect(await desk.traits()).toEqual([
      { identity: 'store', channel: '', region: '广州', count: 2 },
      { identity: 'consumer', channel: '', region: '', count: 1 },
    ]);
  });
});
