import 'fake-indexeddb/auto';
import type { JournalFrame } from '@shared/contracts/ipc';
import { joinBlocks, type PayloadBlock } from '@shared/contracts/journal-payload';
import type { EntityName, Row } from '@shared/domain/registry';
import { Dexie } from 'dexie';
import { z } from 'zod';
import type { Tx } from './command';
import { defineCommand } from './command';
import { ConsoleDb } from './db';
import type { JournalSink } from './journal-pump';
import { PageSet } from './paged/page-set';
import { spec } from './schema';
import { rowTable } from './tables';
import { ensureIdentity } from './write/identity';
import { WriteDoor } from './write/write-door';

// Dexie looks for IndexedDB when it is loaded, which may have been before this file.
Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

let counter = 0;

/** A fresh database behind a door, as the data worker has it; for tests. */
export async function openTestDoor(): Promise<{
  db: ConsoleDb;
  door: WriteDoor;
  databaseId: string;
}> {
  counter += 1;
  const db = new ConsoleDb({ name: `test-${counter}-${Math.random()}` });
  const who = await ensureIdentity(db);
  return { db, door: new WriteDoor(db, who), databaseId: who.databaseId };
}

/** A journal in memory that skips repeats, as main does when the answer to a batch got lost. */
export function memoryJournal(frames: JournalFrame[] = []): {
  frames: JournalFrame[];
  sink: JournalSink;
} {
  const take = (more: readonly JournalFrame[]) => {
    const last = frames[frames.length - 1]?.seq ?? 0;
    frames.push(...more.filter((frame) => frame.seq > last));
  };
  let open: { seq: number; header: string; blocks: PayloadBlock[] } | undefined;
  const sink: JournalSink = {
    append: async (_, more) => take(more),
    begin: async (_, seq, header) => {
      open = { seq, header, blocks: [] };
      return 'token';
    },
    write: async (_, bytes) => {
      open?.blocks.push({ form: 'plain', bytes });
    },
    finish: async () => {
      if (open) take([{ seq: open.seq, header: open.header, payload: joinBlocks(open.blocks) }]);
      open = undefined;
    },
    abort: async () => {
      open = undefined;
    },
  };
  return { frames, sink };
}

/** A command made on the spot: whatever a test wants to do through the door. */
export function commandOf<Result>(entities: EntityName[], run: (tx: Tx) => Promise<Result>) {
  return defineCommand({
    name: 'test.do',
    input: z.object({}),
    entities,
    label: () => ({ zh: '测试', en: 'Test' }),
    run: (tx) => run(tx),
  });
}

/** All rows of an entity, however they are stored, in order of id. */
export async function allRows<E extends EntityName>(db: ConsoleDb, entity: E): Promise<Row<E>[]> {
  if (spec(entity).storage.kind === 'rows') {
    return (await rowTable(db, entity).toArray()) as Row<E>[];
  }
  return (await new PageSet(db, entity).rows()) as Row<E>[];
}
