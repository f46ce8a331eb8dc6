import { type Migration, Migrator } from 'kysely';
import { distributeTables } from './distribute';
import { down, up } from './migrations/0001-log-and-seats';
import type { Store } from './tables';

/** In the order of their names; one that was released is never changed. */
const MIGRATIONS: Record<string, Migration> = { '0001-log-and-seats': { up, down } };

const migratorOf = (db: Store) =>
  new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });

/**
 * Brings the tables to what this hub knows; several hubs that start at once take turns. Throws when
 * the database is of a newer hub, or a step failed (then nothing of that step remains).
 */
export async function migrateUp(db: Store): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error) throw error;
  await distributeTables(db);
}

/** Takes the newest step back; for tests, and for going back to an older hub after a backup. */
export async function migrateDown(db: Store): Promise<void> {
  const { error } = await migratorOf(db).migrateDown();
  if (error) throw error;
}
