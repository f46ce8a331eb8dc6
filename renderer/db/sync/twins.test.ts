import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { allRows, commandOf } from '../test-db';
import { openLaptop, storedState } from './laptop.testing';
import { MemoryHub } from './memory-hub.testing';

const imported = (laptop: Awaited<ReturnType<typeof openLaptop>>, note?: string) => {
  const batchId = uuidv7();
  const memberId = uuidv7();
  const order = (externalNo: string) => ({
    id: uuidv7(),
    externalNo,
    memberId,
    orderedAt: 7,
    amountFen: 500,
    refundFen: 0,
    status: 'paid' as const,
    lines: [],
    batchId,
    ...(note && { note }),
  });
  return laptop.door.run(
    commandOf(['members', 'orders', 'memberStats'], async (tx) => {
      await tx.bulkCreate('members', [
        { id: memberId, name: '王芳', identity: 'unknown', source: 'import', batchId },
      ]);
      await tx.bulkCreate('orders', [order('A-1'), order('A-2')]);
    }),
    {},
  );
};

describe('the same orders imported on two laptops', () => {
  it('are folded into those of the smaller ids, alike on both, and only once', async () => {
    const hub = new MemoryHub();
    const [one, two] = [await openLaptop(hub), await openLaptop(hub)];
    await imported(one);
    await imported(two, '晚上送');
    const ids = (await allRows(one.db, 'orders')).map(({ id }) => id);
    await one.session.round();
    await two.session.round();
    // Both fold before either hears of the other's.
    await one.session.round({ head: hub.log.length, grantsVersion: 1 });
    for (const { session } of [two, one, two, one]) {
      await session.round({ head: hub.log.length, grantsVersion: 1 });
    }
    for (const { db } of [one, two]) {
      const orders = await allRows(db, 'orders');
      expect(orders.map(({ id }) => id)).toEqual(ids);
      expect(orders.map(({ note }) => note)).toEqual(['晚上送', '晚上送']);
      expect((await allRows(db, 'memberStats')).map(({ orderCount }) => orderCount)).toEqual([2]);
    }
    expect(await storedState(two.db)).toEqual(await storedState(one.db));
    const head = hub.log.length;
    await one.session.round();
    await two.session.round();
    expect(hub.log.length).toBe(head);
  });

  it('stay two where one was written by hand, or the amount is another', async () => {
    const hub = new MemoryHub();
    const [one, two] = [await openLaptop(hub), await openLaptop(hub)];
    await imported(one);
    await two.door.run(
      commandOf(['orders', 'memberStats'], async (tx) => {
        const order = { externalNo: 'A-1', memberId: uuidv7(), orderedAt: 7, lines: [] };
        await tx.create('orders', { ...order, id: uuidv7(), amountFen: 500 });
        await tx.create('orders', { ...order, id: uuidv7(), amountFen: 501, batchId: uuidv7() });
      }),
      {},
    );
    for (const { session } of [one, two, one, two]) {
      await session.round({ head: hub.log.length, grantsVersion: 1 });
    }
    expect(await allRows(one.db, 'orders')).toHaveLength(4);
    expect(await storedState(two.db)).toEqual(await storedState(one.db));
  });
});
