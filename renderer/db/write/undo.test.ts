import type { Member } from '@shared/domain/members/member.schema';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { counters } from '../tables';
import { allRows, commandOf, openTestDoor } from '../test-db';
import type { WriteDoor } from './write-door';

const member = (name: string, batchId?: string): Member => ({
  id: v7(),
  name,
  identity: 'unknown',
  source: 'import',
  ...(batchId ? { batchId } : {}),
});

const rename = (id: string, name: string) =>
  commandOf(['members'], (tx) => tx.update('members', id, { name }));

/** An import of two people and one tag that the first of them bears. */
async function importTwo(door: WriteDoor) {
  const batchId = v7();
  const [first, second] = [member('王琳', batchId), member('李想', batchId)];
  const tagId = v7();
  await door.run(
    commandOf(['members', 'tags', 'tagAssignments', 'importBatches'], async (tx) => {
      await tx.bulkCreate('members', [first, second]);
      await tx.create('tags', { id: tagId, name: '团长推荐' });
      const id = `${first.id}.${tagId}`;
      await tx.bulkCreate('tagAssignments', [
        { id, memberId: first.id, tagId, source: 'import', at: 1, batchId },
      ]);
      await tx.create('importBatches', {
        id: batchId,
        kind: 'members',
        fileName: 'a.xlsx',
        fileHash: 'h',
        at: tx.now,
        counts: {
          total: 2,
          rows: 2,
          create: 2,
          update: 0,
          unchanged: 0,
          confirm: 0,
          rejected: 0,
          newMembers: 2,
        },
      });
    }),
    {},
  );
  return { batchId, first, second, tagId };
}

describe('undo', () => {
  it('gets past what changes nothing any more, instead of stopping there for ever', async () => {
    const { db, door } = await openTestDoor();
    const one = member('王琳');
    await door.run(
      commandOf(['members'], (tx) => tx.create('members', one)),
      {},
    );
    await door.run(rename(one.id, '王小琳'), {});
    await door.run({ ...rename(one.id, '王琳琳'), undoable: false }, {});
    expect((await door.undo())?.kept).toEqual([
      { entity: 'members', id: one.id, fields: ['name'] },
    ]);
    expect((await door.undo())?.kept).toEqual([
      { entity: 'members', id: one.id, fields: ['name'] },
    ]);
    expect(await door.undo()).toBeNull();
    expect((await allRows(db, 'members')).map((row) => row.name)).toEqual(['王琳琳']);
  });

  it('takes saving the same again for no change', async () => {
    const { db, door } = await openTestDoor();
    const one = member('王琳');
    await door.run(
      commandOf(['members'], (tx) => tx.create('members', one)),
      {},
    );
    await door.run(rename(one.id, '王琳'), {});
    expect(await db.table('outbox').count()).toBe(1);
    await door.undo();
    expect(await allRows(db, 'members')).toEqual([]);
  });

  it('of an import keeps people who were edited since and lists them', async () => {
    const { db, door } = await openTestDoor();
    const { batchId, first, second } = await importTwo(door);
    await door.run(rename(second.id, '李想（改）'), {});
    const { kept } = await door.undoBatch(batchId);
    expect(kept).toEqual([{ entity: 'members', id: second.id, fields: [] }]);
    expect((await allRows(db, 'members')).map((row) => row.name)).toEqual(['李想（改）']);
    await door.redo();
    expect((await allRows(db, 'members')).map((row) => row.id)).toEqual([first.id, second.id]);
    expect((await counters(db).get('members'))?.n).toBe(2);
    await door.undo();
    await door.undo();
    expect(await allRows(db, 'members')).toHaveLength(1);
  });

  it('of an import keeps a tag that somebody else was given since', async () => {
    const { db, door } = await openTestDoor();
    const other = member('赵敏');
    await door.run(
      commandOf(['members'], (tx) => tx.create('members', other)),
      {},
    );
    const { batchId, tagId } = await importTwo(door);
    await door.run(
      commandOf(['tagAssignments'], (tx) =>
        tx.create('tagAssignments', {
          id: `${other.id}.${tagId}`,
          memberId: other.id,
          tagId,
          at: 2,
        }),
      ),
      {},
    );
    await door.undoBatch(batchId);
    expect((await allRows(db, 'tags')).map((tag) => tag.id)).toEqual([tagId]);
    expect((await allRows(db, 'tagAssignments')).map((row) => row.memberId)).toEqual([other.id]);
  });
});

describe('rows created in bulk', () => {
  it('are one each, also when the same id comes twice', async () => {
    const { db, door } = await openTestDoor();
    const batchId = v7();
    const one = member('王琳', batchId);
    await door.run(
      commandOf(['members'], (tx) => tx.bulkCreate('members', [one, { ...one, name: '王小琳' }])),
      {},
    );
    expect((await allRows(db, 'members')).map((row) => row.name)).toEqual(['王小琳']);
    expect((await counters(db).get('members'))?.n).toBe(1);
  });
});
