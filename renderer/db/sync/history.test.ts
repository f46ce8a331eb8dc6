import type { BackupHeader } from '@shared/contracts/ipc';
import { joinId } from '@shared/lib/record-ids';
import type { Op } from '@shared/sync/op';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { recover } from '../backup/recover';
import { beginNewTimeline, loadSnapshot, writeSnapshot } from '../backup/snapshot';
import { ConsoleDb } from '../db';
import { JournalPump } from '../journal-pump';
import { gzip } from '../packed-bytes';
import { allRows, commandOf, memoryJournal } from '../test-db';
import { ensureIdentity, readProgress } from '../write/identity';
import { WriteDoor } from '../write/write-door';
import { follow, type Laptop, openLaptop, storedClocks, storedState } from './laptop.testing';
import { MemoryHub } from './memory-hub.testing';
import { countUnsent } from './outbox';
import { readPlace } from './place';

const person = (name: string, id = v7()) => ({
  id,
  name,
  identity: 'unknown' as const,
  source: 'manual' as const,
});

async function agree(...laptops: Pick<Laptop, 'session'>[]): Promise<void> {
  for (const { session } of [...laptops, ...laptops]) await session.round();
}

/** People with orders and a tag each: new pages of two kinds, and of stamps. */
function bring(door: WriteDoor, n: number, batchId: string): Promise<string[]> {
  const ids = Array.from({ length: n }, () => v7());
  const command = commandOf(['members', 'orders', 'tagAssignments'], async (tx) => {
    await tx.bulkCreate(
      'members',
      ids.map((id) => ({ ...person('进', id), batchId })),
    );
    await tx.bulkCreate(
      'orders',
      ids.map((memberId, i) => ({
        id: tx.newId(),
        externalNo: `${batchId}-${i}`,
        memberId,
        orderedAt: i,
        amountFen: 100,
        refundFen: 0,
        status: 'paid' as const,
        lines: [],
        batchId,
      })),
    );
    await tx.bulkCreate(
      'tagAssignments',
      ids.map((id) => ({
        id: joinId(id, 't'),
        memberId: id,
        tagId: 't',
        source: 'import' as const,
        at: 1,
        batchId,
      })),
    );
    return ids;
  });
  return door.run(command, {});
}

const edit = (door: WriteDoor, id: string, patch: Record<string, string | undefined>) =>
  door.run(
    commandOf(['members'], (tx) => tx.update('members', id, patch)),
    {},
  );

async function copyOf(db: ConsoleDb) {
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
  return {
    version: header?.schemaVersion ?? 0,
    source: () => {
      const left = [...chunks];
      return { next: async () => left.shift() ?? null };
    },
  };
}

/** The same laptop after its database was loaded anew. */
async function reopened(db: ConsoleDb, hub: MemoryHub): Promise<Laptop> {
  const who = await ensureIdentity(db);
  const opened = { db, door: new WriteDoor(db, who), databaseId: who.databaseId };
  return { ...opened, ...follow(opened, hub.port()) };
}

async function withJournal(laptop: Laptop) {
  const { frames, sink } = memoryJournal();
  const pump = new JournalPump(laptop.db, laptop.databaseId, sink);
  const journal = {
    after: async (seq: number) => frames.filter((frame) => frame.seq > seq).slice(0, 2),
  };
  return { pump, journal };
}

describe('what waits for the hub', () => {
  it('is kept until journal and hub both have it, whichever is first', async () => {
    const hub = new MemoryHub();
    const a = await openLaptop(hub);
    const { pump } = await withJournal(a);
    const stored = async () => ({
      ops: await a.db.table('outbox').count(),
      parts: await a.db.table('opPayloads').count(),
    });
    const ids = await bring(a.door, 40, 'b1');
    await pump.flush();
    expect(await stored()).toEqual({ ops: 1, parts: expect.any(Number) });
    expect((await stored()).parts).toBeGreaterThan(0);
    // The pages that it laid are changed before they are sent.
    await edit(a.door, ids[3] ?? '', { name: '改' });
    await pump.flush();
    await a.session.round();
    expect(await stored()).toEqual({ ops: 0, parts: 0 });
    await bring(a.door, 40, 'b2');
    await a.session.round();
    expect((await stored()).ops).toBe(1);
    expect(await countUnsent(a.db)).toBe(0);
    await pump.flush();
    expect(await stored()).toEqual({ ops: 0, parts: 0 });
    const b = await openLaptop(new MemoryHub());
    Object.assign(b, follow(b, hub.port()));
    await b.db.table('meta').update('place', { 'value.cursor': 0 });
    await b.session.round();
    expect(await storedState(b.db)).toEqual(await storedState(a.db));
    const { pump: other } = await withJournal(b);
    await other.flush();
    expect(await b.db.table('outbox').count()).toBe(0);
    expect(await b.db.table('opPayloads').count()).toBe(0);
  });
});

