import { registry } from '@shared/domain/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERNAL_STORES, storesOf } from '../schema';
import { hotPages, inTransaction } from '../tables';
import { openTestDoor } from '../test-db';
import { type AnyRow, decodePage, encodePage, type PagedStorage, type PagePair } from './page';
import { PageSet } from './page-set';

const ENTITY = 'members';
// Small pages, so that a few rows split, empty and border on each other.
const storage = registry[ENTITY].storage as PagedStorage;
storage.pageSize = 3;

const idOf = (n: number) => `id-${String(n).padStart(3, '0')}`;
const ids = fc.uniqueArray(fc.nat(18), { minLength: 1, maxLength: 14 });

const step = fc.oneof(
  fc.record({ do: fc.constant('upsert' as const), ids }),
  fc.record({ do: fc.constant('append' as const), ids }),
  fc.record({ do: fc.constant('revise' as const), ids }),
  fc.record({ do: fc.constant('remove' as const), ids }),
  fc.record({
    do: fc.constant('range' as const),
    from: fc.nat(9),
    to: fc.integer({ min: 9, max: 18 }),
  }),
  fc.record({ do: fc.constant('flush' as const) }),
);

describe('a set of pages', () => {
  it('holds what a map holds, in order, in pages that do not overlap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const { db } = await openTestDoor();
        const model = new Map<string, AnyRow>();
        let stamp = 0;
        const rowsOf = (numbers: number[]): AnyRow[] => {
          stamp += 1;
          const sorted = [...numbers].sort((a, b) => a - b);
          return sorted.map((n) => ({ id: idOf(n), name: `${stamp}`, note: `${n}`, later: stamp }));
        };
        const queue = [...steps];
        while (queue.length > 0) {
          const cut = queue.findIndex((one) => one.do === 'flush');
          const part = queue.splice(0, cut < 0 ? queue.length : cut + 1);
          const stores = [...Object.keys(INTERNAL_STORES), ...storesOf(ENTITY)];
          await inTransaction(db, stores, async (within) => {
            const set = new PageSet(within, ENTITY);
            for (const one of part) {
              if (one.do === 'upsert') {
                const rows = rowsOf(one.ids);
                await set.upsertSorted(rows);
                for (const row of rows) model.set(row.id, row);
              }
              if (one.do === 'append') {
                const rows = rowsOf(one.ids);
                const [first, last] = [rows[0]?.id ?? '', rows[rows.length - 1]?.id ?? ''];
                const isEmpty = ![...model.keys()].some((id) => id >= first && id <= last);
                const page = encodePage(storage, rows, first);
                if (await set.lay(page)) {
                  // Nobody lies in between, or a page would hide rows of another.
                  expect(isEmpty).toBe(true);
                  await set.settle();
                  for (const row of rows) model.set(row.id, row);
                }
              }
              if (one.do === 'revise') {
                const ids = [...new Set(one.ids)].sort((a, b) => a - b).map(idOf);
                const seen: string[] = [];
                await set.revise(ids, (row) => {
                  seen.push(row.id);
                  const changed = { ...row, note: `again ${stamp}` };
                  model.set(row.id, changed);
                  return changed;
                });
                expect(seen).toEqual(ids.filter((id) => model.has(id)));
              }
              if (one.do === 'remove') {
                for (const n of one.ids) {
                  expect((await set.remove(idOf(n)))?.id).toBe(model.get(idOf(n))?.id);
                  model.delete(idOf(n));
                }
              }
              if (one.do === 'range') {
                const gone: AnyRow[] = [];
                const judge = ({ hot, cold }: PagePair) =>
                  Uint8Array.from(decodePage(hot, cold), ({ id }) =>
                    id >= idOf(one.from) && id <= idOf(one.to) ? 1 : 0,
                  );
                await set.take(idOf(one.from), idOf(one.to), judge, async ({ hot, cold }) => {
                  gone.push(...decodePage(hot, cold));
                });
                const wanted = [...model.keys()].filter(
                  (id) => id >= idOf(one.from) && id <= idOf(one.to),
                );
                expect(gone.map((row) => row.id)).toEqual(wanted.sort());
                for (const id of wanted) model.delete(id);
              }
              for (const n of [0, 7, 13])
                expect(await set.get(idOf(n))).toEqual(model.get(idOf(n)));
            }
            await set.flush();
          });
          const pages = await hotPages(db, ENTITY).orderBy(':id').toArray();
          pages.forEach((page, k) => {
            const next = pages[k + 1];
            expect(page.n).toBeGreaterThan(0);
            expect(page.hi >= page.lo).toBe(true);
            if (next) expect(page.hi < next.lo).toBe(true);
          });
          expect(await db.table('members_cold').toCollection().primaryKeys()).toEqual(
            pages.map((page) => page.lo),
          );
          const stored = await new PageSet(db, ENTITY).rows();
          const wanted = [...model.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(stored).toEqual(wanted);
        }
        db.close();
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
