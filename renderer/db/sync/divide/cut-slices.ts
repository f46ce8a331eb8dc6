import type { PartIndex } from '@shared/sync/part';
import { type ScopeWorld, SHARED, scopesOf, WHOLE } from '@shared/sync/scopes';
import type { AnyRow } from '../../paged/page';
import type { TableSource } from '../../tables';
import { clocksByRecord, packClocks, unpackClocks } from '../state/clock-rows';
import { PART_BYTES, weightOf } from '../state/part-bytes';
import type { StateSlice } from '../state/slice';
import { cutPage, idsOfPage, keyOf, keysOfPage, scopesOfKey } from './cut-pages';
import { readWorld } from './world';

/** So much waits at most for more that the same laptops may see. */
const WAITING_BYTES = 48 * 1024 * 1024;

type Shelf = { slices: StateSlice[]; weight: number };

/** Sorts a state by who may see what of it: `add` hears slices that all bear the same labels. */
export async function cutSlices(
  db: TableSource,
  slices: AsyncIterable<StateSlice>,
  add: (slices: StateSlice[], scopes: string[]) => Promise<void>,
): Promise<void> {
  const world = await readWorld(db);
  const shelves = new Map<string, Shelf>();
  let waiting = 0;
  const flush = async (key: string, { slices: some, weight }: Shelf) => {
    shelves.delete(key);
    waiting -= weight;
    await add(some, scopesOfKey(key));
  };
  for await (const slice of slices) {
    for (const [key, cut] of cutSlice(slice, world)) {
      const shelf = shelves.get(key) ?? { slices: [], weight: 0 };
      shelves.set(key, shelf);
      const weight = weightOf(cut);
      shelf.slices.push(cut);
      shelf.weight += weight;
      waiting += weight;
      if (shelf.weight >= PART_BYTES) await flush(key, shelf);
    }
    while (waiting > WAITING_BYTES) {
      const [heaviest] = [...shelves].sort(([, a], [, b]) => b.weight - a.weight);
      if (heaviest) await flush(...heaviest);
    }
  }
  for (const [key, shelf] of [...shelves]) await flush(key, shelf);
}

/** A slice by the labels of its records, as keys. */
function cutSlice(slice: StateSlice, world: ScopeWorld): Map<string, StateSlice> {
  const { entity } = slice;
  const cut = new Map<string, StateSlice>();
  const keyOfRecord = new Map<string, string>();
  const of = (key: string): StateSlice => {
    const known = cut.get(key) ?? { entity };
    cut.set(key, known);
    return known;
  };
  const hasClocks = (slice.clocks?.length ?? 0) > 0;
  for (const pair of slice.pages ?? []) {
    const keys = keysOfPage(entity, pair, world);
    for (const { key, pair: part } of cutPage(entity, pair, keys)) {
      const into = of(key);
      into.pages = [...(into.pages ?? []), part];
    }
    if (hasClocks)
      for (const [i, id] of idsOfPage(pair).entries()) keyOfRecord.set(id, keys[i] ?? '');
  }
  for (const row of slice.rows ?? []) {
    const key = keyOf(scopesOf(entity, row, world));
    const into = of(key);
    into.rows = [...(into.rows ?? []), row];
    keyOfRecord.set(row.id, key);
  }
  for (const [key, rows] of cutClocks(slice, keyOfRecord)) of(key).clocks = packClocks(rows);
  return cut;
}

/** Everybody has to know what is gone; what somebody wrote of it only who sees the whole. */
function cutClocks(
  { entity, clocks }: StateSlice,
  keyOfRecord: ReadonlyMap<string, string>,
): Map<string, AnyRow[]> {
  const byKey = new Map<string, AnyRow[]>();
  const put = (key: string, row: AnyRow) => {
    const known = byKey.get(key);
    if (known) known.push(row);
    else byKey.set(key, [row]);
  };
  for (const row of unpackClocks(clocks)) {
    const key = keyOfRecord.get(row.id.slice(entity.length + 1));
    if (key !== undefined) {
      put(key, row);
      continue;
    }
    if (row.isGone) put(SHARED, { id: row.id, since: row.since, isGone: true });
    if (!row.isGone || row.at) put(WHOLE, row);
  }
  return byKey;
}

/** The records of which slices speak. */
export function indexOfSlices(slices: readonly StateSlice[]): PartIndex {
  const byEntity = new Map<string, Set<string>>();
  for (const { entity, pages = [], rows = [], clocks } of slices) {
    const ids = byEntity.get(entity) ?? new Set<string>();
    byEntity.set(entity, ids);
    for (const pair of pages) for (const id of idsOfPage(pair)) ids.add(id);
    for (const row of rows) ids.add(row.id);
    for (const id of clocksByRecord(entity, unpackClocks(clocks)).keys()) ids.add(id);
  }
  return Object.fromEntries([...byEntity].map(([entity, ids]) => [entity, [...ids]]));
}
