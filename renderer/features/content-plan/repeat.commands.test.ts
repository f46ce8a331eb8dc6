import type { RepeatRule } from '@shared/domain/calendar/repeat.schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { addItem, editItem, moveItem, removeItem } from '@/features/content-items';
import {
  applyToRepeat,
  changeRepeat,
  makeAhead,
  makeRepeat,
  removeRepeat,
  stopRepeat,
} from './repeat.commands';

let test: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  test = await openTestDoor();
});

const items = async () =>
  (await allRows(test.db, 'contentItems')).sort((a, b) => (a.date < b.date ? -1 : 1));
const dates = async () => (await items()).map((item) => item.date);
const repeats = () => allRows(test.db, 'contentRepeats');
const MONDAYS: RepeatRule = { kind: 'weekdays', weekdays: [1], everyWeeks: 1 };
const add = async () =>
  (await test.door.run(addItem, { date: '2026-11-23', slot: 'night', title: '会员专享' })).id;
const weekly = async (rule: RepeatRule = MONDAYS, madeUntil = '2026-12-14') => {
  const itemId = await add();
  const made = await test.door.run(makeRepeat, {
    itemId,
    rule,
    fromDay: '2026-11-23',
    madeUntil,
  });
  return { ...made, itemId };
};
const idOn = async (date: string) => (await items()).find((item) => item.date === date)?.id ?? '';

describe('repeating an item', () => {
  it('makes the others with its plan, keeps the first, and one undo takes all back', async () => {
    const { count, itemId, id } = await weekly();
    expect(count).toBe(3);
    expect(id).toBe(itemId);
    expect(await dates()).toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']);
    expect((await items()).map((item) => item.title)).toEqual(Array(4).fill('会员专享'));
    expect((await items())[1]).toMatchObject({
      id: `${id}.2026-11-30`,
      slot: 'night',
      status: 'draft',
    });
    await test.door.undo();
    expect(await dates()).toEqual(['2026-11-23']);
    expect((await items())[0]?.repeatId).toBeUndefined();
    expect(await repeats()).toEqual([]);
  });

  it('leaves an item on which the rule does not fall where it is', async () => {
    await weekly({ kind: 'weekdays', weekdays: [2], everyWeeks: 1 });
    expect(await dates()).toEqual(['2026-11-23', '2026-11-24', '2026-12-01', '2026-12-08']);
    expect((await items())[0]?.repeatId).toBeUndefined();
  });

  it('plans further ahead without doubles and without an entry to undo', async () => {
    const { id } = await weekly();
    await test.door.run(makeAhead, { fromDay: '2026-11-23', untilDay: '2026-12-28' });
    await test.door.run(makeAhead, { fromDay: '2026-11-23', untilDay: '2026-12-28' });
    expect((await dates()).slice(-2)).toEqual(['2026-12-21', '2026-12-28']);
    expect(await items()).toHaveLength(6);
    // The newest step to take back is still the making of the repeat.
    await test.door.undo();
    expect(await repeats()).toEqual([]);
    const left = (await items()).filter((item) => item.repeatId === id).map((item) => item.id);
    expect(left).toHaveLength(2);
    await test.door.run(makeAhead, {
      fromDay: '2026-11-23',
      untilDay: '2026-12-28',
      orphanIds: left,
    });
    expect(await dates()).toEqual(['2026-11-23']);
  });

  it('never makes again what was removed or moved', async () => {
    const { id } = await weekly();
    await test.door.run(removeItem, { id: `${id}.2026-11-30`, title: '会员专享' });
    expect((await repeats())[0]?.leftOutDays).toEqual(['2026-11-30']);
    await test.door.run(moveItem, { id: `${id}.2026-12-07`, date: '2026-12-08', slot: 'noon' });
    await test.door.run(changeRepeat, {
      id,
      onDay: '2026-11-23',
      rule: MONDAYS,
      skip: 'daysOff',
      untilDay: null,
    });
    expect(await dates()).toEqual(['2026-11-23', '2026-12-08', '2026-12-14']);
    await test.door.undo();
    await test.door.undo();
    await test.door.undo();
    expect(await dates()).toContain('2026-11-30');
    expect((await repeats())[0]?.leftOutDays).toEqual([]);
  });
});

