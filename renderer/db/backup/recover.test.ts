import type { BackupHeader } from '@shared/contracts/ipc';
import type { Order } from '@shared/domain/orders/order.schema';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ConsoleDb } from '../db';
import { JournalPump } from '../journal-pump';
import { gzip } from '../packed-bytes';
import { counters } from '../tables';
import { allRows, commandOf, memoryJournal, openTestDoor } from '../test-db';
import { readIdentity, readProgress } from '../write/identity';
import { type JournalSource, recover } from './recover';
import { beginNewTimeline, loadSnapshot, writeSnapshot } from './snapshot';

/** A console's life: a door, and a journal and backups that lie outside its database. */
async function live() {
  const { db, door, databaseId } = await openTestDoor();
  const { frames, sink } = memoryJournal();
  const pump = new JournalPump(db, databaseId, sink);
  const journal: JournalSource = {
    after: async (seq) => frames.filter((frame) => frame.seq > seq).slice(0, 2),
  };
  const backup = async () => {
    const chunks: Uint8Array[] = [];
    let header: BackupHeader | undefined;
    await writeSnapshot(db, 'manual', {
      begin: async (given) => {
        header = given;
      },
      write: async (chunk) => {
        chunks.push(await gzip(chunk));
      },
    });
    return { header, source: () => sourceOf(chunks) };
  };
  return { db, door, databaseId, pump, journal, frames, backup };
}

const sourceOf = (chunks: Uint8Array[]) => {
  const left = [...chunks];
  return { next: async () => left.shift() ?? null };
};

const person = (name: string, batchId?: string) => ({
  id: v7(),
  name,
  identity: 'unknown' as const,
  source: 'manual' as const,
  ...(batchId ? { batchId } : {}),
});

function manyOrders(memberIds: string[], batchId: string): Order[] {
  return memberIds.flatMap((memberId, i) => [
    {
      id: v7(),
      externalNo: `A${i}`,
      memberId,
      orderedAt: 1000 + i,
      amountFen: 100 + i,
      refundFen: 0,
      status: 'paid',
      lines: [{ product: '番茄', quantity: 2 }],
      batchId,
    },
  ]);
}

async function workload({ door }: Awaited<ReturnType<typeof live>>) {
  const people = Array.from({ length: 700 }, (_, i) => person(`成员${i}`, 'b1'));
  const ids = people.map((p) => p.id);
  await door.run(
    commandOf(['members', 'orders'], async (tx) => {
      await tx.bulkCreate('members', people);
      await tx.bulkCreate('orders', manyOrders(ids, 'b1'));
    }),
    {},
  );
  const tag = { id: 'tag-1', name: '爱囤货' };
  await door.run(
    commandOf(['tags', 'tagAssignments'], async (tx) => {
      await tx.create('tags', tag);
      await tx.create('tagAssignments', {
        id: `${ids[3]}.tag-1`,
        memberId: ids[3] ?? '',
        tagId: 'tag-1',
        at: 5,
      });
    }),
    {},
  );
  await door.run(
    commandOf(['members'], (tx) =>
      tx.update('members', ids[9] ?? '', { note: '常客', region: '嘉兴' }),
    ),
    {},
  );
  await door.run(
    commandOf(['members'], (tx) => tx.update('members', ids[9] ?? '', { region: undefined })),
    {},
  );
  await door.undo();
  await door.run(
    commandOf(['members'], (tx) => tx.create('members', person('手工添加'))),
    {},
  );
}

async function everything(db: ConsoleDb) {
  const state: Record<string, unknown> = {};
  for (const entity of ['members', 'orders', 'memberStats', 'tags', 'tagAssignments'] as const) {
    state[entity] = await allRows(db, entity);
  }
  state.counters = await counters(db).toArray();
  state.outbox = await db.table('outbox').toArray();
  state.lastSeq = (await readProgress(db)).lastSeq;
  return state;
}

