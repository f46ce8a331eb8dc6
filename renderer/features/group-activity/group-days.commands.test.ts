import { dayOf } from '@shared/lib/time';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { saveGroupDays } from './group-days.commands';

const daysAgo = (n: number) => dayOf(Date.now() - n * 86_400_000, 'Asia/Shanghai');
const groupId = 'g1';

async function open() {
  const desk = await openTestDoor();
  await desk.door.run(
    commandOf(['groups'], (tx) =>
      tx.create('groups', { id: groupId, name: '老街坊', openedAt: 0 }),
    ),
    {},
  );
  const save = (days: z.input<typeof saveGroupDays.input>['days']) =>
    desk.door.run(saveGroupDays, { groupId, days, source: 'typed' });
  return { ...desk, save, days: () => allRows(desk.db, 'groupDays') };
}

it('a week is typed at once, a figure is cleared, and an empty day goes', async () => {
  const { save, days, door } = await open();
  await save([
    { day: daysAgo(2), messages: 40, speakers: 9 },
    { day: daysAgo(1), messages: 0 },
  ]);
  expect(await days()).toHaveLength(2);
  await save([
    { day: daysAgo(2), speakers: null },
    { day: daysAgo(1), messages: null },
  ]);
  expect(await days()).toMatchObject([{ id: `${groupId}.${daysAgo(2)}`, messages: 40 }]);
  expect((await days())[0]?.speakers).toBeUndefined();
  await door.undo();
  expect(await days()).toHaveLength(2);
});

it('a day to come and more speakers than messages are refused, and nothing is half done', async () => {
  const { save, days } = await open();
  const good = { day: daysAgo(1), messages: 5 };
  await expect(save([good, { day: daysAgo(-1), messages: 5 }])).rejects.toMatchObject({
    code: 'group-day-future',
  });
  await expect(save([good, { day: daysAgo(2), messages: 2, speakers: 3 }])).rejects.toMatchObject({
    code: 'group-day-speakers',
  });
  expect(await days()).toEqual([]);
});

it('a day keeps what a later table does not tell, and is judged together with it', async () => {
  const { save, days } = await open();
  await save([{ day: daysAgo(1), messages: 5, speakers: 2 }]);
  await expect(save([{ day: daysAgo(1), messages: 1 }])).rejects.toMatchObject({
    code: 'group-day-speakers',
  });
  await save([{ day: daysAgo(1), messages: 9 }]);
  expect(await days()).toMatchObject([{ messages: 9, speakers: 2 }]);
});
