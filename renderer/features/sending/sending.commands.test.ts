import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { SEND_VARIABLES_ID } from '@shared/domain/calendar/send-variables.schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { addItem, editItem, removeItem } from '@/features/content-items';
import { setSendVariable } from './send-variables.commands';
import { carryOver, giveUpSends, markSent, setSendTime, unmarkSent } from './sending.commands';

let test: Awaited<ReturnType<typeof openTestDoor>>;
let id: string;
const DATE = '2026-11-18';
/** 11:30 in Shanghai. */
const AT = Date.UTC(2026, 10, 18, 3, 30);

beforeEach(async () => {
  test = await openTestDoor();
  const groups = commandOf(['groups'], async (tx) => {
    for (const name of ['g1', 'g2', 'g3']) {
      await tx.create('groups', { id: name, name, openedAt: 0 });
    }
  });
  await test.door.run(groups, {});
  id = (await test.door.run(addItem, { date: DATE, slot: 'noon', title: '溯源直播' })).id;
  await test.door.run(editItem, { id, text: '十二点开播', status: 'ready', time: '12:00' });
});

const item = async (): Promise<ContentItem | undefined> =>
  (await allRows(test.db, 'contentItems')).find((it) => it.id === id);
const sends = () => allRows(test.db, 'contentSends');
const to = (...groupIds: string[]) => groupIds.map((groupId) => ({ itemId: id, groupId }));

describe('marking', () => {
  it('records each group with the plan of that moment; the item is sent with the first', async () => {
    await test.door.run(markSent, { sends: to('g1'), at: AT });
    await test.door.run(markSent, { sends: to('g2'), at: AT + 60_000 });
    expect(await item()).toMatchObject({ status: 'sent', sentAt: AT });
    expect(await sends()).toMatchObject([
      { id: `${id}.g1`, day: DATE, slot: 'noon', plannedTime: '12:00', state: 'sent', at: AT },
      { id: `${id}.g2`, title: '溯源直播', at: AT + 60_000 },
    ]);
  });

  it('marks many groups as one step, taken back as one', async () => {
    await test.door.run(markSent, { sends: to('g1', 'g2', 'g3'), at: AT, reason: '赶时间' });
    expect((await sends()).map(({ reason }) => reason)).toEqual(['赶时间', '赶时间', '赶时间']);
    await test.door.undo();
    expect(await sends()).toEqual([]);
    expect(await item()).toMatchObject({ status: 'ready' });
    expect((await item())?.sentAt).toBeUndefined();
  });

  it('never records a sending twice, and keeps the first time', async () => {
    await test.door.run(markSent, { sends: to('g1'), at: AT });
    await expect(test.door.run(markSent, { sends: to('g1'), at: AT + 5 })).rejects.toMatchObject({
      code: 'send-already',
    });
    await test.door.run(markSent, { sends: to('g1', 'g2'), at: AT + 9 });
    expect((await sends()).map(({ at }) => at)).toEqual([AT, AT + 9]);
  });

  it('takes a mark back: with the last one the item is ready again', async () => {
    await test.door.run(markSent, { sends: to('g1'), at: AT });
    await test.door.run(markSent, { sends: to('g2'), at: AT + 60_000 });
    await test.door.run(unmarkSent, { sends: to('g1') });
    expect(await item()).toMatchObject({ status: 'sent', sentAt: AT + 60_000 });
    await test.door.run(unmarkSent, { sends: to('g2') });
    expect(await item()).toMatchObject({ status: 'ready' });
    expect(await sends()).toEqual([]);
  });

  it('takes one group out of a piece that was marked as sent as a whole', async () => {
    await test.door.run(editItem, { id, status: 'sent' });
    const sentAt = (await item())?.sentAt;
    await test.door.run(unmarkSent, { sends: to('g2') });
    expect((await sends()).map(({ groupId, at }) => [groupId, at])).toEqual([
      ['g1', sentAt],
      ['g3', sentAt],
    ]);
    await test.door.run(unmarkSent, { sends: to('g1', 'g3') });
    expect(await item()).toMatchObject({ status: 'ready' });
  });

  it('corrects the time of a sending, and that of the item with it', async () => {
    await test.door.run(markSent, { sends: to('g1', 'g2'), at: AT });
    await test.door.run(setSendTime, { itemId: id, groupId: 'g2', at: AT - 600_000 });
    expect((await item())?.sentAt).toBe(AT - 600_000);
    await expect(
      test.door.run(setSendTime, { itemId: id, groupId: 'g3', at: AT }),
    ).rejects.toMatchObject({ code: 'send-not-marked' });
  });

  it('keeps the record of a piece that is removed, and says that it is gone', async () => {
    await test.door.run(markSent, { sends: to('g1'), at: AT });
    await test.door.run(removeItem, { id, title: '溯源直播' });
    expect(await sends()).toMatchObject([{ title: '溯源直播' }]);
    await expect(test.door.run(markSent, { sends: to('g2'), at: AT })).rejects.toMatchObject({
      code: 'content-not-found',
    });
  });
});

