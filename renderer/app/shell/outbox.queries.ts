import { consoleDb } from '@/db/db';

/** Changes that no hub has seen yet. Numbers in the outbox have no gaps, so two keys tell. */
export async function readPendingOps(): Promise<number> {
  const outbox = () => consoleDb().table<unknown, number>('outbox').toCollection();
  const [first] = await outbox().limit(1).primaryKeys();
  const [last] = await outbox().reverse().limit(1).primaryKeys();
  return first === undefined || last === undefined ? 0 : last - first + 1;
}
