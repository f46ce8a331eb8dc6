import { ExpectedError } from '@shared/lib/errors';
import { v4, v7 } from 'uuid';
import type { Store } from '../store/tables';
import { isPlain } from './refuse';

const MAX_NAME = 100;

/** A workspace without anybody in it yet; an invite for its owner comes next. */
export async function createWorkspace(
  db: Store,
  nameAsTyped: string,
  nowMs = Date.now(),
): Promise<{ id: string; name: string }> {
  const name = nameAsTyped.trim();
  if (name === '' || name.length > MAX_NAME || !isPlain(name)) throw new ExpectedError('malformed');
  const id = v7();
  await db
    .insertInto('workspaces')
    .values({ workspace_id: id, name, log_id: v4(), created_at: nowMs, divided_at: null })
    .execute();
  return { id, name };
}
