import { type EntityName, entityNames } from '@shared/domain/registry';
import type { AnyRow, PagePair } from '../../paged/page';
import { spec, storesOf } from '../../schema';
import { coldPages, hotPages, rowTable, type TableSource } from '../../tables';
import { ROWS_A_PART } from '../../write/op-payloads';
import { ClockReader, LAST_ID, packClocks } from './clock-rows';
import type { StateSlice } from './slice';

const ROWS_A_SLICE = 2000;

/**
 * What travels, entity by entity; who was erased comes first, so that a laptop that takes the state
 * over knows of it before it meets what it still holds of them.
 */
export const syncedEntities = (): EntityName[] => [
  'erasures',
  ...entityNames.filter((entity) => spec(entity).scope === 'synced' && entity !== 'erasures'),
];

/** Everything that travels, with its clocks, in slices; whoever calls keeps writers out meanwhile. */
export async function* readState(db: TableSource): AsyncGenerator<StateSlice> {
  const clocks = new ClockReader(db);
  for (const entity of syncedEntities()) {
    const slices =
      spec(entity).storage.kind === 'paged' ? pagedSlices(db, entity) : rowSlices(db, entity);
    for await (const slice of slices) {
      const { from, to } = slice.range;
      const beside = packClocks(await clocks.within(entity, from, to));
      if (beside.length > 0) yield { ...slice, clocks: beside };
      else if (slice.pages || slice.rows) yield slice;
    }
  }
}

type RangedSlice = StateSlice & { range: { from: string; to: string } };

async function* pagedSlices(db: TableSource, entity: EntityName): AsyncGenerator<RangedSlice> {
  const { storage } = spec(entity);
  const atOnce = storage.kind === 'paged' ? Math.ceil(ROWS_A_PART / storage.pageSize) : 1;
  const keys = await hotPages(db, entity).toCollection().primaryKeys();
  const hasCold = storesOf(entity).length > 1;
  if (keys.length === 0) yield { entity, range: { from: '', to: LAST_ID } };
  for (let i = 0; i < keys.length; i += atOnce) {
    const some = keys.slice(i, i + atOnce);
    const hot = await hotPages(db, entity).bulkGet(some);
    const cold = hasCold ? await coldPages(db, entity).bulkGet(some) : [];
    const pages = hot.flatMap((page, k): PagePair[] =>
      page ? [{ hot: page, cold: cold[k] }] : [],
    );
    const from = i === 0 ? '' : (some[0] ?? '');
    yield { entity, pages, range: { from, to: keys[i + atOnce] ?? LAST_ID } };
  }
}

async function* rowSlices(db: TableSource, entity: EntityName): AsyncGenerator<RangedSlice> {
  for (let from = ''; ; ) {
    const rows = (await rowTable(db, entity)
      .where('id')
      .aboveOrEqual(from)
      .limit(ROWS_A_SLICE + 1)
      .toArray()) as AnyRow[];
    const next = rows[ROWS_A_SLICE]?.id;
    const some = rows.slice(0, ROWS_A_SLICE);
    yield { entity, ...(some.length > 0 && { rows: some }), range: { from, to: next ?? LAST_ID } };
    if (next === undefined) return;
    from = next;
  }
}
