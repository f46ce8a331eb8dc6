import type { TableSource } from './tables';

/** What this laptop remembers for itself: never synced, never undone, gone without harm. */
export async function recallOnDevice<T>(db: TableSource, key: string): Promise<T | undefined> {
  const found = (await db.table('device').get(key)) as { value: T } | undefined;
  return found?.value;
}

export async function keepOnDevice(db: TableSource, key: string, value: unknown): Promise<void> {
  await db.table('device').put({ key, value });
}

export async function forgetOnDevice(db: TableSource, key: string): Promise<void> {
  await db.table('device').delete(key);
}
