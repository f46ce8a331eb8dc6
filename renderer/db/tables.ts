import type { EntityName } from '@shared/domain/registry';
import type { Table } from 'dexie';
import type { PageRecord } from './paged/page';
import { coldStoreOf } from './schema';

/**
 * A database or a transaction. Inside a transaction always the transaction itself: Dexie finds the
 * current one by a zone that it follows for a hundred native awaits only, and bulk work takes more.
 */
// biome-ignore lint/suspicious/noExplicitAny: Dexie's own signature
export type TableSource = { table(name: string): Table<any, any> };

/** Dexie's `transaction`, narrowed to the one form that is used: its own overloads overwhelm the compiler. */
type Transacting = {
  transaction<T>(
    mode: 'rw' | 'r',
    stores: string[],
    work: (within: TableSource) => Promise<T>,
  ): Promise<T>;
};

/** One read-write transaction over the named stores; `work` gets the transaction itself to work on. */
export function inTransaction<T>(
  db: TableSource,
  stores: readonly string[],
  work: (within: TableSource) => Promise<T>,
): Promise<T> {
  return (db as unknown as Transacting).transaction('rw', [...new Set(stores)], work);
}

/** The same for reading: what `work` sees is one moment's state of the named stores. */
export function readTransaction<T>(
  db: TableSource,
  stores: readonly string[],
  work: (within: TableSource) => Promise<T>,
): Promise<T> {
  return (db as unknown as Transacting).transaction('r', [...stores], work);
}

export const rowTable = (
  from: TableSource,
  entity: EntityName,
): Table<Record<string, unknown>, string> => from.table(entity);

export const hotPages = (from: TableSource, entity: EntityName): Table<PageRecord, string> =>
  from.table(entity);

export const coldPages = (from: TableSource, entity: EntityName): Table<PageRecord, string> =>
  from.table(coldStoreOf(entity));

export const counters = (from: TableSource): Table<{ name: string; n: number }, string> =>
  from.table('counters');

export const meta = (from: TableSource): Table<{ key: string; value: unknown }, string> =>
  from.table('meta');
