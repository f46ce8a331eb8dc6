import { addToStats, type StatsDelta } from '@shared/domain/orders/order.rules';
import { ORDER_STATUSES, type Order } from '@shared/domain/orders/order.schema';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { ConsoleDb } from '../db';
import { counters } from '../tables';
import { allRows, commandOf, openTestDoor } from '../test-db';

const facts = fc.record({
  who: fc.nat(7),
  orderedAt: fc.integer({ min: 1, max: 50 }),
  amountFen: fc.integer({ min: -5, max: 900 }),
  refundFen: fc.nat(40),
  status: fc.constantFrom(...ORDER_STATUSES),
});

/** What a leader may do to orders, in any sequence. */
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), order: facts }),
  fc.record({
    do: fc.constant('import' as const),
    orders: fc.array(facts, { minLength: 1, maxLength: 12 }),
  }),
  fc.record({ do: fc.constant('edit' as const), which: fc.nat(200), order: facts }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat(200) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
);

async function figures(db: ConsoleDb) {
  const orders = await allRows(db, 'orders');
  const full: StatsDelta = new Map();
  for (const order of orders) addToStats(full, order);
  const counted = [...full.values()];
  return {
    orders,
    stats: counted.sort((a, b) => (a.id < b.id ? -1 : 1)),
    amountFen: counted.reduce((sum, row) => sum + row.amountFen, 0),
    refundFen: counted.reduce((sum, row) => sum + row.refundFen, 0),
  };
}

describe('figures per member', () => {
  it('equal a full recomputation after any sequence of edits, imports, undos and redos', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 18 }), async (steps) => {
        const { db, door } = await openTestDoor();
        const people = Array.from({ length: 8 }, () => v7());
        const orderOf = (
          f: { who: number } & Pick<Order, 'orderedAt' | 'amountFen' | 'refundFen' | 'status'>,
        ): Order => {
          const { who, ...rest } = f;
          return { ...rest, id: v7(), externalNo: '1', memberId: people[who] ?? '', lines: [] };
        };
        for (const one of steps) {
          const existing = (await allRows(db, 'orders')).map((row) => row.id);
          const pick = (n: number) => existing[n % existing.length];
          await door.run(
            commandOf(['orders', 'importBatches'], async (tx) => {
              if (one.do === 'add') await tx.create('orders', orderOf(one.order));
              if (one.do === 'import') {
                const batchId = tx.newId();
                await tx.bulkCreate(
                  'orders',
                  one.orders.map((f) => ({ ...orderOf(f), batchId })),
                );
              }
              const id = 'which' in one ? pick(one.which) : undefined;
              if (id && one.do === 'edit') {
                const { id: _, ...patch } = orderOf(one.order);
                await tx.update('orders', id, patch);
              }
              if (id && one.do === 'remove') await tx.remove('orders', id);
            }),
            {},
          );
          if (one.do === 'undo') await door.undo();
          if (one.do === 'redo') await door.redo();
        }
        const truth = await figures(db);
        expect(await allRows(db, 'memberStats')).toEqual(truth.stats);
        const kept = async (name: string) => (await counters(db).get(name))?.n ?? 0;
        expect(await kept('orders')).toBe(truth.orders.length);
        expect(await kept('orders.amountFen')).toBe(truth.amountFen);
        expect(await kept('orders.refundFen')).toBe(truth.refundFen);
        db.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('come back exactly when everything is undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 30 }), async (list) => {
        const { db, door } = await openTestDoor();
        const people = Array.from({ length: 8 }, () => v7());
        for (const { who, ...rest } of list) {
          await door.run(
            commandOf(['orders'], (tx) =>
              tx.create('orders', {
                ...rest,
                id: tx.newId(),
                externalNo: '1',
                memberId: people[who] ?? '',
              }),
            ),
            {},
          );
        }
        const before = await figures(db);
        for (const _ of list) await door.undo();
        expect(await allRows(db, 'memberStats')).toEqual([]);
        for (const _ of list) await door.redo();
        expect(await figures(db)).toEqual(before);
        expect(await allRows(db, 'memberStats')).toEqual(before.stats);
        db.close();
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
