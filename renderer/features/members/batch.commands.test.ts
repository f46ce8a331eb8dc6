import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { noteMembers } from './batch.commands';

async function withPeople(notes: (string | undefined)[]) {
  const { db, door } = await openTestDoor();
  const memberIds = notes.map((_, i) => `m${i}`);
  await door.run(
    commandOf(['members'], async (tx) => {
      for (const [i, note] of notes.entries()) {
        await tx.create('members', { id: `m${i}`, name: `成员${i}`, ...(note ? { note } : {}) });
      }
    }),
    {},
  );
  const noteOf = async () => (await allRows(db, 'members')).map((it) => it.note);
  return { db, door, memberIds, noteOf };
}

describe('one line about several people', () => {
  it('is added to what is noted already, with its day, and taken back whole', async () => {
    const before = [undefined, '爱吃草莓', '住 3 楼'];
    const { door, memberIds, noteOf } = await withPeople(before);
    const done = await door.run(noteMembers, { memberIds, text: ' 中秋送礼 ', as: 'line' });
    expect(done).toEqual({ noted: 3, full: 0 });
    const [first, second] = await noteOf();
    expect(first).toMatch(/^\d{4}-\d{2}-\d{2} 中秋送礼$/);
    expect(second).toMatch(/^爱吃草莓\n\d{4}-\d{2}-\d{2} 中秋送礼$/);
    await door.undo();
    expect(await noteOf()).toEqual(before);
  });

  it('leaves a full note as it is and says so', async () => {
    const full = '满'.repeat(4995);
    const { door, memberIds, noteOf } = await withPeople([full, '短']);
    const done = await door.run(noteMembers, { memberIds, text: '再来一句', as: 'line' });
    expect(done).toEqual({ noted: 1, full: 1 });
    expect((await noteOf())[0]).toBe(full);
  });

  it('stands in the timeline of everybody who is there, once each', async () => {
    const { db, door, memberIds, noteOf } = await withPeople(['旧', undefined]);
    const who = [...memberIds, 'm0', 'nobody'];
    const done = await door.run(noteMembers, { memberIds: who, text: '电话回访', as: 'event' });
    expect(done).toEqual({ noted: 2, full: 0 });
    const events = await allRows(db, 'interactions');
    expect(events.map((it) => [it.memberId, it.kind, it.text])).toEqual([
      ['m0', 'note', '电话回访'],
      ['m1', 'note', '电话回访'],
    ]);
    expect(await noteOf()).toEqual(['旧', undefined]);
    await door.undo();
    expect(await allRows(db, 'interactions')).toEqual([]);
  });
});