describe('recovery', () => {
  it('brings everything back from the journal alone when the database is gone', async () => {
    const console = await live();
    await workload(console);
    await console.pump.flush();
    const before = await everything(console.db);
    const { name } = console.db;
    await console.db.delete();
    const done = await recover(
      { mode: 'rebuild', databaseId: console.databaseId },
      console.journal,
      sourceOf([]),
      () => undefined,
      name,
    );
    expect(done).toEqual({ operations: 6, missing: 0 });
    const db = new ConsoleDb({ name });
    expect(await everything(db)).toEqual(before);
    expect((await readIdentity(db))?.databaseId).toBe(console.databaseId);
  });

  it('begins with the backup and repeats only what came after it', async () => {
    const console = await live();
    await workload(console);
    const { header, source } = await console.backup();
    await console.door.run(
      commandOf(['members'], (tx) => tx.create('members', person('备份之后'))),
      {},
    );
    await console.pump.flush();
    const before = await everything(console.db);
    const { name } = console.db;
    const done = await recover(
      {
        mode: 'rebuild',
        databaseId: console.databaseId,
        backupVersion: header?.schemaVersion ?? 0,
      },
      console.journal,
      source(),
      () => undefined,
      name,
    );
    expect(done).toEqual({ operations: 1, missing: 0 });
    expect(await everything(new ConsoleDb({ name }))).toEqual(before);
  });

  it('adds what an older database lacks, and says what nobody has', async () => {
    const console = await live();
    await workload(console);
    const { header, source } = await console.backup();
    await console.door.run(
      commandOf(['members'], (tx) => tx.create('members', person('甲'))),
      {},
    );
    await console.door.run(
      commandOf(['members'], (tx) => tx.create('members', person('乙'))),
      {},
    );
    await console.pump.flush();
    const { name } = console.db;
    await loadSnapshot(name, header?.schemaVersion ?? 0, source());
    const lossy: JournalSource = {
      after: async (seq) => (await console.journal.after(seq)).filter((f) => f.seq !== 7),
    };
    const done = await recover(
      { mode: 'catchUp', databaseId: console.databaseId },
      lossy,
      sourceOf([]),
      () => undefined,
      name,
    );
    expect(done).toEqual({ operations: 1, missing: 1 });
    const names = (await allRows(new ConsoleDb({ name }), 'members')).map((m) => m.name);
    expect(names).toContain('乙');
    expect(names).not.toContain('甲');
  });

  it('undoes across a restart and a restore', async () => {
    const console = await live();
    await workload(console);
    const { header, source } = await console.backup();
    const { name } = console.db;
    await console.door.run(
      commandOf(['members'], (tx) => tx.create('members', person('多余'))),
      {},
    );
    console.db.close();
    await loadSnapshot(name, header?.schemaVersion ?? 0, source());
    const db = new ConsoleDb({ name });
    const who = await beginNewTimeline(db);
    expect(who.databaseId).not.toBe(console.databaseId);
    const { WriteDoor } = await import('../write/write-door');
    await new WriteDoor(db, who).undo();
    expect((await allRows(db, 'members')).map((m) => m.name)).not.toContain('手工添加');
  });
});

describe('the journal pump', () => {
  it('copies each op once and in order, and catches up after a failure', async () => {
    const { db, door, databaseId } = await openTestDoor();
    const seen: number[] = [];
    let isBroken = true;
    const pump = new JournalPump(db, databaseId, {
      ...memoryJournal().sink,
      append: async (_id, frames) => {
        if (isBroken) throw new Error('disk is full');
        seen.push(...frames.map((frame) => frame.seq));
      },
    });
    for (const name of ['一', '二', '三']) {
      await door.run(
        commandOf(['members'], (tx) => tx.create('members', person(name))),
        {},
      );
    }
    await expect(pump.flush()).rejects.toThrow('disk is full');
    isBroken = false;
    await pump.flush();
    await pump.flush();
    expect(seen).toEqual([1, 2, 3]);
  });
});
