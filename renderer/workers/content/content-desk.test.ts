import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import { joinId } from '@shared/lib/record-ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/command';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { ListService } from '../index/list-service';
import { ContentDesk } from './content-desk';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(`${iso}+08:00`);
const NOW = at('2026-11-25T12:00');
const WEEK = { from: '2026-11-16', to: '2026-11-22', windowHours: 24, nowMs: NOW };
const ALL = ['members', 'groups', 'memberships', 'orders', 'contentItems', 'contentSends'] as const;

async function open() {
  const { db, door } = await openTestDoor();
  const fresh = () => {
    const lists = new ListService(async () => db);
    return { lists, desk: new ContentDesk(async () => db, lists) };
  };
  const { lists, desk } = fresh();
  door.onCommit((op, entities) => lists.onCommit(op, entities));
  door.onCommit((op, entities) => desk.onCommit(op, entities));
  const run = <T>(work: (tx: Tx) => Promise<T>) => door.run(commandOf([...ALL], work), {});
  return { db, door, desk, fresh: () => fresh().desk, run };
}
type Opened = Awaited<ReturnType<typeof open>>;

const member = ({ run }: Opened, ...groups: [string, number, number?][]) =>
  run(async (tx) => {
    const id = tx.newId();
    await tx.create('members', { id, name: '陈晓兰', identity: 'consumer' });
    for (const [groupId, joinedAt, leftAt] of groups) {
      const row = { id: joinId(id, groupId), memberId: id, groupId, joinedAt };
      await tx.create('memberships', leftAt === undefined ? row : { ...row, leftAt });
    }
    return id;
  });

let number = 0;
const order = ({ run }: Opened, memberId: string, orderedAt: number, more: Partial<Order> = {}) =>
  run(async (tx) => {
    number += 1;
    const id = tx.newId();
    const row = { id, externalNo: String(number), memberId, orderedAt, amountFen: 5000, ...more };
    await tx.create('orders', row);
    return id;
  });

const item = ({ run }: Opened, id: string, more: Partial<ContentItem> = {}) =>
  run((tx) =>
    tx.create('contentItems', {
      id,
      date: '2026-11-18',
      slot: 'morning',
      title: id,
      status: 'sent',
      ...more,
    }),
  );

