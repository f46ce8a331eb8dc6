import type { EntityName } from '@shared/domain/registry';
import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { PageRecord } from './paged/page';
import { coldStoreOf, schemaVersions } from './schema';

export const DATABASE_NAME = 'qunduo';

export type CounterRow = { name: string; n: number };
export type MetaRow = { key: string; value: unknown };

/** The database at version `upTo` (the newest unless a test asks for an old one). */
export class ConsoleDb extends Dexie {
  constructor(options: { name?: string; upTo?: number } & DexieOptions = {}) {
    const { name = DATABASE_NAME, upTo = Number.POSITIVE_INFINITY, ...dexie } = options;
    // Strict: a commit is on disk, not in the system's cache, before the screen says "done".
    super(name, { chromeTransactionDurability: 'strict', ...dexie });
    for (const step of schemaVersions) {
      if (step.version <= upTo) this.version(step.version).stores(step.stores);
    }
  }

  rowTable(entity: EntityName): Table<Record<string, unknown>, string> {
    return this.table(entity);
  }

  hotPages(entity: EntityName): Table<PageRecord, string> {
    return this.table(entity);
  }

  coldPages(entity: EntityName): Table<PageRecord, string> {
    return this.table(coldStoreOf(entity));
  }

  get counters(): Table<CounterRow, string> {
    return this.table('counters');
  }

  get meta(): Table<MetaRow, string> {
    return this.table('meta');
  }
}

let shared: ConsoleDb | undefined;

/** This context's connection (the window has one, the data worker another). */
export function consoleDb(): ConsoleDb {
  shared ??= new ConsoleDb();
  return shared;
}
