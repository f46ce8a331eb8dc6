import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../files/atomic-write';

/**
 * How long nothing may name a picture before it goes: an older copy of the data that is restored for
 * a while, or a change that was undone, must not cost the pictures that came later.
 */
const FORGOTTEN_MS = 30 * 86_400_000;
const PICTURE = /^([a-z0-9-]{8,64})\.qdpic$/;

/**
 * Removes the pictures that nothing has named for thirty days; how many. A picture's time of change
 * is when it was last named, so each look sets it anew for those that are.
 */
export async function removeOrphans(
  folder: string,
  ids: ReadonlySet<string>,
  nowMs: number,
): Promise<number> {
  const names = await fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const name of names) {
    const id = PICTURE.exec(name)?.[1];
    if (id === undefined) continue;
    const path = join(folder, name);
    if (ids.has(id)) {
      await fs.utimes(path, nowMs / 1000, nowMs / 1000);
      continue;
    }
    const { mtimeMs } = await fs.stat(path);
    if (nowMs - mtimeMs < FORGOTTEN_MS) continue;
    await fs.rm(path, { force: true });
    removed += 1;
  }
  if (removed > 0) await syncFolder(folder);
  return removed;
}
