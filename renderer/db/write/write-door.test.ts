import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { counters } from '../tables';
import { allRows, commandOf, openTestDoor } from '../test-db';

const member = (name: string, more: Partial<Member> = {}): Member => ({
  id: v7(),
  name,
  identity: 'unknown',
  source: 'manual',
  ...more,
});

const order = (
  memberId: string,
  orderedAt: number,
  amountFen: number,
  more: Partial<Order> = {},
): Order => ({
  id: v7(),
  externalNo: `${orderedAt}`,
  memberId,
  orderedAt,
  amountFen,
  refundFen: 0,
  status: 'paid',
  lines: [],
  ...more,
});

describe('the write door', () => {
  it('writes rows, exactly one op and one undo entry, or nothing at all', async () => {
    const { db, door } = await openTestDoor();
    await door.run(
      commandOf(['members', 'tags'], async (tx) => {
        await tx.create('members', member('王琳'));
        await tx.create('tags', { id: 'vip', name: 'VIP' });
      }),
      {},
    );
    expect(await db.table('outbox').count()).toBe(1);
    expect(await db.table('undo').count()).toBe(1);
    const broken = commandOf(['members'], async (tx) => {
      await tx.create('members', member('李想'));
      throw new Error('half way');
    });
    await expect(door.run(broken, {})).rejects.toThrow('half way');
    expect((await allRows(db, 'members')).map((m) => m.name)).toEqual(['王琳']);
    expect(await db.table('outbox').count()).toBe(1);
    expect((await counters(db).get('members'))?.n).toBe(1);
  });

  it('writes no op for a command that changes nothing', async () => {
    const { db, door } = await openTestDoor();
    await door.run(
      commandOf(['members'], async (tx) => tx.get('members', 'nobody')),
      {},
    );
    expect(await db.table('outbox').count()).toBe(0);
  });

  it('numbers ops without gaps and stamps them in order', async () => {
    const { db, door } = await openTestDoor();
    for (const name of ['一', '二', '三']) {
      await door.run(
        commandOf(['members'], (tx) => tx.create('members', member(name))),
        {},
      );
    }
    const ops = await db.table('outbox').toArray();
    expect(ops.map((op) => op.seq)).toEqual([1, 2, 3]);
    expect(ops.map((op) => op.hlc)).toEqual([...ops.map((op) => op.hlc)].sort());
  });

  it('undoes and redoes an edit, and a new change ends redo', async () => {
    const { db, door } = await openTestDoor();
    const wang = member('王琳');
    await door.run(
      commandOf(['members'], (tx) => tx.create('members', wang)),
      {},
    );
    await door.run(
      commandOf(['members'], (tx) => tx.update('members', wang.id, { name: '王林', note: '新' })),
      {},
    );
    await door.undo();
    expect(await allRows(db, 'members')).toEqual([wang]);
    await door.redo();
    expect((await allRows(db, 'members'))[0]).toMatchObject({ name: '王林', note: '新' });
    await door.undo();
    await door.run(
      commandOf(['members'], (tx) => tx.update('members', wang.id, { region: '杭州' })),
      {},
    );
    expect(await door.redo()).toBeNull();
    await door.undo();
    await door.undo();
    expect(await allRows(db, 'members')).toEqual([]);
    expect(await door.undo()).toBeNull();
    expect((await counters(db).get('members'))?.n).toBe(0);
  });

  it('takes a batch of orders back and forth, figures and counters with it', async () => {
    const { db, door } = await openTestDoor();
    const people = Array.from({ length: 30 }, (_, i) => member(`成员${i}`, { batchId: 'b1' }));
    const orders = people.flatMap((p, i) => [
      order(p.id, 1000 + i, 500, { batchId: 'b1' }),
      order(p.id, 2000 + i, 700, { batchId: 'b1', status: i % 5 === 0 ? 'cancelled' : 'paid' }),
    ]);
    await door.run(
      commandOf(['members', 'orders', 'importBatches'], async (tx) => {
        await tx.bulkCreate('members', people);
        await tx.bulkCreate(
          'orders',
          orders.sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        await tx.create('importBatches', batch('b1'));
      }),
      {},
    );
    expect((await counters(db).get('orders.amountFen'))?.n).toBe(30 * 500 + 24 * 700);
    const stats = await allRows(db, 'memberStats');
    expect(stats).toHaveLength(30);
    await door.undoBatch('b1');
    expect(await allRows(db, 'orders')).toEqual([]);
    expect(await allRows(db, 'memberStats')).toEqual([]);
    expect(await allRows(db, 'members')).toEqual([]);
    expect((await allRows(db, 'importBatches'))[0]?.undoneAt).toBeGreaterThan(0);
    expect((await counters(db).get('orders.amountFen'))?.n).toBe(0);
    await door.redo();
    expect(await allRows(db, 'orders')).toHaveLength(60);
    expect(await allRows(db, 'memberStats')).toEqual(stats);
  });

  it('keeps a person whom an order from elsewhere refers to, and an edit made since, and lists them', async () => {
    const { db, door } = await openTestDoor();
    const before = member('旧名');
    const [kept, gone] = [member('留下', { batchId: 'b1' }), member('离开', { batchId: 'b1' })];
    await door.run(
      commandOf(['members'], (tx) => tx.create('members', before)),
      {},
    );
    await door.run(
      commandOf(['members', 'importBatches'], async (tx) => {
        await tx.update('members', before.id, { name: '新名', region: '宁波' });
        await tx.bulkCreate('members', [kept, gone]);
        await tx.create('importBatches', batch('b1'));
      }),
      {},
    );
    await door.run(
      commandOf(['orders'], (tx) => tx.create('orders', order(kept.id, 5, 100))),
      {},
    );
    await door.run(
      commandOf(['members'], (tx) => tx.update('members', before.id, { region: '温州' })),
      {},
    );
    const reverted = await door.undoBatch('b1');
    const rows = await allRows(db, 'members');
    expect(rows.map((m) => m.name)).toEqual(['旧名', '留下']);
    expect(rows[0]?.region).toBe('温州');
    expect(reverted.kept).toEqual([
      { entity: 'members', id: before.id, fields: ['region'] },
      { entity: 'members', id: kept.id, fields: [] },
    ]);
  });
});

function batch(id: string) {
  const counts = {
    create: 0,
    update: 0,
    unchanged: 0,
    confirm: 0,
    rejected: 0,
    total: 0,
    rows: 0,
    newMembers: 0,
  };
  return { id, kind: 'members' as const, fileName: 'a.xlsx', fileHash: 'x', at: 1, counts };
}
