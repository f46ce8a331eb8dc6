import { Dexie, type DexieOptions } from 'dexie';
import { schemaVersions } from './schema';

export const DATABASE_NAME = 'qunduo';

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
}

/**
 * The version that lies on disk. Dexie opens a database of a newer console without a word, so
 * whoever opens one must ask. (Dexie multiplies its versions by ten.)
 */
export function versionOnDisk(db: ConsoleDb): number {
  return db.backendDB().version / 10;
}

let shared: ConsoleDb | undefined;

/** This context's connection (the window has one, the data worker another). */
export function consoleDb(): ConsoleDb {
  shared ??= new ConsoleDb();
  return shared;
}
