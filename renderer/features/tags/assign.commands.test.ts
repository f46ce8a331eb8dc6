import { DAY_MS } from '@shared/domain/tags/assignment.rules';
import { tagLibrary } from '@shared/domain/tags/tag-library';
import { joinId } from '@shared/lib/record-ids';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { assignTag, unassignTag } from './assign.commands';
import { createTag, switchTags } from './tags.commands';

async function withPeople() {
  const { db, door } = await openTestDoor();
  const memberIds = ['m1', 'm2', 'm3'];
  await door.run(
    commandOf(['members'], async (tx) => {
      for (const id of memberIds) await tx.create('members', { id, name: `成员${id}` });
    }),
    {},
  );
  const carriers = async () => (await allRows(db, 'tagAssignments')).map((it) => it.memberId);
  return { db, door, memberIds, carriers };
}

describe('tags by hand', () => {
  it('puts a new tag on several people in one change that undo takes back whole', async () => {
    const { db, door, memberIds, carriers } = await withPeople();
    const done = await door.run(assignTag, { memberIds, name: '老客' });
    expect(done.tagged).toBe(3);
    expect(await carriers()).toEqual(memberIds);
    await door.undo();
    expect(await carriers()).toEqual([]);
    expect(await allRows(db, 'tags')).toEqual([]);
  });

  it('takes a known tag by its name and leaves those who carry it as they are', async () => {
    const { db, door, memberIds } = await withPeople();
    const { tagId } = await door.run(createTag, { name: '老客', kind: 'behaviour' });
    await door.run(assignTag, { memberIds: ['m2'], tagId, name: '老客' });
    const [first] = await allRows(db, 'tagAssignments');
    const again = await door.run(assignTag, { memberIds, name: '老客' });
    expect(again).toEqual({ tagId, tagged: 2 });
    expect((await allRows(db, 'tagAssignments'))[1]).toEqual(first);
  });

  it('does not tag people who are gone', async () => {
    const { door, carriers } = await withPeople();
    await door.run(assignTag, { memberIds: ['m1', 'nobody'], name: '老客' });
    expect(await carriers()).toEqual(['m1']);
  });

  it('gives a ready-made tag by either of its names without making a second one', async () => {
    const { db, door, carriers } = await withPeople();
    const [ready] = tagLibrary;
    if (!ready) throw new Error('the library is empty');
    const zh = await door.run(assignTag, { memberIds: ['m1'], name: ready.name.zh });
    const en = await door.run(assignTag, { memberIds: ['m2'], name: ready.name.en });
    expect([zh.tagId, en.tagId]).toEqual([ready.id, ready.id]);
    expect(await carriers()).toEqual(['m1', 'm2']);
    expect(await allRows(db, 'tags')).toEqual([]);
  });

  it('lets what is given by hand run out after the days that the tag says', async () => {
    const { db, door } = await withPeople();
    const { tagId } = await door.run(createTag, { name: '孕期', kind: 'base', validDays: 280 });
    await door.run(assignTag, { memberIds: ['m1'], tagId, name: '孕期' });
    await door.run(assignTag, { memberIds: ['m2'], tagId, name: '孕期', expiresAt: null });
    const [first, second] = await allRows(db, 'tagAssignments');
    expect(first?.expiresAt).toBe((first?.at ?? 0) + 280 * DAY_MS);
    expect(second?.expiresAt).toBeUndefined();
  });

  it('gives again what has run out, and writes down a new reason', async () => {
    const { db, door } = await withPeople();
    const { tagId } = await door.run(createTag, { name: '试吃员', kind: 'base' });
    const give = { memberIds: ['m1'], tagId, name: '试吃员' };
    await door.run(assignTag, { ...give, expiresAt: 1 });
    expect(await door.run(assignTag, give)).toEqual({ tagId, tagged: 1 });
    expect((await allRows(db, 'tagAssignments'))[0]?.expiresAt).toBeUndefined();
    expect(await door.run(assignTag, give)).toEqual({ tagId, tagged: 0 });
    expect(await door.run(assignTag, { ...give, reason: '主动报名' })).toEqual({
      tagId,
      tagged: 1,
    });
    expect((await allRows(db, 'tagAssignments'))[0]?.reason).toBe('主动报名');
    await door.undo();
    expect((await allRows(db, 'tagAssignments'))[0]?.reason).toBeUndefined();
  });

  it('tells whoever takes a tag off that its rule will give it again', async () => {
    const { door } = await withPeople();
    const [ready] = tagLibrary;
    if (!ready) throw new Error('the library is empty');
    const take = { memberIds: ['m1'], tagId: ready.id, name: ready.name.zh };
    await door.run(assignTag, take);
    expect(await door.run(unassignTag, take)).toEqual({ taken: 1, isGivenByRule: true });
    await door.run(switchTags, { tagIds: [ready.id], isOff: true, name: ready.name.zh });
    expect(await door.run(unassignTag, take)).toEqual({ taken: 0, isGivenByRule: false });
  });

  it('does with many people what it does with few', async () => {
    const { db, door } = await openTestDoor();
    const ids = Array.from({ length: 1500 }, () => uuidv7()).sort();
    await door.run(
      commandOf(['members'], async (tx) => {
        for (const id of ids) await tx.create('members', { id, name: id.slice(-6) });
      }),
      {},
    );
    const half = ids.filter((_, i) => i % 2 === 0);
    const { tagId } = await door.run(assignTag, { memberIds: half, name: '老客' });
    const all = await door.run(assignTag, { memberIds: [...ids, 'nobody'], tagId, name: '老客' });
    expect(all.tagged).toBe(ids.length - half.length);
    expect((await allRows(db, 'tagAssignments')).map((row) => row.id)).toEqual(
      ids.map((id) => joinId(id, tagId)),
    );
    const off = await door.run(unassignTag, { memberIds: half, tagId, name: '老客' });
    expect(off.taken).toBe(half.length);
    await door.undo();
    await door.undo();
    expect((await allRows(db, 'tagAssignments')).map((row) => row.memberId)).toEqual(half);
  });
});