describe('changing occurrences', () => {
  it('changes this and the later ones, not the earlier, the sent, or what one has its own way', async () => {
    const { id, itemId } = await weekly(MONDAYS, '2026-12-21');
    const own = `${id}.2026-12-14`;
    await test.door.run(editItem, { id: own, title: '会员专享：圣诞特辑' });
    await test.door.run(editItem, { id: `${id}.2026-12-21`, status: 'sent' });
    const edited = `${id}.2026-11-30`;
    await test.door.run(editItem, {
      id: edited,
      title: '会员之夜',
      text: '今晚八点',
      owner: '林晓燕',
    });
    const { count } = await test.door.run(applyToRepeat, { itemId: edited, scope: 'following' });
    expect(count).toBe(2);
    const byId = new Map((await items()).map((item) => [item.id, item]));
    expect(byId.get(itemId)).toMatchObject({ title: '会员专享' });
    expect(byId.get(`${id}.2026-12-07`)).toMatchObject({ title: '会员之夜', owner: '林晓燕' });
    expect(byId.get(own)).toMatchObject({ title: '会员专享：圣诞特辑', text: '今晚八点' });
    expect(byId.get(`${id}.2026-12-21`)).toMatchObject({ title: '会员专享', status: 'sent' });
    await test.door.run(makeAhead, { fromDay: '2026-11-23', untilDay: '2026-12-28' });
    expect((await items()).at(-1)).toMatchObject({ date: '2026-12-28', title: '会员之夜' });
  });

  it('changes all that were not sent, in one step', async () => {
    const { id, itemId } = await weekly();
    await test.door.run(editItem, { id: `${id}.2026-12-07`, form: 'relay' });
    await test.door.run(applyToRepeat, { itemId: `${id}.2026-12-07`, scope: 'all' });
    expect((await items()).map((item) => item.form)).toEqual(Array(4).fill('relay'));
    await test.door.undo();
    expect((await items()).find((item) => item.id === itemId)?.form).toBe('article');
  });

  it('moves to other days from a day on', async () => {
    const { id } = await weekly();
    const { made, removed } = await test.door.run(changeRepeat, {
      id,
      onDay: '2026-12-01',
      rule: { kind: 'weekdays', weekdays: [3], everyWeeks: 1 },
      skip: 'never',
      untilDay: '2026-12-10',
    });
    expect({ made, removed }).toEqual({ made: 2, removed: 2 });
    expect(await dates()).toEqual(['2026-11-23', '2026-11-30', '2026-12-02', '2026-12-09']);
    await test.door.undo();
    expect(await dates()).toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']);
  });

  it('stops, keeping what was before, and is removed with all that was not sent', async () => {
    const { id } = await weekly();
    expect(await test.door.run(stopRepeat, { id, fromDay: '2026-12-07' })).toEqual({ count: 2 });
    expect(await dates()).toEqual(['2026-11-23', '2026-11-30']);
    await test.door.run(makeAhead, { fromDay: '2026-11-23', untilDay: '2027-01-31' });
    expect(await dates()).toEqual(['2026-11-23', '2026-11-30']);
    await test.door.run(editItem, { id: await idOn('2026-11-23'), status: 'sent' });
    expect(await test.door.run(removeRepeat, { id })).toEqual({ count: 1 });
    expect(await dates()).toEqual(['2026-11-23']);
    expect((await items())[0]?.repeatId).toBeUndefined();
  });

  it('says so when the repeat is gone', async () => {
    await expect(
      test.door.run(stopRepeat, { id: 'nowhere', fromDay: '2026-12-07' }),
    ).rejects.toMatchObject({ code: 'repeat-not-found' });
  });
});
