import { splitBlocks } from '@shared/contracts/journal-payload';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { recover } from './backup/recover';
import type { Tx } from './command';
import { ConsoleDb } from './db';
import { JournalPump, type JournalSink } from './journal-pump';
import { allRows, commandOf, memoryJournal, openTestDoor } from './test-db';
import { readProgress } from './write/identity';

const ORDERS = 4500;

async function fillOrders(tx: Tx): Promise<string> {
  const batchId = v7();
  const ids = Array.from({ length: ORDERS }, () => v7());
  const rows = ids.map((id, i) => ({
    id,
    externalNo: `A${i}`,
    memberId: ids[0] ?? '',
    orderedAt: 1000 + i,
    amountFen: 100 + i,
    refundFen: 0,
    status: 'paid' as const,
    lines: [],
    note: `${i}`.padStart(200, '字'),
    batchId,
  }));
  await tx.bulkCreate('orders', rows);
  return ids[0] ?? '';
}

const importOrders = commandOf(['orders'], fillOrders);

/** A door whose large operations are journalled while they are written; `heard` names every call. */
async function openFed(change: (sink: JournalSink) => JournalSink = (sink) => sink) {
  const opened = await openTestDoor();
  const { frames, sink } = memoryJournal();
  const heard: string[] = [];
  const listening: JournalSink = {
    append: async (id, more) => {
      heard.push('append');
      await sink.append(id, more);
    },
    begin: (...args) => {
      heard.push('begin');
      return sink.begin(...args);
    },
    write: async (token, block) => {
      heard.push('write');
      await sink.write(token, block);
    },
    finish: async (token) => {
      heard.push('finish');
      await sink.finish(token);
    },
    abort: async (token) => {
      heard.push('abort');
      await sink.abort(token);
    },
  };
  const pump = new JournalPump(opened.db, opened.databaseId, change(listening));
  opened.door.feedJournal(pump);
  return { ...opened, pump, frames, heard };
}

type Fed = Awaited<ReturnType<typeof openFed>>;

async function recovered({ frames, databaseId }: Fed): Promise<ConsoleDb> {
  const name = `recovered-${v7()}`;
  const journal = { after: async (seq: number) => frames.filter((f) => f.seq > seq).slice(0, 1) };
  const plan = { mode: 'rebuild' as const, databaseId };
  await recover(plan, journal, { next: async () => null }, () => undefined, name);
  return new ConsoleDb({ name });
}

async function expectSame(fed: Fed): Promise<void> {
  const again = await recovered(fed);
  expect(await allRows(again, 'orders')).toEqual(await allRows(fed.db, 'orders'));
  expect(await allRows(again, 'memberStats')).toEqual(await allRows(fed.db, 'memberStats'));
}

describe('an operation that is journalled while it is written', () => {
  it('has sent its pages before it is committed, and counts once the rest has followed', async () => {
    const fed = await openFed();
    await fed.door.run(importOrders, {});
    expect(fed.heard.filter((call) => call !== 'write')).toEqual(['begin']);
    expect(fed.frames).toEqual([]);
    await fed.pump.flush();
    expect(fed.heard).toEqual(['begin', 'write', 'write', 'finish']);
    expect(splitBlocks(fed.frames[0]?.payload ?? new Uint8Array())).toHaveLength(2);
    expect((await readProgress(fed.db)).journaledSeq).toBe(1);
    await expectSame(fed);
  }, 30_000);

  it('carries what else the operation did, and the operations after it in their order', async () => {
    const fed = await openFed();
    await fed.door.run(
      commandOf(['orders', 'tags'], async (tx) => {
        const first = await fillOrders(tx);
        await tx.update('orders', first, { note: '改过' });
        await tx.create('tags', { id: 'tag-1', name: '老客' });
      }),
      {},
    );
    await fed.door.run(
      commandOf(['tags'], (tx) => tx.create('tags', { id: 'tag-2', name: '新客' })),
      {},
    );
    await fed.pump.flush();
    expect(fed.frames.map(({ seq }) => seq)).toEqual([1, 2]);
    await expectSame(fed);
    const again = await recovered(fed);
    expect((await allRows(again, 'tags')).map(({ name }) => name)).toEqual(['老客', '新客']);
  }, 30_000);

  it('leaves nothing in the journal when it comes to nothing', async () => {
    const fed = await openFed();
    const failing = commandOf(['orders'], async (tx) => {
      await fillOrders(tx);
      throw new Error('cancelled');
    });
    await expect(fed.door.run(failing, {})).rejects.toThrow('cancelled');
    expect(fed.heard.at(-1)).toBe('abort');
    await fed.pump.flush();
    expect(fed.frames).toEqual([]);
    await fed.door.run(importOrders, {});
    await fed.pump.flush();
    expect(fed.frames.map(({ seq }) => seq)).toEqual([1]);
    await expectSame(fed);
  }, 30_000);

  it('is read from the database when a block was lost or the console was killed in between', async () => {
    let failures = 1;
    const fed = await openFed((sink) => ({
      ...sink,
      write: async (token, block) => {
        if (failures-- > 0) throw new Error('disk is full');
        await sink.write(token, block);
      },
    }));
    await fed.door.run(importOrders, {});
    await expect(fed.pump.flush()).rejects.toThrow('disk is full');
    expect(fed.frames).toEqual([]);
    await fed.pump.flush();
    await expectSame(fed);

    const killed = await openFed();
    await killed.door.run(importOrders, {});
    const { frames, sink } = memoryJournal();
    await new JournalPump(killed.db, killed.databaseId, sink).flush();
    await expectSame({ ...killed, frames });
  }, 30_000);

  it('waits its turn in the journal: what came before is not there yet', async () => {
    const fed = await openFed();
    await fed.door.run(
      commandOf(['tags'], (tx) => tx.create('tags', { id: 'tag-1', name: '老客' })),
      {},
    );
    await fed.door.run(importOrders, {});
    expect(fed.heard).toEqual([]);
    await fed.pump.flush();
    expect(fed.frames.map(({ seq }) => seq)).toEqual([1, 2]);
    await expectSame(fed);
  }, 30_000);
});
