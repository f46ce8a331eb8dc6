import { entityNames } from '@shared/domain/registry';
import { schemas } from '@shared/domain/schemas';
import { describe, expect, it } from 'vitest';
import { ConsoleDb, versionOnDisk } from './db';
import { CURRENT_SCHEMA_VERSION, schemaVersions, spec, storesOf } from './schema';
import { openTestDoor } from './test-db';

/** Each step of the schema has a test of this name; a new step without one fails below. */
const testedSteps = new Set<number>();

describe('the registry', () => {
  it.each(entityNames)('%s packs exactly the fields that its schema names', (entity) => {
    const { storage } = spec(entity);
    const fields = Object.keys(schemas[entity].shape).sort();
    expect(fields).toContain('id');
    if (storage.kind === 'rows') return;
    expect([...Object.keys(storage.hot), ...Object.keys(storage.cold)].sort()).toEqual(fields);
  });

  it('gives every entity its stores', async () => {
    const { db } = await openTestDoor();
    const stores = db.tables.map((table) => table.name);
    for (const entity of entityNames)
      expect(stores).toEqual(expect.arrayContaining(storesOf(entity)));
  });
});

describe('schema versions', () => {
  it('version 1 opens from nothing', async () => {
    testedSteps.add(1);
    const db = new ConsoleDb({ name: 'schema-1', upTo: 1 });
    await db.open();
    expect(db.verno).toBe(1);
    db.close();
  });

  it('version 2 adds stores and leaves the rows of version 1 as they were', async () => {
    testedSteps.add(2);
    const before = new ConsoleDb({ name: 'schema-2', upTo: 1 });
    await before.table('tags').add({ id: 'tag-1', name: '老客户', kind: 'base' });
    before.close();
    const after = new ConsoleDb({ name: 'schema-2', upTo: 2 });
    await after.open();
    expect(await after.table('tags').toArray()).toEqual([
      { id: 'tag-1', name: '老客户', kind: 'base' },
    ]);
    for (const store of ['funnelEvents', 'riskEntries', 'memberMerges', 'erasures', 'columnSets']) {
      expect(await after.table(store).count()).toBe(0);
    }
    after.close();
  });

  it('version 3 adds stores and leaves the rows of version 2 as they were', async () => {
    testedSteps.add(3);
    const before = new ConsoleDb({ name: 'schema-3', upTo: 2 });
    await before
      .table('segments')
      .add({ id: 'segment-1', name: '老客户', rule: { kind: 'all', of: [] } });
    before.close();
    const after = new ConsoleDb({ name: 'schema-3', upTo: 3 });
    await after.open();
    expect(await after.table('segments').count()).toBe(1);
    for (const store of ['memberTags', 'comments', 'comments_cold', 'plays', 'modelSettings']) {
      expect(await after.table(store).count()).toBe(0);
    }
    after.close();
  });

  it('version 4 adds stores and leaves the rows of version 3 as they were', async () => {
    testedSteps.add(4);
    const before = new ConsoleDb({ name: 'schema-4', upTo: 3 });
    await before.table('plays').add({ id: 'play-1', name: '老友回归', quadrant: 'leaving' });
    before.close();
    const after = new ConsoleDb({ name: 'schema-4', upTo: 4 });
    await after.open();
    expect(await after.table('plays').count()).toBe(1);
    for (const store of ['runEvents', 'stepItems', 'touches', 'memberClasses', 'auditPhotos']) {
      expect(await after.table(store).count()).toBe(0);
    }
    after.close();
  });

  it('version 5 adds stores and leaves the rows of version 4 as they were', async () => {
    testedSteps.add(5);
    const before = new ConsoleDb({ name: 'schema-5', upTo: 4 });
    await before
      .table('contentItems')
      .add({ id: 'item-1', date: '2026-11-16', slot: 'noon', title: '溯源直播' });
    before.close();
    const after = new ConsoleDb({ name: 'schema-5', upTo: 5 });
    await after.open();
    expect(await after.table('contentItems').where('date').equals('2026-11-16').count()).toBe(1);
    for (const store of ['contentSends', 'contentRepeats', 'assets', 'experiments']) {
      expect(await after.table(store).count()).toBe(0);
    }
    after.close();
  });

  it('version 6 adds stores and leaves the rows of version 5 as they were', async () => {
    testedSteps.add(6);
    const before = new ConsoleDb({ name: 'schema-6', upTo: 5 });
    await before.table('groups').add({ id: 'group-1', name: '浦东实体店主 1 群', openedAt: 0 });
    before.close();
    const after = new ConsoleDb({ name: 'schema-6', upTo: 6 });
    await after.open();
    expect(await after.table('groups').count()).toBe(1);
    for (const store of ['groupEvents', 'groupDays', 'transferPlans', 'kocs', 'replies']) {
      expect(await after.table(store).count()).toBe(0);
    }
    after.close();
  });

  it('version 7 adds stores and leaves the rows of version 6 as they were', async () => {
    testedSteps.add(7);
    const before = new ConsoleDb({ name: 'schema-7', upTo: 6 });
    await before.table('replies').add({ id: 'reply-1', question: '怎么退货' });
    before.close();
    const after = new ConsoleDb({ name: 'schema-7', upTo: 7 });
    await after.open();
    expect(await after.table('replies').count()).toBe(1);
    for (const store of ['clocks', 'overwritten', 'hubOps', 'inbox', 'aside']) {
      expect(await after.table(store).count()).toBe(0);
    }
    after.close();
  });

  it('are ascending, say why they exist, and every one has a test', () => {
    const numbers = schemaVersions.map((step) => step.version);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const step of schemaVersions) {
      expect(step.why.length).toBeGreaterThan(5);
      expect(testedSteps).toContain(step.version);
    }
  });

  it('a database from a newer console is known by its version', async () => {
    const newer = new ConsoleDb({ name: 'schema-newer' });
    newer.version(99).stores({});
    await newer.open();
    newer.close();
    const db = new ConsoleDb({ name: 'schema-newer' });
    await db.open();
    expect(versionOnDisk(db)).toBe(99);
    expect(versionOnDisk(db)).toBeGreaterThan(CURRENT_SCHEMA_VERSION);
    db.close();
  });
});