describe('orders credited to content', () => {
  it('go to the last sending before them in a group of the buyer, and to none beyond the window', async () => {
    const world = await open();
    const first = await member(world, ['g1', 0]);
    const both = await member(world, ['g1', 0], ['g2', 0]);
    const late = await member(world, ['g1', at('2026-11-18T07:00')]);
    await item(world, 'morning', { groupIds: ['g1'], sentAt: at('2026-11-18T06:30') });
    await item(world, 'noon', { slot: 'noon', groupIds: ['g2'], time: '12:00' });
    await order(world, first, at('2026-11-18T13:00'));
    await order(world, both, at('2026-11-18T13:00'), { refundFen: 1000 });
    await order(world, both, at('2026-11-18T10:00'));
    await order(world, late, at('2026-11-18T13:00'));
    await order(world, first, at('2026-11-19T06:30'));
    await order(world, first, at('2026-11-18T14:00'), { status: 'cancelled' });
    const { items, period } = await world.desk.credits(WEEK);
    expect(items.morning).toMatchObject({ orders: 2, buyers: 2, netFen: 10_000, people: 2 });
    expect(items.noon).toMatchObject({
      orders: 1,
      netFen: 4000,
      people: 1,
      byGroup: [{ groupId: 'g2', orders: 1, buyers: 1, netFen: 4000 }],
    });
    expect(period).toEqual({
      all: { orders: 5, netFen: 24_000 },
      toItems: { orders: 3, netFen: 14_000 },
      toOthers: { orders: 0, netFen: 0 },
      toNone: { orders: 2, netFen: 10_000 },
    });
  });

  it('go to a sending before the period too, which is not of its list', async () => {
    const world = await open();
    const buyer = await member(world, ['g1', 0]);
    await item(world, 'sunday', { date: '2026-11-15', slot: 'night' });
    await order(world, buyer, at('2026-11-16T08:00'));
    const { items, period } = await world.desk.credits(WEEK);
    expect(items).toEqual({});
    expect(period.toOthers).toEqual({ orders: 1, netFen: 5000 });
  });

  it('count for everybody what went to all groups while no group has members on record', async () => {
    const world = await open();
    const buyer = await member(world);
    await item(world, 'morning');
    await order(world, buyer, at('2026-11-18T08:00'));
    const answer = await world.desk.credits(WEEK);
    expect(answer.isEverybody).toBe(true);
    expect(answer.items.morning).toMatchObject({ orders: 1, people: 0, sends: 1 });
  });

  it('are held against the same hours of weeks without that push', async () => {
    const world = await open();
    const people = await Promise.all([member(world, ['g1', 0]), member(world, ['g1', 0])]);
    const [one = '', other = ''] = people;
    await item(world, 'now', { columnId: 'column-a', groupIds: ['g1'] });
    await item(world, 'before', { columnId: 'column-a', groupIds: ['g1'], date: '2026-11-11' });
    await order(world, one, at('2026-10-01T08:00'));
    for (const day of ['2026-11-18', '2026-11-11', '2026-11-04', '2026-10-28']) {
      await order(world, one, at(`${day}T08:00`));
    }
    await order(world, other, at('2026-11-18T09:00'));
    const { items } = await world.desk.credits(WEEK);
    // The week before had the same push; of the other three two had one order, one had none.
    expect(items.now?.baseline).toMatchObject({ weeks: 3, actual: 2 });
    expect(items.now?.baseline?.expected).toBeCloseTo(2 / 3, 12);
  });

  it('stay the same answer however the records came to be what they are', async () => {
    const slots = ['morning', 'noon', 'evening', 'night'] as const;
    const step = fc.oneof(
      fc.record({ do: fc.constant('order'), who: fc.nat(3), hour: fc.nat(24 * 8) }),
      fc.record({
        do: fc.constant('item'),
        day: fc.integer({ min: 15, max: 22 }),
        slot: fc.constantFrom(...slots),
        group: fc.constantFrom('g1', 'g2', ALL_GROUPS),
      }),
      fc.record({ do: fc.constant('leave'), who: fc.nat(3), hour: fc.nat(24 * 8) }),
      fc.record({ do: fc.constant('cancel'), which: fc.nat(9) }),
      fc.record({ do: fc.constant('undo') }),
      fc.record({ do: fc.constant('ask') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 16 }), async (steps) => {
        const world = await open();
        const people = [
          await member(world, ['g1', 0]),
          await member(world, ['g2', 0]),
          await member(world, ['g1', 0], ['g2', at('2026-11-18T00:00')]),
          await member(world),
        ];
        const made: string[] = [];
        const start = at('2026-11-15T12:00');
        for (const [k, one] of steps.entries()) {
          const who = 'who' in one ? (people[one.who] ?? '') : '';
          if (one.do === 'order' && 'hour' in one) {
            made.push(await order(world, who, start + one.hour * HOUR, { amountFen: 1 << k }));
          } else if (one.do === 'leave' && 'hour' in one) {
            await world.run(async (tx) => {
              const id = joinId(who, 'g1');
              if (await tx.get('memberships', id))
                await tx.update('memberships', id, { leftAt: start + one.hour * HOUR });
            });
          } else if (one.do === 'item' && 'day' in one) {
            const groupIds = one.group === ALL_GROUPS ? [] : [one.group];
            await item(world, `i${k}`, { date: `2026-11-${one.day}`, slot: one.slot, groupIds });
          } else if (one.do === 'cancel' && 'which' in one) {
            const id = made[one.which];
            await world.run(async (tx) => {
              if (id && (await tx.get('orders', id)))
                await tx.update('orders', id, { status: 'cancelled' });
            });
          } else if (one.do === 'undo') await world.door.undo();
          else await world.desk.credits(WEEK);
        }
        const followed = await world.desk.credits(WEEK);
        expect(followed).toEqual(await world.fresh().credits(WEEK));
        const { all, toItems, toOthers, toNone } = followed.period;
        expect(toItems.orders + toOthers.orders + toNone.orders).toBe(all.orders);
        expect(toItems.netFen + toOthers.netFen + toNone.netFen).toBe(all.netFen);
        const counted = (await allRows(world.db, 'orders')).filter(
          (it) =>
            it.status !== 'cancelled' &&
            it.orderedAt >= at('2026-11-16T00:00') &&
            it.orderedAt < at('2026-11-16T00:00') + 7 * DAY,
        );
        expect(all.orders).toBe(counted.length);
        // Each order weighs another power of two: equal sums are equal sets.
        expect(all.netFen).toBe(counted.reduce((sum, it) => sum + it.amountFen, 0));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('sales of co-branded goods', () => {
  it('add what the lines cost, and say where nobody knows', async () => {
    const world = await open();
    const buyer = await member(world);
    const when = at('2026-11-18T08:00');
    const line = (product: string, amountFen?: number) => ({
      product,
      quantity: 1,
      ...(amountFen !== undefined && { amountFen }),
    });
    await order(world, buyer, when, { lines: [line('菜博士联名 番茄', 1500), line('鸡蛋', 3500)] });
    await order(world, buyer, when, { lines: [line('【菜博士联名】黄瓜')] });
    await order(world, buyer, when, { lines: [line('菜博士联名土豆'), line('鸡蛋')] });
    await order(world, buyer, when, { lines: [line('鸡蛋', 5000)] });
    await order(world, buyer, at('2026-12-01T08:00'), { lines: [line('菜博士联名 番茄', 1500)] });
    const { doctor } = await world.desk.sales({
      from: WEEK.from,
      to: WEEK.to,
      words: { doctor: ['菜博士联名'] },
    });
    expect(doctor).toEqual({
      orders: 4,
      amountFen: 20_000,
      ownOrders: 3,
      lineFen: 6500,
      untold: 1,
      estimatedFen: 2500,
    });
  });

  it('are asked anew when the days begin elsewhere', async () => {
    const world = await open();
    await order(world, await member(world), at('2026-11-23T02:00'));
    const ask = () =>
      world.desk.sales({ from: WEEK.from, to: WEEK.to, words: { doctor: ['番茄'] } });
    expect((await ask()).doctor?.orders).toBe(0);
    await world.door.run(
      commandOf(['workspace'], (tx) =>
        tx.create('workspace', { id: 'workspace', timeZone: 'Europe/London' }),
      ),
      {},
    );
    expect((await ask()).doctor?.orders).toBe(1);
  });
});
