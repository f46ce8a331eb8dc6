import { EVERYBODY, type Rule } from '@shared/domain/rules/rule.schema';
import { tagLibrary } from '@shared/domain/tags/tag-library';
import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { assignTag, unassignTag } from './assign.commands';
import { createTag, editTag, hideTag, removeTag, resetTag, switchTags } from './tags.commands';

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

describe('tags of one’s own', () => {
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

  it('keeps a tag that a rule names, and says which', async () => {
    const { door } = await withPeople();
    const { tagId } = await door.run(createTag, { name: '宝妈', kind: 'base' });
    const rule: Rule = { kind: 'tag', tagIds: [tagId] };
    await door.run(createTag, { name: '活跃宝妈', kind: 'behaviour', rule });
    await expect(door.run(removeTag, { tagId, name: '宝妈' })).rejects.toMatchObject({
      code: 'tag-in-use',
      data: { name: '宝妈', count: 1, users: '活跃宝妈' },
    });
  });

  it('refuses a rule that leads back to its own tag', async () => {
    const { door } = await withPeople();
    const a = await door.run(createTag, { name: '甲', kind: 'base' });
    const rule: Rule = { kind: 'tag', tagIds: [a.tagId] };
    await door.run(createTag, { name: '乙', kind: 'base', rule });
    const b = (await door.run(createTag, { name: '丙', kind: 'base', rule })).tagId;
    const circle: Rule = { kind: 'not', of: { kind: 'tag', tagIds: [b] } };
    const edit = { tagId: a.tagId, name: '甲', kind: 'base' as const, rule: circle };
    await expect(door.run(editTag, edit)).rejects.toMatchObject({ code: 'tag-circular' });
    await door.run(editTag, { ...edit, rule: EVERYBODY });
  });

  it('takes a rule and days away when told so, and leaves them when not', async () => {
    const { db, door } = await withPeople();
    const made = { name: '甲', kind: 'base' as const, rule: EVERYBODY, validDays: 30 };
    const { tagId } = await door.run(createTag, made);
    await door.run(editTag, { tagId, name: '乙', kind: 'emotion' });
    expect((await allRows(db, 'tags'))[0]).toMatchObject({ rule: EVERYBODY, validDays: 30 });
    await door.run(editTag, { tagId, name: '乙', kind: 'emotion', rule: null, validDays: null });
    expect((await allRows(db, 'tags'))[0]).toEqual({ id: tagId, name: '乙', kind: 'emotion' });
  });
});

describe('ready-made tags', () => {
  const [ready, other] = tagLibrary;
  if (!ready || !other) throw new Error('the library is empty');
  const tagId = ready.id;
  const name = ready.name.zh;

  it('keep their names for themselves, in both languages, also against an edit', async () => {
    const { door } = await withPeople();
    for (const taken of [ready.name.zh, ready.name.en]) {
      await expect(door.run(createTag, { name: taken, kind: 'base' })).rejects.toMatchObject({
        code: 'tag-name-taken',
      });
    }
    const edit = { tagId: other.id, name, kind: 'base' as const };
    await expect(door.run(editTag, edit)).rejects.toMatchObject({ code: 'tag-name-taken' });
  });

  it('get a row under their id on the first change, and lose it when they are restored', async () => {
    const { db, door } = await withPeople();
    await door.run(editTag, { tagId, name: '门店客户', kind: 'base', rule: EVERYBODY });
    expect(await allRows(db, 'tags')).toEqual([
      { id: tagId, name: '门店客户', kind: 'base', rule: EVERYBODY },
    ]);
    // The name it had is free now, until somebody wants it back.
    await door.run(createTag, { name, kind: 'base' });
    await expect(door.run(resetTag, { tagId, name: '门店客户' })).rejects.toMatchObject({
      code: 'tag-name-taken',
    });
    await door.undo();
    await door.run(resetTag, { tagId, name: '门店客户' });
    expect(await allRows(db, 'tags')).toEqual([]);
    await door.undo();
    expect(await allRows(db, 'tags')).toHaveLength(1);
  });

  it('go off and on with their rule kept, several at once', async () => {
    const { db, door } = await withPeople();
    const tagIds = [ready.id, other.id];
    await door.run(switchTags, { tagIds, isOff: true, name });
    const off = await allRows(db, 'tags');
    expect(off.map((tag) => [tag.isOff, tag.rule])).toEqual([
      [true, off[0]?.id === ready.id ? ready.rule : other.rule],
      [true, off[1]?.id === other.id ? other.rule : ready.rule],
    ]);
    await door.run(switchTags, { tagIds: [tagId], isOff: false, name });
    expect((await allRows(db, 'tags')).find((tag) => tag.id === tagId)?.isOff).toBeUndefined();
  });

  it('go off and come back by undo even when somebody carries them by hand', async () => {
    const { db, door } = await withPeople();
    await door.run(assignTag, { memberIds: ['m1'], tagId, name });
    await door.run(switchTags, { tagIds: [tagId], isOff: true, name });
    const undone = await door.undo();
    expect(undone?.kept).toEqual([]);
    expect(await allRows(db, 'tags')).toEqual([]);
  });

  it('are hidden with their rule off, and cannot be deleted', async () => {
    const { db, door } = await withPeople();
    await door.run(hideTag, { tagId, name, isHidden: true });
    expect((await allRows(db, 'tags'))[0]).toMatchObject({ isHidden: true, isOff: true });
    await expect(door.run(removeTag, { tagId, name })).rejects.toMatchObject({
      code: 'tag-ready-made',
    });
    await door.run(hideTag, { tagId, name, isHidden: false });
    expect((await allRows(db, 'tags'))[0]).not.toHaveProperty('isHidden');
  });
});
