import { type EntityName, entityNames } from '@shared/domain/registry';
import { consoleDb } from './db';
import { PageSet } from './paged/page-set';
import { spec } from './schema';

/** All live rows of a store as plain objects, however they are stored; for looking in from outside. */
export async function inspectRows(store: string): Promise<unknown[]> {
  const db = consoleDb();
  const isPaged =
    (entityNames as string[]).includes(store) && spec(store as EntityName).storage.kind === 'paged';
  return isPaged ? new PageSet(db, store as EntityName).rows() : db.table(store).toArray();
}
