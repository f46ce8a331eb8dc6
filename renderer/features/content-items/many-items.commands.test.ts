import { compareInCell } from '@shared/domain/calendar/cell.rules';
import type { Slot } from '@shared/domain/calendar/slots';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { addItem, editItem } from './content-items.commands';
import { copyItems, editItems, moveItems, removeItems, setItemStatus } from './many-items.commands';

let test: Awaited<ReturnType<typeof openTestDoor>>;
let ids: string[];
type Cell = { date: string; slot: Slot };
const monday: Cell = { date: '2026-11-16', slot: 'noon' };
const friday: Cell = { date: '2026-11-20', slot: 'night' };

const rows = () => allRows(test.db, 'contentItems');
const add = async (title: string, cell: Cell = monday) =>
  (await test.door.run(addItem, { ...cell, title })).id;
const titlesIn = async (cell: Cell) =>
  (await rows())
    .filter((item) => item.date === cell.date && item.slot === cell.slot)
    .sort(compareInCell)
    .map((item) => item.title);

beforeEach(async () => {
  test = await openTestDoor();
  await add('接龙', friday);
  ids = [await add('早安'), await add('产地直播'), await add('晒菜')];
});

describe('many items at once', () => {
  it('move behind what is there in the order given, and one undo puts all of them back', async () => {
    await test.door.run(moveItems, { items: ids.map((id) => ({ id, ...friday })) });
    expect(await titlesIn(friday)).toEqual(['接龙', '早安', '产地直播', '晒菜']);
    expect(await titlesIn(monday)).toEqual([]);
    await test.door.undo();
    expect(await titlesIn(friday)).toEqual(['接龙']);
    expect(await titlesIn(monday)).toEqual(['早安', '产地直播', '晒菜']);
  });

  it('are copied as drafts, and one undo takes all copies away', async () => {
    await test.door.run(setItemStatus, { ids, status: 'sent' });
    const { ids: made } = await test.door.run(copyItems, {
      items: ids.map((id) => ({ id, ...friday })),
    });
    expect(made).toHaveLength(3);
    expect(await titlesIn(friday)).toEqual(['接龙', '早安', '产地直播', '晒菜']);
    const copies = (await rows()).filter(({ id }) => made.includes(id));
    expect(copies.map(({ status, sentAt }) => [status, sentAt])).toEqual(
      Array.from({ length: 3 }, () => ['draft', undefined]),
    );
    await test.door.undo();
    expect(await rows()).toHaveLength(4);
  });

  it('get the same owner, groups and column, and lose them again by one undo', async () => {
    await test.door.run(editItem, { id: ids[0] ?? '', owner: '陈立' });
    await test.door.run(editItems, {
      ids,
      changes: { owner: '林晓燕', groupIds: ['group-1'], columnId: 'column-origin' },
    });
    const changed = (await rows()).filter(({ id }) => ids.includes(id));
    expect(new Set(changed.map(({ owner }) => owner))).toEqual(new Set(['林晓燕']));
    expect(changed.every(({ groupIds }) => groupIds[0] === 'group-1')).toBe(true);
    await test.door.undo();
    const before = (await rows()).filter(({ id }) => ids.includes(id));
    expect(before.map(({ owner }) => owner).filter(Boolean)).toEqual(['陈立']);
    expect(before.every(({ columnId }) => columnId === undefined)).toBe(true);
  });

  it('pass a review together, are sent back with a reason, and count what really changed', async () => {
    const [first = ''] = ids;
    await test.door.run(setItemStatus, { ids: [first], status: 'ready' });
    expect(await test.door.run(setItemStatus, { ids, status: 'ready' })).toMatchObject({
      count: 2,
    });
    const ready = (await rows()).filter(({ id }) => ids.includes(id));
    expect(ready.every(({ approvedAt }) => typeof approvedAt === 'number')).toBe(true);
    await test.door.run(setItemStatus, { ids, status: 'draft', why: '价格没写清' });
    const back = (await rows()).filter(({ id }) => ids.includes(id));
    expect(back.map(({ sentBackWhy }) => sentBackWhy)).toEqual(ids.map(() => '价格没写清'));
    expect(back.every(({ approvedAt }) => approvedAt === undefined)).toBe(true);
  });

  it('notices words that change after the approval', async () => {
    const [id = ''] = ids;
    await test.door.run(editItem, { id, text: '通过之前写的' });
    await test.door.run(setItemStatus, { ids: [id], status: 'ready' });
    expect((await rows()).find((item) => item.id === id)?.rewordedAt).toBeUndefined();
    await test.door.run(editItem, { id, owner: '陈立' });
    expect((await rows()).find((item) => item.id === id)?.rewordedAt).toBeUndefined();
    await test.door.run(editItem, { id, text: '通过之后又改' });
    const item = (await rows()).find((row) => row.id === id);
    expect(item).toMatchObject({ status: 'ready', rewordedAt: expect.any(Number) });
  });

  it('are removed together and come back together', async () => {
    await test.door.run(removeItems, { ids });
    expect(await rows()).toHaveLength(1);
    await test.door.undo();
    expect(await titlesIn(monday)).toEqual(['早安', '产地直播', '晒菜']);
  });

  it('pass over what vanished meanwhile, and say so only when nothing is left', async () => {
    const [gone = '', ...rest] = ids;
    await test.door.run(removeItems, { ids: [gone] });
    expect(await test.door.run(removeItems, { ids: [gone, ...rest] })).toEqual({ count: 2 });
    await expect(
      test.door.run(moveItems, { items: [{ id: gone, ...friday }] }),
    ).rejects.toMatchObject({ code: 'content-not-found' });
  });

  it('taken out of a repeat stay out of it, until undo', async () => {
    const repeatId = 'repeat-1';
    await test.door.run(
      commandOf(['contentRepeats', 'contentItems'], async (tx) => {
        await tx.create('contentRepeats', {
          id: repeatId,
          slot: 'noon',
          plan: { title: '早安' },
          rule: { kind: 'weekdays', weekdays: [1], everyWeeks: 1 },
          fromDay: '2026-11-16',
          leftOutDays: ['2026-11-23'],
        });
        for (const id of ids)
          await tx.update('contentItems', id, { repeatId, repeatDay: '2026-11-16' });
      }),
      {},
    );
    const leftOut = async () => (await allRows(test.db, 'contentRepeats'))[0]?.leftOutDays;
    await test.door.run(removeItems, { ids });
    expect(await leftOut()).toEqual(['2026-11-16', '2026-11-23']);
    await test.door.undo();
    expect(await leftOut()).toEqual(['2026-11-23']);
  });
});
