import { splitBlocks } from '@shared/contracts/journal-payload';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { FROZEN_FRAMES } from './backup/frozen-journal';
import { recover } from './backup/recover';
import { ConsoleDb } from './db';
import { JournalPump } from './journal-pump';
import { allRows, commandOf, memoryJournal, openTestDoor } from './test-db';
import { readProgress } from './write/identity';

type Opened = Awaited<ReturnType<typeof openTestDoor>>;

/** Orders whose notes make their page large. */
function largeImport({ door }: Opened, count: number, noteLength: number) {
  const batchId = v7();
  const ids = Array.from({ length: count }, () => v7());
  const rows = ids.map((id, i) => ({
    id,
    externalNo: `A${i}`,
    memberId: ids[0] ?? '',
    orderedAt: 1000 + i,
    amountFen: 100 + i,
    refundFen: 0,
    status: 'paid' as const,
    lines: [{ product: '番茄', quantity: 2 }],
    note: `${i}`.padStart(noteLength, '字'),
    batchId,
  }));
  const work = door.run(
    commandOf(['orders'], (tx) => tx.bulkCreate('orders', rows)),
    {},
  );
  return work.then(() => ({ ids }));
}

async function recovered(frames: ReturnType<typeof memoryJournal>['frames'], databaseId: string) {
  const name = `recovered-${v7()}`;
  const journal = { after: async (seq: number) => frames.filter((f) => f.seq > seq).slice(0, 1) };
  const done = await recover(
    { mode: 'rebuild', databaseId },
    journal,
    { next: async () => null },
    () => undefined,
    name,
  );
  expect(done.missing).toBe(0);
  return new ConsoleDb({ name });
}

async function stateOf(db: ConsoleDb) {
  const counters = (await db.table('counters').toArray()) as { n: number }[];
  return {
    orders: await allRows(db, 'orders'),
    stats: await allRows(db, 'memberStats'),
    counters: counters.filter(({ n }) => n !== 0),
  };
}

describe('the journal of a large operation', () => {
  it('comes in blocks, once, and brings the operation back', async () => {
    const opened = await openTestDoor();
    await largeImport(opened, 4500, 200);
    const { frames, sink } = memoryJournal();
    const pump = new JournalPump(opened.db, opened.databaseId, sink);
    await pump.flush();
    await pump.flush();
    expect(frames.map(({ seq }) => seq)).toEqual([1]);
    const blocks = splitBlocks(frames[0]?.payload ?? new Uint8Array()) ?? [];
    expect(blocks.map(({ form }) => form)).toEqual(['plain', 'plain']);
    expect(await opened.db.table('opPayloads').count()).toBe(0);
    const db = await recovered(frames, opened.databaseId);
    expect(await stateOf(db)).toEqual(await stateOf(opened.db));
  }, 30_000);

  it('holds what the operation wrote, also when its pages are changed before they are read', async () => {
    const opened = await openTestDoor();
    const { db, door, databaseId } = opened;
    const { ids } = await largeImport(opened, 4500, 200);
    const laid = (await db.table('opPayloads').toArray()) as { laid?: unknown; payload: unknown }[];
    expect(laid.map((part) => [part.laid !== undefined, part.payload])).toEqual([
      [true, {}],
      [true, {}],
    ]);
    const edit = commandOf(['orders'], (tx) =>
      tx.update('orders', ids[4200] ?? '', { note: '改过' }),
    );
    await door.run({ ...edit, undoable: false }, {});
    await door.undo();
    const { frames, sink } = memoryJournal();
    await new JournalPump(db, databaseId, sink).flush();
    expect(frames.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const first = await recovered(frames.slice(0, 1), databaseId);
    expect((await allRows(first, 'orders')).map(({ id }) => id)).toEqual(ids);
    expect((await allRows(first, 'orders'))[4200]?.note).toContain('4200');
    expect(await stateOf(await recovered(frames, databaseId))).toEqual(await stateOf(db));
    expect((await allRows(db, 'orders')).map(({ id }) => id)).toEqual([ids[4200]]);
  }, 30_000);

  it('keeps nothing of a frame whose block fails, and tries again whole', async () => {
    const opened = await openTestDoor();
    await largeImport(opened, 4500, 200);
    const { frames, sink } = memoryJournal();
    let failures = 1;
    const heard: string[] = [];
    const pump = new JournalPump(opened.db, opened.databaseId, {
      ...sink,
      write: async (token, block) => {
        if (failures-- > 0) throw new Error('disk is full');
        await sink.write(token, block);
      },
      abort: async (token) => {
        heard.push('abort');
        await sink.abort(token);
      },
    });
    await expect(pump.flush()).rejects.toThrow('disk is full');
    expect(heard).toEqual(['abort']);
    expect(frames).toEqual([]);
    expect((await readProgress(opened.db)).journaledSeq).toBe(0);
    await pump.flush();
    const db = await recovered(frames, opened.databaseId);
    expect(await stateOf(db)).toEqual(await stateOf(opened.db));
  }, 30_000);
});

describe('a journal of the first version', () => {
  it('is read as ever', async () => {
    const frames = FROZEN_FRAMES.map(({ seq, header, payload }) => ({
      seq,
      header,
      payload: Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0)),
    }));
    const id = (n: number) => `01a1f000-0000-7000-8000-00000000000${n}`;
    const db = await recovered(frames, 'database-one');
    expect((await readProgress(db)).lastSeq).toBe(5);
    expect((await allRows(db, 'members')).map(({ id, name, phone }) => [id, name, phone])).toEqual([
      [id(1), '成员1', '+8613800138001'],
      [id(2), '成员2', '+8613800138002'],
    ]);
    expect((await allRows(db, 'orders')).map((row) => [row.id, row.note, row.lines])).toEqual(
      [3, 4, 5].map((n) => [
        id(n),
        n === 4 ? '放门口' : undefined,
        [{ product: '番茄', quantity: n, amountFen: 50 }],
      ]),
    );
    expect(
      (await allRows(db, 'memberStats')).map((row) => [row.id, row.orderCount, row.amountFen]),
    ).toEqual([
      [id(1), 1, 400],
      [id(2), 2, 800],
    ]);
    expect((await allRows(db, 'tags')).map(({ name }) => name)).toEqual(['爱囤货']);
    const early = await recovered(frames.slice(0, 4), 'database-one');
    for (const entity of ['members', 'orders', 'memberStats', 'tags'] as const)
      expect(await allRows(early, entity)).toEqual([]);
  });
});
