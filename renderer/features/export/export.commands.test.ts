import { expect, test } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import {
  changeColumnSet,
  removeColumnSet,
  renameColumnSet,
  saveColumnSet,
} from './export.commands';

const VOLUNTEERS = {
  list: 'members',
  name: '给志愿者',
  columns: ['name', 'phone'],
  isForSharing: true,
};

test('columns are saved under a name, changed, renamed and deleted, each undone in one step', async () => {
  const { db, door } = await openTestDoor();
  const sets = async () => (await allRows(db, 'columnSets')).map(({ id: _, ...set }) => set);
  const { id } = await door.run(saveColumnSet, VOLUNTEERS);
  expect(await sets()).toEqual([VOLUNTEERS]);
  await door.run(changeColumnSet, { id, columns: ['phone', 'name'], isForSharing: false });
  expect(await sets()).toMatchObject([{ columns: ['phone', 'name'], isForSharing: false }]);
  await door.run(renameColumnSet, { id, name: '给团长' });
  await door.run(removeColumnSet, { id, name: '给团长' });
  expect(await sets()).toEqual([]);
  await door.undo();
  expect(await sets()).toMatchObject([{ name: '给团长', columns: ['phone', 'name'] }]);
  await door.undo();
  await door.undo();
  expect(await sets()).toEqual([VOLUNTEERS]);
});

test('one list does not have two sets of one name; two lists may', async () => {
  const { door } = await openTestDoor();
  await door.run(saveColumnSet, VOLUNTEERS);
  await expect(door.run(saveColumnSet, VOLUNTEERS)).rejects.toMatchObject({
    code: 'column-set-name-taken',
  });
  await door.run(saveColumnSet, { ...VOLUNTEERS, list: 'orders' });
});

test('a set that is gone is not changed', async () => {
  const { door } = await openTestDoor();
  const gone = { id: 'gone-long-ago', name: 'x' };
  await expect(door.run(renameColumnSet, gone)).rejects.toMatchObject({ code: 'column-set-gone' });
});
