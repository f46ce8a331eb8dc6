import { type EntityName, type Row, registry } from '@shared/domain/registry';
import { type FrameColumn, frameRow, type RowFrame } from '@shared/lib/row-frame';
import fc from 'fast-check';
import { stringify, v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { encodeFramePage } from '../paged/frame-page';
import { decodePage, encodePage, type PagedStorage } from '../paged/page';
import { pageDigests, rowDigest } from '../paged/page-digest';
import { coldPages, counters, hotPages } from '../tables';
import { allRows, commandOf, openTestDoor } from '../test-db';
import type { BatchRange } from './changes';
import { newIds } from './new-ids';

// Small pages, so that a few rows fill several.
for (const entity of ['members', 'orders', 'interactions', 'funnelEvents'] as const)
  (registry[entity].storage as PagedStorage).pageSize = 4;

const text = fc.option(fc.string({ maxLength: 6, unit: 'grapheme' }), { nil: undefined });
const amount = fc.oneof(fc.integer({ min: -9, max: 99 }), fc.constant(Number.NaN), fc.double());
const status = fc.constantFrom('paid', 'cancelled', 'pending', 'refunded');

type Given = {
  order: [string, number, number, string, string | undefined, Item[]];
  buyer: number;
};
type Item = [string, string | undefined, number, number];
const item: fc.Arbitrary<Item> = fc.tuple(fc.string({ maxLength: 3 }), text, fc.nat(9), amount);
const given: fc.Arbitrary<Given> = fc.record({
  order: fc.tuple(
    fc.string({ maxLength: 5 }),
    fc.nat(1_900_000_000_000),
    fc.oneof(fc.integer({ min: -5, max: 5000 }), fc.constant(4_000_000_000)),
    status,
    text,
    fc.array(item, { maxLength: 3 }),
  ),
  buyer: fc.nat(4),
});

const floats = (values: number[]) =>
  ({ kind: 'number', values: Float64Array.from(values) }) as const;
const texts = (values: (string | undefined)[]) => ({ kind: 'text', values }) as const;

/** A frame whose rows stand in the columns in another order than they are to be written in. */
function ordersFrame(
  all: Given[],
  buyers: Uint8Array,
  batchId: string,
  isShuffled: boolean,
): RowFrame {
  const n = all.length;
  const order = Uint32Array.from({ length: n }, (_, i) => (isShuffled ? n - 1 - i : i));
  const fresh = newIds(n);
  const ids = new Uint8Array(n * 16);
  const memberIds = new Uint8Array(n * 16);
  order.forEach((place, i) => {
    ids.set(fresh.subarray(i * 16, i * 16 + 16), place * 16);
  });
  all.forEach(({ buyer }, place) => {
    memberIds.set(buyers.subarray(buyer * 16, buyer * 16 + 16), place * 16);
  });
  const rows = all.map((one) => one.order);
  const items = rows.flatMap((row) => row[5]);
  let end = 0;
  const ends = Uint32Array.from(rows, (row) => {
    end += row[5].length;
    return end;
  });
  const columns: Record<string, FrameColumn> = {
    id: { kind: 'uuid', bytes: ids },
    externalNo: texts(rows.map((row) => row[0])),
    memberId: { kind: 'uuid', bytes: memberIds },
    orderedAt: floats(rows.map((row) => row[1])),
    amountFen: floats(rows.map((row) => row[2])),
    refundFen: { kind: 'same', value: 0 },
    status: texts(rows.map((row) => row[3])),
    note: texts(rows.map((row) => row[4])),
    lines: {
      kind: 'list',
      ends,
      items: {
        n: items.length,
        columns: {
          product: texts(items.map((it) => it[0])),
          spec: texts(items.map((it) => it[1])),
          quantity: floats(items.map((it) => it[2])),
          amountFen: floats(items.map((it) => it[3])),
        },
      },
    },
    batchId: { kind: 'same', value: batchId },
    knownLater: texts(rows.map((row) => row[4])),
  };
  return isShuffled ? { n, columns, order } : { n, columns };
}

const rowsOf = (frame: RowFrame) =>
  Array.from({ length: frame.n }, (_, i) => frameRow(frame, i)) as ({ id: string } & Record<
    string,
    unknown
  >)[];

describe('a frame', () => {
  it('packs into the same bytes as its rows, with the same digests', () => {
    fc.assert(
      fc.property(
        fc.array(given, { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        (all, isShuffled) => {
          const frame = ordersFrame(all, newIds(5), v7(), isShuffled);
          const storage: PagedStorage = registry.orders.storage as PagedStorage;
          const rows = rowsOf(frame);
          const page = encodeFramePage(storage, frame, 0, frame.n);
          expect(page).toEqual(encodePage(storage, rows, rows[0]?.id ?? ''));
          expect(JSON.stringify(page)).toBe(
            JSON.stringify(encodePage(storage, rows, rows[0]?.id ?? '')),
          );
          const digests = pageDigests(page);
          const decoded = decodePage(page.hot, page.cold);
          expect([...digests]).toEqual(decoded.map(rowDigest));
          expect([...digests]).toEqual(rows.map(rowDigest));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leaves the database as its rows created in bulk would, and undo takes both back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(given, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (imports, isShuffled) => {
          const buyers = newIds(5);
          const states: unknown[] = [];
          const frames = imports.map((all) => ordersFrame(all, buyers, v7(), isShuffled));
          for (const how of ['frame', 'rows'] as const) {
            const { db, door } = await openTestDoor();
            const before = await stateOf(db);
            for (const frame of frames)
              await door.run(
                commandOf(['orders'], (tx) =>
                  how === 'frame'
                    ? tx.bulkCreateFrame('orders', frame)
                    : tx.bulkCreate('orders', rowsOf(frame) as unknown as Row<'orders'>[]),
                ),
                {},
              );
            const after = await stateOf(db);
            const ranges = (await db.table('undoPayloads').toArray()).flatMap(
              ({ inverse }: { inverse: { removeRanges: BatchRange[] } }) => inverse.removeRanges,
            );
            states.push({ after, ranges });
            for (const _ of frames) await door.undo();
            expect(await stateOf(db)).toEqual(before);
            for (const _ of frames) await door.redo();
            expect(await stateOf(db)).toEqual(after);
            for (const _ of frames) await door.undo();
            expect(await stateOf(db)).toEqual(before);
            db.close();
          }
          expect(states[0]).toEqual(states[1]);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

async function stateOf(db: Awaited<ReturnType<typeof openTestDoor>>['db']) {
  const rows: Record<string, unknown> = {};
  for (const entity of ['orders', 'memberStats'] satisfies EntityName[])
    rows[entity] = await allRows(db, entity);
  const counted = await counters(db).toArray();
  return {
    rows,
    hot: await hotPages(db, 'orders').toArray(),
    cold: await coldPages(db, 'orders').toArray(),
    counters: counted.filter(({ n }) => n !== 0),
  };
}

describe('a command that gives up in the middle of a frame', () => {
  it('leaves nothing behind', async () => {
    const { db, door } = await openTestDoor();
    const some = fc.sample(given, 40);
    const frame = ordersFrame(some, newIds(5), v7(), false);
    const heard: number[] = [];
    const work = door.run(
      commandOf(['orders'], (tx) =>
        tx.bulkCreateFrame('orders', frame, (done) => {
          heard.push(done);
          if (done > 20) throw new Error('no more');
        }),
      ),
      {},
    );
    await expect(work).rejects.toThrow('no more');
    expect(heard).toEqual([4, 8, 12, 16, 20, 24]);
    for (const store of ['orders', 'orders_cold', 'outbox', 'opPayloads', 'undo', 'counters'])
      expect(await db.table(store).count(), store).toBe(0);
  });

  it('and ids that lie among stored rows are created one by one', async () => {
    const { db, door } = await openTestDoor();
    const buyers = newIds(5);
    const early = ordersFrame(fc.sample(given, 6), buyers, v7(), false);
    const late = ordersFrame(fc.sample(given, 6), buyers, v7(), false);
    for (const frame of [late, early])
      await door.run(
        commandOf(['orders'], (tx) => tx.bulkCreateFrame('orders', frame)),
        {},
      );
    const ids = (await allRows(db, 'orders')).map(({ id }) => id);
    const bytes = [early, late].flatMap(({ columns }) =>
      columns.id?.kind === 'uuid' ? [columns.id.bytes] : [],
    );
    expect(ids).toEqual(
      bytes.flatMap((b) => Array.from({ length: 6 }, (_, i) => stringify(b, i * 16))),
    );
    expect((await counters(db).get('orders'))?.n).toBe(12);
  });
});
