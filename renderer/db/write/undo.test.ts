import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import type { Row } from '@shared/domain/registry';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { counters } from '../tables';
import { allRows, commandOf, openTestDoor } from '../test-db';
import type { BatchRange, Inverse } from './changes';
import { firstRowDigest } from './first-row-digest';
import type { WriteDoor } from './write-door';

const member = (name: string, batchId?: string): Member => ({
  id: v7(),
  name,
  identity: 'unknown',
  source: 'import',
  ...(batchId ? { batchId } : {}),
});

const batchOf = (id: string, at: number): Row<'importBatches'> => ({
  id,
  kind: 'members',
  fileName: 'a.xlsx',
  fileHash: 'h',
  at,
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
      await tx.create('importBatches', batchOf(batchId, tx.now));
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

describe('undo of an import of orders', () => {
  const order = (batchId: string, memberId: string, n: number): Order => ({
    id: v7(),
    externalNo: `A${n}`,
    memberId,
    orderedAt: 1000 + n,
    amountFen: 100,
    refundFen: 0,
    status: 'paid',
    lines: [{ product: '番茄', quantity: 1 }],
    batchId,
  });

  async function importOrders(door: WriteDoor, count: number) {
    const batchId = v7();
    const buyers = [member('王琳', batchId), member('李想', batchId)];
    const orders = Array.from({ length: count }, (_, n) =>
      order(batchId, buyers[n % 2]?.id ?? '', n),
    );
    await door.run(
      commandOf(['members', 'orders', 'importBatches'], async (tx) => {
        await tx.bulkCreate('members', buyers);
        await tx.bulkCreate('orders', orders);
        await tx.create('importBatches', batchOf(batchId, tx.now));
      }),
      {},
    );
    return { batchId, buyers, orders };
  }

  it('keeps those that were edited since, with their buyers, and lists them', async () => {
    const { db, door } = await openTestDoor();
    const { batchId, buyers, orders } = await importOrders(door, 6);
    const [edited, updated] = [orders[1]?.id ?? '', orders[3]?.id ?? ''];
    await door.run(
      commandOf(['orders'], (tx) => tx.update('orders', edited, { note: '放门口' })),
      {},
    );
    // As a later import does.
    await door.run(
      commandOf(['orders'], (tx) =>
        tx.bulkUpdate('orders', [{ id: updated, patch: { status: 'refunded', refundFen: 100 } }]),
      ),
      {},
    );
    const { kept } = await door.undoBatch(batchId);
    expect(kept).toEqual([
      { entity: 'orders', id: edited, fields: [] },
      { entity: 'orders', id: updated, fields: [] },
      { entity: 'members', id: buyers[1]?.id, fields: [] },
    ]);
    expect((await allRows(db, 'orders')).map(({ id }) => id)).toEqual([edited, updated]);
    expect(
      (await allRows(db, 'memberStats')).map((row) => [row.orderCount, row.refundFen]),
    ).toEqual([[2, 100]]);
    await door.redo();
    expect(await allRows(db, 'orders')).toHaveLength(6);
    expect((await allRows(db, 'orders')).map(({ note }) => note)).toContain('放门口');
    expect((await counters(db).get('orders'))?.n).toBe(6);
  });

  it('takes everything when the edits were taken back first', async () => {
    const { db, door } = await openTestDoor();
    const { batchId, orders } = await importOrders(door, 6);
    await door.run(
      commandOf(['orders'], (tx) => tx.update('orders', orders[1]?.id ?? '', { note: '放门口' })),
      {},
    );
    await door.undo();
    expect((await door.undoBatch(batchId)).kept).toEqual([]);
    expect(await allRows(db, 'orders')).toEqual([]);
    expect(await allRows(db, 'memberStats')).toEqual([]);
  });

  it('by an entry of the first version keeps people who were edited since', async () => {
    const { db, door } = await openTestDoor();
    const { batchId, buyers } = await importOrders(door, 2);
    const stored = (await db.table('undoPayloads').toArray()) as {
      seq: number;
      inverse: { removeRanges: BatchRange[] };
    }[];
    for (const entry of stored) {
      entry.inverse.removeRanges = entry.inverse.removeRanges.map(({ digests: _, ...range }) =>
        range.entity === 'members'
          ? { ...range, asWritten: Float64Array.from(buyers, firstRowDigest) }
          : range,
      );
      await db.table('undoPayloads').put(entry);
    }
    await door.run(rename(buyers[0]?.id ?? '', '王小琳'), {});
    expect((await door.undoBatch(batchId)).kept).toEqual([
      { entity: 'members', id: buyers[0]?.id, fields: [] },
    ]);
    expect((await allRows(db, 'members')).map(({ name }) => name)).toEqual(['王小琳']);
    expect(await allRows(db, 'orders')).toEqual([]);
  });
});

describe('an update of many', () => {
  it('is noted by the fields that differ, and goes back by the three-way rule', async () => {
    const { db, door } = await openTestDoor();
    const people = Array.from({ length: 1200 }, (_, n) => ({ ...member(`成员${n}`), note: '旧' }));
    await door.run(
      commandOf(['members'], (tx) =>
        tx.bulkCreate(
          'members',
          people.map((row) => ({ ...row, batchId: 'b1' })),
        ),
      ),
      {},
    );
    const before = await allRows(db, 'members');
    await door.run(
      commandOf(['members'], async (tx) => {
        const updates = people.map(({ id }) => ({
          id,
          patch: { region: '嘉兴', note: undefined },
        }));
        await tx.bulkUpdate('members', [...updates, { id: 'nobody', patch: { region: '无' } }]);
        // Once more in the same step: the first state is what counts.
        await tx.bulkUpdate('members', [{ id: people[5]?.id ?? '', patch: { region: '平湖' } }]);
      }),
      {},
    );
    const payloads = (await db.table('undoPayloads').toArray()) as { inverse: Inverse }[];
    const touched = payloads[payloads.length - 1]?.inverse.touched ?? [];
    expect(touched).toHaveLength(1200);
    expect(touched.find(({ id }) => id === people[5]?.id)).toMatchObject({
      before: { id: people[5]?.id, note: '旧' },
      after: { id: people[5]?.id, region: '平湖' },
    });
    await door.run(
      commandOf(['members'], (tx) => tx.update('members', people[7]?.id ?? '', { region: '海宁' })),
      {},
    );
    const last = await allRows(db, 'members');
    expect(last.filter(({ note }) => note !== undefined)).toEqual([]);
    await door.undo();
    expect((await door.undo())?.kept).toEqual([]);
    expect(await allRows(db, 'members')).toEqual(before);
    expect((await door.redo())?.kept).toEqual([]);
    await door.run(
      commandOf(['members'], (tx) => tx.update('members', people[7]?.id ?? '', { region: '海宁' })),
      {},
    );
    expect(await allRows(db, 'members')).toEqual(last);
  });
});
