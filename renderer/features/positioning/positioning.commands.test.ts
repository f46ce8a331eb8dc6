import { expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import {
  addPositioning,
  changePositioning,
  removePositioning,
  setColumnVoice,
} from './positioning.commands';

it('keeps a card field by field, answers one by one, and undo takes each back', async () => {
  const { db, door } = await openTestDoor();
  door.actor = '阿梅';
  const { id } = (await door.run(addPositioning, {
    name: '全店',
    kind: 'guide',
    classId: 'class-store',
  })) as { id: string };
  const yes = { verdict: 'yes' as const };
  await door.run(changePositioning, { id, change: { answers: { a: yes } } });
  await door.run(changePositioning, { id, change: { answers: { b: yes }, value: '包退' } });
  await door.run(changePositioning, { id, change: { classId: null } });
  const [card] = await allRows(db, 'positionings');
  expect(card).toMatchObject({ value: '包退', answers: { a: yes, b: yes }, changedBy: '阿梅' });
  expect(card?.classId).toBeUndefined();
  await door.undo();
  expect((await allRows(db, 'positionings'))[0]?.classId).toBe('class-store');
  await door.run(removePositioning, { id, name: '全店' });
  await expect(door.run(changePositioning, { id, change: {} })).rejects.toMatchObject({
    code: 'positioning-gone',
  });
});

it('sets who speaks in a column that comes with the console, and takes it away again', async () => {
  const { db, door } = await openTestDoor();
  const column = { columnId: 'column-x', name: '早报', category: 'guide' as const };
  await door.run(setColumnVoice, { ...column, voice: 'seeded', isDisclosed: true });
  expect(await allRows(db, 'contentColumns')).toMatchObject([
    { id: 'column-x', name: '早报', voice: 'seeded', isDisclosed: true },
  ]);
  await door.run(setColumnVoice, { ...column, voice: null });
  const [row] = await allRows(db, 'contentColumns');
  expect(row?.voice).toBeUndefined();
  expect(row?.isDisclosed).toBeUndefined();
});
