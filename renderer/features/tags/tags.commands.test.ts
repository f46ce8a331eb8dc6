import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { assignTag, createTag, editTag, removeTag, unassignTag } from './tags.commands';

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

  it('refuses a second tag of the same name, also by renaming', async () => {
    const { door } = await withPeople();
    await door.run(createTag, { name: '老客', kind: 'base' });
    const taken = { code: 'tag-name-taken', data: { name: '老客' } };
    await expect(door.run(createTag, { name: ' 老客 ', kind: 'base' })).rejects.toMatchObject(
      taken,
    );
    const { tagId } = await door.run(createTag, { name: '新客', kind: 'base' });
    const rename = { tagId, name: '老客', kind: 'base' as const };
    await expect(door.run(editTag, rename)).rejects.toMatchObject(taken);
    await door.run(editTag, { ...rename, name: '新客', note: '首单 30 天内' });
  });

  it('deletes a tag from everybody and brings it back to everybody', async () => {
    const { db, door, memberIds, carriers } = await withPeople();
    const { tagId } = await door.run(assignTag, { memberIds, name: '老客' });
    await door.run(assignTag, { memberIds: ['m1'], name: '宝妈' });
    await door.run(unassignTag, { memberIds: ['m3'], tagId, name: '老客' });
    expect(await door.run(removeTag, { tagId, name: '老客' })).toEqual({ taken: 2 });
    expect(await carriers()).toEqual(['m1']);
    await door.undo();
    expect(await carriers()).toEqual(['m1', 'm1', 'm2']);
    expect((await allRows(db, 'tags')).map((tag) => tag.name).sort()).toEqual(['宝妈', '老客']);
  });
});
