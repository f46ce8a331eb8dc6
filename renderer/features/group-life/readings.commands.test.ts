import { beforeEach, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { addReading, editReading, removeReading } from './readings.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
const reading = { groupId: 'g', day: '2026-11-20', kind: 'known' as const, n: 40, k: 30 };

beforeEach(async () => {
  desk = await openTestDoor();
  await desk.door.run(
    commandOf(['groups'], (tx) => tx.create('groups', { id: 'g', name: '一群', openedAt: 0 })),
    {},
  );
});

it('notes, corrects and removes a reading, and undo brings it back', async () => {
  const { readingId } = await desk.door.run(addReading, { ...reading, note: '周五抽问' });
  const { groupId: _, ...rest } = reading;
  await desk.door.run(editReading, { readingId, ...rest, k: 31 });
  const [row] = await allRows(desk.db, 'groupReadings');
  expect(row).toMatchObject({ groupId: 'g', k: 31 });
  expect(row?.note).toBeUndefined();
  await desk.door.run(removeReading, { readingId });
  expect(await allRows(desk.db, 'groupReadings')).toEqual([]);
  await desk.door.undo();
  expect(await allRows(desk.db, 'groupReadings')).toHaveLength(1);
});

it('refuses more who knew than were asked, and groups that are not there', async () => {
  const code = (name: string) => ({ code: name });
  await expect(desk.door.run(addReading, { ...reading, k: 41 })).rejects.toMatchObject(
    code('group-reading-askew'),
  );
  await expect(desk.door.run(addReading, { ...reading, n: 0, k: 0 })).rejects.toMatchObject(
    code('group-reading-askew'),
  );
  await expect(desk.door.run(addReading, { ...reading, groupId: 'x' })).rejects.toMatchObject(
    code('group-not-found'),
  );
  expect(await allRows(desk.db, 'groupReadings')).toEqual([]);
});
