import { readDb } from '@/db/read';

/** The workspace's own name, if it was given one. */
export async function readWorkspaceName(): Promise<string> {
  return (await readDb.rows('workspace').get('workspace'))?.name ?? '';
}
