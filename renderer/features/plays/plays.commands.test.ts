import { unpackIds } from '@shared/lib/pack-ids';
import { dayNumber } from '@shared/lib/time';
import { describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { PlayDesk } from '@/workers/plays/play-desk';
import { closePlay, editPlay, removePlay, startPlay } from './plays.commands';

const people = Array.from({ length: 10 }, (_, index) => `m${index}`);
const start = {
  name: '精准唤醒',
  quadrant: 'basin',
  recipe: 'precise-wake-up',
  memberIds: people,
  snapshotName: '精准唤醒 名单',
  holdoutName: '精准唤醒 对照组',
  startDay: '2026-03-10',
  windowDays: 14,
  margin: 0.2,
};
const lot = { share: 0.3, seed: 5 };

describe('a play', () => {
  it('keeps its people and those left alone, and undo takes all of it back', async () => {
    const { db, door } = await openTestDoor();
    const done = await door.run(startPlay, { ...start, lot });
    expect(done).toMatchObject({ played: 7, heldOut: 3 });
    const [play] = await allRows(db, 'plays');
    expect(play).toMatchObject({ lot, startDay: '2026-03-10', recipe: 'precise-wake-up' });
    const kept = new Map(
      (await allRows(db, 'segmentSnapshots')).map((it) => [it.id, unpackIds(it.members)]),
    );
    const played = kept.get(play?.snapshotId ?? '') ?? [];
    const heldOut = kept.get(play?.holdoutSnapshotId ?? '') ?? [];
    expect([...played, ...heldOut].sort()).toEqual(people);
    await door.undo();
    expect(await allRows(db, 'plays')).toEqual([]);
    expect(await allRows(db, 'segmentSnapshots')).toEqual([]);
  });

  it('starts without a hold-out by choice, never with nobody, and parts no single person', async () => {
    const { db, door } = await openTestDoor();
    await door.run(startPlay, start);
    expect((await allRows(db, 'plays'))[0]?.holdoutSnapshotId).toBeUndefined();
    await expect(door.run(startPlay, { ...start, memberIds: [] })).rejects.toMatchObject({
      code: 'play-nobody',
    });
    await expect(
      door.run(startPlay, { ...start, memberIds: ['m1', 'm1'], lot }),
    ).rejects.toMatchObject({ code: 'play-too-few-to-part' });
  });

  it('is edited, closed, reopened and deleted, each taken back by undo', async () => {
    const { db, door } = await openTestDoor();
    const { playId } = await door.run(startPlay, start);
    const now = async () => (await allRows(db, 'plays'))[0];
    await door.run(editPlay, { playId, name: '唤醒', windowDays: 30, costFen: 5000 });
    expect(await now()).toMatchObject({ name: '唤醒', windowDays: 30, costFen: 5000 });
    expect((await now())?.margin).toBeUndefined();
    await door.run(closePlay, { playId, name: '唤醒', isClosed: true });
    expect((await now())?.closedAt).toBeTypeOf('number');
    await door.run(closePlay, { playId, name: '唤醒', isClosed: false });
    expect((await now())?.closedAt).toBeUndefined();
    await door.run(removePlay, { playId, name: '唤醒' });
    expect(await now()).toBeUndefined();
    await door.undo();
    expect(await now()).toMatchObject({ name: '唤醒', costFen: 5000 });
    await expect(door.run(removePlay, { playId: 'x', name: '' })).rejects.toMatchObject({
      code: 'play-not-found',
    });
  });
});

describe('the counter of plays', () => {
  it('counts both sides up to today, and nothing before the play begins', async () => {
    const { db, door } = await openTestDoor();
    const { playId } = await door.run(startPlay, { ...start, lot });
    const day = dayNumber('2026-03-10');
    // Everybody orders for 10 yuan on the first day and again a day after the last.
    const columns = {
      rowOf: (id: string) => people.indexOf(id),
      isHere: new Uint8Array(10).fill(1),
      orders: {
        start: Uint32Array.from(people, (_, at) => at * 2),
        end: Uint32Array.from(people, (_, at) => at * 2 + 2),
        day: Int32Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? day : day + 14)),
        at: new Float64Array(20),
        amountFen: new Float64Array(20).fill(1000),
        refundFen: new Float64Array(20),
      },
    };
    columns.isHere[9] = 0;
    let today = day + 30;
    const source = { columns: async () => columns, today: () => today };
    const desk = new PlayDesk(async () => db, source as never);
    const over = (await desk.figures([playId, 'unknown']))[playId];
    expect((over?.played.people ?? 0) + (over?.heldOut?.people ?? 0)).toBe(9);
    expect(over?.gone).toBe(1);
    expect(over?.played.netFen).toBe((over?.played.people ?? 0) * 1000);
    expect(over?.played.orders).toBe(over?.played.people);
    expect((await desk.ids(playId, 'played')).length).toBe(over?.played.people);
    today = day - 1;
    const ahead = (await desk.figures([playId]))[playId];
    expect(ahead?.played).toMatchObject({ buyers: 0, netFen: 0 });
  });
});