describe('what was missed', () => {
  it('is given up with a reason, and may be sent after all', async () => {
    await test.door.run(giveUpSends, { sends: to('g1', 'g2'), at: AT, reason: '直播取消' });
    expect(await sends()).toMatchObject([{ state: 'missed', reason: '直播取消' }, {}]);
    expect(await item()).toMatchObject({ status: 'ready' });
    await test.door.run(markSent, { sends: to('g1'), at: AT + 5 });
    const [first] = await sends();
    expect(first).toMatchObject({ state: 'sent', at: AT + 5 });
    expect(first?.reason).toBeUndefined();
  });

  it('does not give up what went out', async () => {
    await test.door.run(markSent, { sends: to('g1'), at: AT });
    await expect(
      test.door.run(giveUpSends, { sends: to('g1'), at: AT, reason: '算了' }),
    ).rejects.toMatchObject({ code: 'send-already' });
  });

  it('is carried over, many at once, and remembers where it was planned first', async () => {
    const other = await test.door.run(addItem, { date: DATE, slot: 'morning', title: '早报' });
    const ids = [id, other.id];
    await test.door.run(carryOver, { itemIds: ids, date: '2026-11-19', slot: 'evening' });
    await test.door.run(carryOver, { itemIds: [id], date: '2026-11-20', slot: 'noon' });
    const rows = await allRows(test.db, 'contentItems');
    expect(rows.map(({ date, slot, carriedFrom }) => ({ date, slot, carriedFrom }))).toEqual([
      { date: '2026-11-20', slot: 'noon', carriedFrom: { date: DATE, slot: 'noon' } },
      { date: '2026-11-19', slot: 'evening', carriedFrom: { date: DATE, slot: 'morning' } },
    ]);
    // 12:00 is none of the evening's times.
    expect((await item())?.time).toBeUndefined();
    await test.door.run(markSent, { sends: to('g1'), at: AT });
    expect(await sends()).toMatchObject([
      { day: '2026-11-20', carriedFrom: { date: DATE, slot: 'noon' } },
    ]);
    await test.door.undo();
    await test.door.undo();
    await test.door.undo();
    expect(await item()).toMatchObject({ date: DATE, slot: 'noon', time: '12:00' });
    expect((await item())?.carriedFrom).toBeUndefined();
  });
});

describe('variables', () => {
  const workspace = async () =>
    (await allRows(test.db, 'modelSettings')).find((row) => row.id === SEND_VARIABLES_ID)?.settings;

  it('are kept for all groups or for one, and an empty value takes them away', async () => {
    await test.door.run(setSendVariable, { name: '团长', value: ' 林姐 ' });
    await test.door.run(setSendVariable, { name: '取货点', value: '南门' });
    await test.door.run(setSendVariable, { name: '取货点', value: '北门', groupId: 'g1' });
    expect(await workspace()).toEqual({ values: { 团长: '林姐', 取货点: '南门' } });
    expect((await allRows(test.db, 'groups'))[0]?.variables).toEqual({ 取货点: '北门' });
    await test.door.run(setSendVariable, { name: '取货点', value: '' });
    expect(await workspace()).toEqual({ values: { 团长: '林姐' } });
    await test.door.undo();
    expect(await workspace()).toEqual({ values: { 团长: '林姐', 取货点: '南门' } });
  });

  it('take no braces, which would go out as they stand', async () => {
    const set = async (name: string, value: string) =>
      test.door.run(setSendVariable, { name, value });
    await expect(set('团长', '{群名}')).rejects.toThrow();
    await expect(set('{x}', '1')).rejects.toThrow();
    expect(await workspace()).toBeUndefined();
  });
});
