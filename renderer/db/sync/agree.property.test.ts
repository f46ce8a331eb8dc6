import { addToStats, type StatsDelta } from '@shared/domain/orders/order.rules';
import { ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../command';
import { allRows, commandOf } from '../test-db';
import { ensureIdentity } from '../write/identity';
import { WriteDoor } from '../write/write-door';
import {
  follow,
  type Laptop,
  openLaptop,
  storedClocks,
  storedCounts,
  storedState,
} from './laptop.testing';
import { MemoryHub } from './memory-hub.testing';
import { countUnsent } from './outbox';

const which = fc.nat(50);
const word = fc.constantFrom('红', '黄', '蓝', '绿');

/** What somebody does at one of the laptops, or what happens to it. */
const deed = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), name: word }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      which,
      field: fc.constantFrom('name', 'groupNickname', 'city'),
      value: fc.option(word, { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('tag' as const), which, tag: fc.nat(2), note: word }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('untag' as const), which, tag: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      n: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      which,
      amountFen: fc.nat(900),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), isCut: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);
const step = fc.record({ at: fc.nat(2), deed });
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const TOUCHED = ['members', 'orders', 'tags', 'tagAssignments', 'importBatches'] as const;

async function act(tx: Tx, one: Deed): Promise<void> {
  const people = await tx.all('members');
  const pick = 'which' in one ? people[one.which % Math.max(1, people.length)] : undefined;
  if (one.do === 'add') {
    await tx.create('members', {
      id: tx.newId(),
      name: one.name,
      identity: 'unknown',
      source: 'manual',
    });
  }
  if (one.do === 'import') {
    const batchId = tx.newId();
    const members = Array.from({ length: one.n }, (_, i) => ({
      id: tx.newId(),
      name: `进${i}`,
      identity: 'unknown' as const,
      source: 'import' as const,
      batchId,
    }));
    await tx.bulkCreate('members', members);
    await tx.bulkCreate(
      'orders',
      members.map(({ id }, i) => ({
        id: tx.newId(),
        externalNo: `${i}`,
        memberId: id,
        orderedAt: i,
        amountFen: 100 + i,
        refundFen: 0,
        status: 'paid' as const,
        lines: [],
        batchId,
      })),
    );
    await tx.bulkCreate(
      'tagAssignments',
      members.map(({ id }) => ({
        id: joinId(id, 't0'),
        memberId: id,
        tagId: 't0',
        source: 'import' as const,
        at: 1,
        batchId,
      })),
    );
  }
  if (!pick) return;
  if (one.do === 'edit') {
    if (one.field === 'name' && one.value === undefined) return;
    await tx.update('members', pick.id, { [one.field]: one.value });
  }
  if (one.do === 'remove') await tx.remove('members', pick.id);
  if (one.do === 'order') {
    const orders = await tx.all('orders');
    const order = orders[one.which % Math.max(1, orders.length)];
    if (order && one.amountFen % 3 === 0) await tx.remove('orders', order.id);
    else if (order) await tx.update('orders', order.id, { amountFen: one.amountFen });
  }
  if (one.do === 'tag') {
    const tagId = `t${one.tag}`;
    if (await tx.get('tags', tagId)) await tx.update('tags', tagId, { note: one.note });
    else await tx.create('tags', { id: tagId, name: one.note });
    const id = joinId(pick.id, tagId);
    if (await tx.get('tagAssignments', id))
      await tx.update('tagAssignments', id, { reason: one.note });
    else
      await tx.create('tagAssignments', {
        id,
        memberId: pick.id,
        tagId,
        source: 'hand',
        at: 1,
        reason: one.note,
      });
  }
  if (one.do === 'untag') await tx.remove('tagAssignments', joinId(pick.id, `t${one.tag}`));
}

async function round(laptop: Laptop): Promise<void> {
  try {
    await laptop.session.round();
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'hub-unreachable') throw error;
  }
}

describe('laptops that follow one hub', () => {
  it('end alike, whatever was done where and whenever they met', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const hub = new MemoryHub();
        hub.framesAtOnce = 2;
        let isCut = false;
        let asked = 0;
        const cut = () => {
          asked += 1;
          return isCut && asked % 3 === 0;
        };
        const laptops = [
          await openLaptop(hub, { cut }),
          await openLaptop(hub, { cut }),
          await openLaptop(hub, { cut }),
        ];
        for (const { at, deed: one } of steps) {
          const laptop = laptops[at];
          if (!laptop) continue;
          const { db, door } = laptop;
          if (one.do === 'sync') {
            isCut = one.isCut;
            await round(laptop);
            isCut = false;
          } else if (one.do === 'restart') {
            const again = { db, door: new WriteDoor(db, await ensureIdentity(db)) };
            Object.assign(laptop, again, follow(again, hub.port(cut)));
          } else if (one.do === 'undo') await door.undo();
          else if (one.do === 'redo') await door.redo();
          else
            await door.run(
              commandOf([...TOUCHED], (tx) => act(tx, one)),
              {},
            );
        }
        // Orders that two of them imported are folded by each, which then travels too.
        for (let n = 0; n < 4; n += 1) for (const laptop of laptops) await round(laptop);
        const [first, ...others] = laptops;
        if (!first) return;
        const truth = await storedState(first.db);
        for (const { db } of others) {
          expect(await storedState(db)).toEqual(truth);
          expect(await storedCounts(db)).toEqual(await storedCounts(first.db));
          expect(await storedClocks(db)).toEqual(await storedClocks(first.db));
        }
        const full: StatsDelta = new Map();
        for (const order of await allRows(first.db, 'orders')) addToStats(full, order);
        expect(await allRows(first.db, 'memberStats')).toEqual(
          [...full.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        for (const { db } of laptops) {
          expect(await countUnsent(db)).toBe(0);
          db.close();
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
