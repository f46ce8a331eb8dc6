import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { addItem, editItem, moveItem } from './content-items.commands';
import { moveItems, setItemStatus } from './many-items.commands';

const NOON = { date: '2026-11-16', slot: 'noon' } as const;
const FRIDAY = { date: '2026-11-20', slot: 'night' } as const;
const SATURDAY = { date: '2026-11-21', slot: 'morning' } as const;
const at = (clock: string) => Date.parse(`2026-11-16T${clock}:00+08:00`);

let test: Awaited<ReturnType<typeof openTestDoor>>;
let id: string;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: at('09:00') });
  test = await openTestDoor();
  id = (await test.door.run(addItem, { ...NOON, title: '溯源直播' })).id;
});
afterEach(() => {
  vi.useRealTimers();
});

const item = async () => (await allRows(test.db, 'contentItems')).find((row) => row.id === id);

describe('a piece that is moved by hand', () => {
  it('is planned anew before its slot is over', async () => {
    await test.door.run(moveItem, { id, ...FRIDAY });
    expect(await item()).toMatchObject(FRIDAY);
    expect((await item())?.carriedFrom).toBeUndefined();
  });

  it('remembers the slot that it missed, through further moves, until undo', async () => {
    vi.setSystemTime(at('13:30'));
    await test.door.run(moveItem, { id, ...FRIDAY });
    await test.door.run(moveItems, { items: [{ id, ...SATURDAY }] });
    expect(await item()).toMatchObject({ ...SATURDAY, carriedFrom: NOON });
    await test.door.undo();
    await test.door.undo();
    expect(await item()).toMatchObject(NOON);
    expect((await item())?.carriedFrom).toBeUndefined();
  });

  it('remembers it when many are moved at once, and forgets it back at its place', async () => {
    vi.setSystemTime(at('13:30'));
    await test.door.run(moveItems, { items: [{ id, ...FRIDAY }] });
    expect((await item())?.carriedFrom).toEqual(NOON);
    await test.door.run(moveItem, { id, ...NOON });
    expect((await item())?.carriedFrom).toBeUndefined();
  });

  it('goes by the hours that the workspace has set', async () => {
    const { slots } = DEFAULT_SLOT_SETTINGS;
    const settings = {
      ...DEFAULT_SLOT_SETTINGS,
      slots: { ...slots, noon: { ...slots.noon, to: '15:00' } },
    };
    await test.door.run(
      commandOf(['modelSettings'], (tx) =>
        tx.create('modelSettings', { id: 'calendar-slots', settings, changedAt: 0 }),
      ),
      {},
    );
    vi.setSystemTime(at('13:30'));
    await test.door.run(moveItem, { id, ...FRIDAY });
    expect((await item())?.carriedFrom).toBeUndefined();
  });
});

describe('a piece that went out and is called back', () => {
  const sends = () => allRows(test.db, 'contentSends');

  beforeEach(async () => {
    await test.door.run(
      commandOf(['contentSends', 'contentItems'], async (tx) => {
        for (const [groupId, clock] of [
          ['g1', '11:20'],
          ['g2', '11:05'],
        ] as const) {
          const send = { itemId: id, groupId, day: NOON.date, slot: NOON.slot };
          const state = 'sent' as const;
          await tx.create('contentSends', {
            ...send,
            id: `${id}.${groupId}`,
            state,
            at: at(clock),
          });
        }
        await tx.update('contentItems', id, { status: 'sent', sentAt: at('11:05') });
      }),
      {},
    );
  });

  it.each(['draft', 'review', 'ready'] as const)(
    'keeps the record of its sendings as %s, which is said; undo restores it',
    async (status) => {
      const before = await item();
      const recorded = await sends();
      expect(await test.door.run(setItemStatus, { ids: [id], status })).toEqual({
        count: 1,
        keptCount: 1,
      });
      expect(await item()).toMatchObject({ status });
      expect((await item())?.sentAt).toBeUndefined();
      expect(await sends()).toEqual(recorded);
      await test.door.undo();
      expect(await item()).toEqual(before);
      expect(await sends()).toEqual(recorded);
    },
  );

  it('counts as sent since the first group had it once it is marked again', async () => {
    await test.door.run(setItemStatus, { ids: [id], status: 'draft' });
    vi.setSystemTime(at('16:00'));
    const again = await test.door.run(setItemStatus, { ids: [id], status: 'sent' });
    expect(again).toEqual({ count: 1, keptCount: 0 });
    expect(await item()).toMatchObject({ status: 'sent', sentAt: at('11:05') });
    await test.door.run(editItem, { id, status: 'ready' });
    await test.door.run(editItem, { id, status: 'sent' });
    expect(await item()).toMatchObject({ sentAt: at('11:05') });
  });

  it('has nothing kept where nothing was recorded', async () => {
    const other = (await test.door.run(addItem, { ...NOON, title: '早报' })).id;
    await test.door.run(setItemStatus, { ids: [other], status: 'sent' });
    expect(await test.door.run(setItemStatus, { ids: [other], status: 'ready' })).toEqual({
      count: 1,
      keptCount: 0,
    });
  });
});
