import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';
import type { INTERNAL_STORES } from '../schema';
import { inTransaction, meta } from '../tables';
import type { WriteDoor } from '../write/write-door';

/** What this laptop keeps for itself stays: column mappings, drafts. */
const KEPT: readonly string[] = ['meta', 'device'] satisfies (keyof typeof INTERNAL_STORES)[];

/**
 * Empties the database to make room for the workspace's data, under a new identity: a history of its
 * own. The worker's indexes and the window know of it only once they are loaded anew.
 */
export function beginAnew({ db, door }: { db: ConsoleDb; door: WriteDoor }): Promise<void> {
  return door.exclusively(async () => {
    const stores = db.tables.map(({ name }) => name);
    const identity = { databaseId: uuidv7(), deviceId: uuidv7(), workspaceId: uuidv7() };
    await inTransaction(db, stores, async (within) => {
      for (const name of stores) if (!KEPT.includes(name)) await within.table(name).clear();
      await meta(within).clear();
      await meta(within).put({ key: 'identity', value: identity });
    });
    door.become(identity);
  });
}
