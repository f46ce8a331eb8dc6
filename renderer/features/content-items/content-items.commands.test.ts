import { compareInCell } from '@shared/domain/calendar/cell.rules';
import type { Slot } from '@shared/domain/calendar/slots';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import {
  addItem,
  copyItem,
  copyWeek,
  editItem,
  moveItem,
  removeItem,
  setWeekNote,
} from './content-items.commands';

let test: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  test = await openTestDoor();
});

const rows = () => allRows(test.db, 'contentItems');
type Cell = { date: string; slot: Slot };
const monday: Cell = { date: '2026-11-16', slot: 'noon' };
const friday: Cell = { date: '2026-11-20', slot: 'night' };
const add = async (title: string, cell: Cell = monday) =>
  (await test.door.run(addItem, { ...cell, title })).id;
const titlesIn = async (cell: Cell) =>
  (await rows())
    .filter((item) => item.date === cell.date && item.slot === cell.slot)
    .sort(compareInCell)
    .map((item) => item.title);

describe('planning the week', () => {
  it('puts new items behind the ones that are there, as drafts', async () => {
    await add('溯源直播');
    await add('到货提醒');
    expect(await titlesIn(monday)).toEqual(['溯源直播', '到货提醒']);
    expect((await rows()).map((item) => item.status)).toEqual(['draft', 'draft']);
  });

  it('moves an item to its place in another slot, and undo puts it back', async () => {
    const id = await add('溯源直播');
    await add('接龙一', friday);
    await add('接龙二', friday);
    await test.door.run(moveItem, { id, ...friday, index: 1 });
    expect(await titlesIn(friday)).toEqual(['接龙一', '溯源直播', '接龙二']);
    expect(await titlesIn(monday)).toEqual([]);
    await test.door.undo();
    expect(await titlesIn(monday)).toEqual(['溯源直播']);
    expect(await titlesIn(friday)).toEqual(['接龙一', '接龙二']);
  });

  it('orders items within a slot', async () => {
    await add('一');
    await add('二');
    const third = await add('三');
    await test.door.run(moveItem, { id: third, ...monday, index: 0 });
    expect(await titlesIn(monday)).toEqual(['三', '一', '二']);
    await test.door.run(moveItem, { id: third, ...monday });
    expect(await titlesIn(monday)).toEqual(['一', '二', '三']);
  });

  it('edits only what was changed, clears what was emptied and remembers when it was sent', async () => {
    const id = await add('溯源直播');
    await test.door.run(editItem, { id, owner: '林晓燕', text: '十二点开播' });
    await test.door.run(editItem, { id, status: 'sent', owner: '' });
    const [sent] = await rows();
    expect(sent).toMatchObject({ title: '溯源直播', text: '十二点开播', status: 'sent' });
    expect(sent?.owner).toBeUndefined();
    expect(sent?.sentAt).toBeTypeOf('number');
    await test.door.run(editItem, { id, status: 'ready' });
    expect((await rows())[0]?.sentAt).toBeUndefined();
  });

  it('copies the plan of an item, not what became of it', async () => {
    const id = await add('溯源直播');
    await test.door.run(editItem, { id, status: 'sent', text: '十二点开播', form: 'live' });
    await test.door.run(copyItem, { id, ...friday });
    const copy = (await rows()).find((item) => item.date === friday.date);
    expect(copy).toMatchObject({ title: '溯源直播', text: '十二点开播', form: 'live' });
    expect(copy).toMatchObject({ status: 'draft' });
    expect(copy?.sentAt).toBeUndefined();
  });

  it('plans a week like the one before, in the same order, and takes all of it back at once', async () => {
    await add('一');
    await add('二');
    await add('三', friday);
    await test.door.run(copyWeek, { from: '2026-11-16', to: '2026-11-23' });
    expect(await titlesIn({ ...monday, date: '2026-11-23' })).toEqual(['一', '二']);
    expect(await titlesIn({ ...friday, date: '2026-11-27' })).toEqual(['三']);
    await test.door.undo();
    expect(await rows()).toHaveLength(3);
  });

  it('removes an item and brings it back', async () => {
    const id = await add('溯源直播');
    await test.door.run(removeItem, { id, title: '溯源直播' });
    expect(await rows()).toEqual([]);
    await test.door.undo();
    expect(await titlesIn(monday)).toEqual(['溯源直播']);
  });

  it('says so when the item is gone', async () => {
    const id = await add('溯源直播');
    await test.door.run(removeItem, { id, title: '溯源直播' });
    await expect(test.door.run(moveItem, { id, ...friday })).rejects.toMatchObject({
      code: 'content-not-found',
    });
    await expect(test.door.run(editItem, { id, title: '改' })).rejects.toMatchObject({
      code: 'content-not-found',
    });
  });

  it('refuses a title that is empty or longer than two hundred characters', async () => {
    await expect(add('   ')).rejects.toThrow();
    await expect(add('长'.repeat(201))).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  it("keeps a week's heading and note under its Monday", async () => {
    await test.door.run(setWeekNote, { id: '2026-11-16', title: '城东 1 群', note: '周三停送' });
    await test.door.run(setWeekNote, { id: '2026-11-16', title: '城东 1 群', note: ' ' });
    const plans = await allRows(test.db, 'weekPlans');
    expect(plans).toHaveLength(1);
    expect(plans[0]?.title).toBe('城东 1 群');
    expect(plans[0]?.note).toBeUndefined();
  });
});