describe('a laptop that came back', () => {
  async function past() {
    const hub = new MemoryHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    const own = await withJournal(a);
    const ids = await bring(a.door, 60, 'b1');
    await agree(a, b);
    await edit(b.door, ids[1] ?? '', { region: '杭州' });
    await agree(b, a);
    await edit(a.door, ids[2] ?? '', { region: '嘉兴' });
    await own.pump.flush();
    const copy = await copyOf(a.db);
    await a.session.round();
    await edit(a.door, ids[3] ?? '', { region: '宁波' });
    await edit(b.door, ids[4] ?? '', { note: '别处' });
    await b.door.undo();
    await bring(b.door, 20, 'b2');
    await agree(b, a);
    await edit(a.door, ids[5] ?? '', { region: '未发' });
    await bring(a.door, 10, 'b3');
    await a.door.undo();
    await a.door.redo();
    await own.pump.flush();
    return { hub, a, b, copy, ids, ...own };
  }

  it('from a backup takes a new id, sends again what that did not know to be sent, and ends alike', async () => {
    const { hub, a, b, copy } = await past();
    const was = a.door.deviceId;
    const name = a.db.name;
    a.db.close();
    await loadSnapshot(name, copy.version, copy.source(), beginNewTimeline);
    const again = await reopened(new ConsoleDb({ name }), hub);
    expect(again.door.deviceId).not.toBe(was);
    expect(await countUnsent(again.db)).toBe(1);
    await agree(again, b);
    expect(await countUnsent(again.db)).toBe(0);
    expect(await storedState(again.db)).toEqual(await storedState(b.db));
    expect(new Set(hub.log.map(([frame]) => frame?.header.op.id)).size).toBe(hub.log.length);
  });

  it('from backup and journal has everything, and still sends what it had not sent', async () => {
    const { hub, a, b, copy, journal } = await past();
    const [state, clocks] = [await storedState(a.db), await storedClocks(a.db)];
    const { hlc, lastSeq } = await readProgress(a.db);
    const name = `${a.db.name}-again`;
    const plan = {
      mode: 'rebuild',
      databaseId: a.databaseId,
      backupVersion: copy.version,
    } as const;
    await recover(plan, journal, copy.source(), () => undefined, name);
    const again = await reopened(new ConsoleDb({ name }), hub);
    expect(await storedState(again.db)).toEqual(state);
    expect(await storedClocks(again.db)).toEqual(clocks);
    expect(await readProgress(again.db)).toMatchObject({ hlc, lastSeq });
    await agree(again, b);
    expect(await countUnsent(again.db)).toBe(0);
    expect(await storedState(b.db)).toEqual(state);
    expect(await storedState(again.db)).toEqual(state);
    expect(await storedClocks(again.db)).toEqual(await storedClocks(b.db));
  });

  it('brings what it had fetched of a large operation along in its copy', async () => {
    const hub = new MemoryHub();
    const [a, b] = [await openLaptop(hub), await openLaptop(hub)];
    await bring(a.door, 30, 'b1');
    await a.session.round();
    const [pieces = []] = hub.log;
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces.slice(0, 2)) await b.local.keepPiece(piece);
    expect((await readPlace(b.db))?.piecesHere).toBe(2);
    const copy = await copyOf(b.db);
    const name = `${b.db.name}-copy`;
    await loadSnapshot(name, copy.version, copy.source(), beginNewTimeline);
    const again = await reopened(new ConsoleDb({ name }), hub);
    await again.session.round();
    expect(await storedState(again.db)).toEqual(await storedState(a.db));
    expect(await again.db.table('inbox').count()).toBe(0);
  });
});

describe('an erasure on another laptop', () => {
  it('takes the person out of this one’s past, of what is only here, and of what comes late', async () => {
    const hub = new MemoryHub();
    const erased = {
      erasePerson: async (
        tx: Parameters<Parameters<typeof commandOf>[1]>[0],
        { id }: { id: string },
      ) => {
        for (const order of await tx.all('orders'))
          if (order.memberId === id) await tx.remove('orders', order.id);
        await tx.remove('members', id);
        return {};
      },
    };
    const [a, b, c] = [
      await openLaptop(hub),
      await openLaptop(hub, erased),
      await openLaptop(hub, erased),
    ];
    const row = person('欧阳小洁');
    await a.door.run(
      commandOf(['members'], (tx) => tx.create('members', row)),
      {},
    );
    await agree(a, b, c);
    // Unsent at the moment at which they hear of it, and on its way to the hub.
    await edit(b.door, row.id, { note: '不吃香菜' });
    await edit(c.door, row.id, { region: '秘密' });
    await c.session.round();
    await a.door.run(
      {
        ...commandOf(['members', 'erasures'], async (tx) => {
          await tx.remove('members', row.id);
          await tx.create('erasures', { id: row.id, at: 1 });
        }),
        name: 'members.erase',
        undoable: false,
        erases: () => ({ people: [row as never] }),
      },
      {},
    );
    await agree(a, b, c);
    for (const { db, door } of [a, b, c]) {
      expect(await allRows(db, 'members')).toEqual([]);
      expect(await allRows(db, 'erasures')).toHaveLength(1);
      await door.undo();
      const dump: unknown[] = [];
      for (const table of db.tables) {
        if (table.name !== 'members') dump.push(table.name, await table.toArray());
      }
      const text = JSON.stringify(dump);
      for (const trace of ['欧阳', '香菜', '秘密']) expect(text).not.toContain(trace);
      expect(await countUnsent(db)).toBe(0);
    }
    const ops = (await b.db.table('outbox').toArray()) as Op[];
    expect(ops.some(({ command, isPulled }) => isPulled && command === 'members.erase')).toBe(true);
  });
});
