import type { EntityName } from '@shared/domain/registry';
import { entityNames } from '@shared/domain/registry';
import type { RowClocks } from '@shared/sync/merge/record-state';
import { isNews, type Known } from '@shared/sync/pack/knowledge';
import { type AnyRow, decodePage } from '../paged/page';
import { greatestNotAbove } from '../paged/page-set';
import { spec, storesOf } from '../schema';
import { packClocks } from '../sync/state/clock-rows';
import type { StateSlice } from '../sync/state/slice';
import { coldPages, hotPages, rowTable, type TableSource } from '../tables';
import { clocksOf } from '../write/clock-book';
import { clockPages } from './packs-place';

/** So many records at most in one slice. */
const RECORDS_A_SLICE = 1000;

/**
 * Records that were written at a time that is not in `known`, whole, with their clocks: what two
 * laptops lack of each other without anybody numbering operations. Whoever calls keeps writers out.
 */
export async function* changedSlices(db: TableSource, known: Known): AsyncGenerator<StateSlice> {
  let entity: EntityName | undefined;
  let waiting: AnyRow[] = [];
  for await (const page of clockPages(db)) {
    for (const clock of page) {
      const of = entityOf(clock.id);
      if (!of || !isNews(clocksOf(clock), known)) continue;
      if (entity && (of !== entity || waiting.length >= RECORDS_A_SLICE)) {
        yield* slicesOf(db, entity, waiting);
        waiting = [];
      }
      entity = of;
      waiting.push(clock);
    }
  }
  if (entity && waiting.length > 0) yield* slicesOf(db, entity, waiting);
  yield* lostValues(db, (clocks) => isNews(clocks, known));
}

/** Values that lost, and that whoever takes the pack may not have heard of. */
export async function* lostValues(
  db: TableSource,
  isTold: (clocks: RowClocks) => boolean,
): AsyncGenerator<StateSlice> {
  const all = (await rowTable(db, 'overwritten').toArray()) as AnyRow[];
  const told = all.filter(({ writtenAt, lostTo }) =>
    isTold({ since: String(writtenAt), at: { lost: String(lostTo) } }),
  );
  for (let i = 0; i < told.length; i += RECORDS_A_SLICE) {
    const rows = told.slice(i, i + RECORDS_A_SLICE).map(({ settledAt: _, ...row }) => row);
    yield { entity: 'overwritten', rows };
  }
}

function entityOf(clockId: string): EntityName | undefined {
  const name = clockId.slice(0, clockId.indexOf(':')) as EntityName;
  return entityNames.includes(name) && spec(name).scope === 'synced' ? name : undefined;
}

const idOf = (entity: EntityName, clock: AnyRow) => clock.id.slice(entity.length + 1);

/** One slice for each page in which they lie: who takes it finds them close together too. */
async function* slicesOf(
  db: TableSource,
  entity: EntityName,
  clocks: readonly AnyRow[],
): AsyncGenerator<StateSlice> {
  if (spec(entity).storage.kind === 'rows') {
    const ids = clocks.map((clock) => idOf(entity, clock));
    const found = (await rowTable(db, entity).bulkGet(ids)) as (AnyRow | undefined)[];
    yield sliceOf(
      entity,
      found.filter((row) => row !== undefined),
      clocks,
    );
    return;
  }
  const keys = await hotPages(db, entity).toCollection().primaryKeys();
  const hasCold = storesOf(entity).length > 1;
  for (let i = 0; i < clocks.length; ) {
    const k = greatestNotAbove(keys, idOf(entity, clocks[i] as AnyRow));
    const [lo, next] = [keys[k], keys[k + 1]];
    const some: AnyRow[] = [];
    for (; i < clocks.length; i += 1) {
      const clock = clocks[i] as AnyRow;
      if (next !== undefined && idOf(entity, clock) >= next) break;
      some.push(clock);
    }
    const hot = lo === undefined ? undefined : await hotPages(db, entity).get(lo);
    const cold = hot && hasCold ? await coldPages(db, entity).get(hot.lo) : undefined;
    const ids = new Set(some.map((clock) => idOf(entity, clock)));
    const rows = hot ? decodePage(hot, cold).filter(({ id }) => ids.has(id)) : [];
    yield sliceOf(entity, rows, some);
  }
}

const sliceOf = (entity: EntityName, rows: AnyRow[], clocks: readonly AnyRow[]): StateSlice => ({
  entity,
  ...(rows.length > 0 && { rows }),
  clocks: packClocks([...clocks]),
});
