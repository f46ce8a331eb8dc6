import { entityNames } from '@shared/domain/registry';
import { describe, expect, it } from 'vitest';
import { ConsoleDb } from '../db';
import { JournalPump } from '../journal-pump';
import { leaveLifeRows, leavePersonalRow, PERSONAL } from '../life-rows.testing';
import { gzip } from '../packed-bytes';
import { allRows, commandOf, memoryJournal, openTestDoor } from '../test-db';
import { recover } from './recover';
import { writeSnapshot } from './snapshot';

const LIFE = [
  ...PERSONAL,
  'groupEvents',
  'rosterLists',
  'groupDays',
  'groupInputs',
  'groupReadings',
  'friendActions',
  'groupRules',
  'transferPlans',
  'replies',
  'replyUses',
] as const;

async function live() {
  const { db, door, databaseId } = await openTestDoor();
  const { frames, sink } = memoryJournal();
  const pump = new JournalPump(db, databaseId, sink);
  const memberId = await door.run(
    commandOf(['members'], async (tx) => {
      const id = tx.newId();
      await tx.create('members', { id, name: '王芳' });
      return id;
    }),
    {},
  );
  const journal = {
    after: async (seq: number) => frames.filter((frame) => frame.seq > seq).slice(0, 2),
  };
  return { db, door, databaseId, pump, memberId, journal };
}

const stateOf = async (db: ConsoleDb) =>
  Object.fromEntries(
    await Promise.all(LIFE.map(async (entity) => [entity, await allRows(db, entity)] as const)),
  );

describe('every store of the life of groups', () => {
  it.each(['journal', 'backup'])('comes back whole from the %s', async (from) => {
    const { db, door, databaseId, pump, memberId, journal } = await live();
    await door.run(
      commandOf([...entityNames], (tx) => leaveLifeRows(tx, memberId)),
      {},
    );
    await pump.flush();
    const before = await stateOf(db);
    for (const rows of Object.values(before)) expect(rows).toHaveLength(1);
    const chunks: Uint8Array[] = [];
    let backupVersion = 0;
    await writeSnapshot(db, 'manual', {
      begin: async (header) => {
        backupVersion = header.schemaVersion;
      },
      write: async (chunk) => void chunks.push(await gzip(chunk)),
    });
    const { name } = db;
    await db.delete();
    const isBackup = from === 'backup';
    const done = await recover(
      { mode: 'rebuild', databaseId, ...(isBackup && { backupVersion }) },
      journal,
      { next: async () => (isBackup ? (chunks.shift() ?? null) : null) },
      () => undefined,
      name,
    );
    expect(done).toEqual({ operations: isBackup ? 0 : 2, missing: 0 });
    expect(await stateOf(new ConsoleDb({ name }))).toEqual(before);
  });

  it.each(PERSONAL)(
    '%s keeps its member when the import that made them is undone',
    async (entity) => {
      const { db, door } = await live();
      const batchId = 'batch-1';
      const [named, other] = await door.run(
        commandOf(['members', 'importBatches'], async (tx) => {
          const ids = [tx.newId(), tx.newId()] as const;
          const row = { identity: 'unknown', source: 'import', batchId } as const;
          await tx.bulkCreate('members', [
            { id: ids[0], name: '李强', ...row },
            { id: ids[1], name: '赵敏', ...row },
          ]);
          const counts = { create: 2, update: 0, unchanged: 0, confirm: 0, rejected: 0, total: 2 };
          await tx.create('importBatches', {
            id: batchId,
            kind: 'members',
            fileName: '名单.xlsx',
            fileHash: 'x',
            at: 1,
            counts: { ...counts, rows: 2, newMembers: 2 },
          });
          return ids;
        }),
        {},
      );
      await door.run(
        commandOf([entity], (tx) => leavePersonalRow(tx, entity, named)),
        {},
      );
      const { kept } = await door.undoBatch(batchId);
      expect(kept).toContainEqual({ entity: 'members', id: named, fields: [] });
      const left = (await allRows(db, 'members')).map(({ id }) => id);
      expect([left.includes(named), left.includes(other)]).toEqual([true, false]);
    },
  );
});
