import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../files/atomic-write';

/** A picture lies on the disk before its row does, and a row that was undone may be done again. */
const YOUNGEST_MS = 86_400_000;
const PICTURE = /^([a-z0-9-]{8,64})\.qdpic$/;

/** Removes the pictures that nothing names, none younger than a day; how many. */
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
    if (id === undefined || ids.has(id)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await fs.stat(path);
    if (nowMs - mtimeMs < YOUNGEST_MS) continue;
    await fs.rm(path, { force: true });
    removed += 1;
  }
  if (removed > 0) await syncFolder(folder);
  return removed;
}
