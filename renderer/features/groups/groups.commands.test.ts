import type { Identity } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { createGroup, editGroup, removeMemberFromGroup } from './groups.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let groupId: string;

const fields = { name: '花城实体一群', capacity: 500, phase: 'early' as const };

beforeEach(async () => {
  desk = await openTestDoor();
  ({ groupId } = await desk.door.run(createGroup, { ...fields, identity: 'store', region: ' ' }));
});

const group = async () => (await allRows(desk.db, 'groups'))[0];
const edit = (identity: Identity, more = {}) =>
  desk.door.run(editGroup, { ...fields, ...more, groupId, identity });

const join = (identity: Identity) =>
  desk.door.run(
    commandOf(['members', 'memberships'], async (tx) => {
      const memberId = tx.newId();
      const id = joinId(memberId, groupId);
      await tx.create('members', { id: memberId, name: '陈晓兰', identity });
      await tx.create('memberships', { id, memberId, groupId, joinedAt: tx.now });
      return memberId;
    }),
    {},
  );

describe('a group', () => {
  it('starts with the platform’s figures and no blank region', async () => {
    expect(await group()).toMatchObject({ identity: 'store', capacity: 500, scanLimit: 200 });
    expect((await group())?.region).toBeUndefined();
  });

  it('does not change its class over the people inside', async () => {
    const memberId = await join('store');
    const refused = await edit('online').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ExpectedError);
    expect(refused).toMatchObject({ code: 'group-class-conflict', data: { count: 1 } });
    await edit('store', { name: '花城实体二群' });
    expect(await group()).toMatchObject({ name: '花城实体二群', identity: 'store' });
    await desk.door.run(removeMemberFromGroup, { groupId, memberId });
    await edit('online');
    expect(await group()).toMatchObject({ identity: 'online' });
  });

  it('keeps the record of who left, and undo brings them back', async () => {
    const memberId = await join('store');
    await desk.door.run(removeMemberFromGroup, { groupId, memberId });
    const membership = async () => (await allRows(desk.db, 'memberships'))[0];
    expect((await membership())?.leftAt).toBeTypeOf('number');
    await desk.door.undo();
    expect(await membership()).toMatchObject({ memberId });
    expect((await membership())?.leftAt).toBeUndefined();
  });
});
