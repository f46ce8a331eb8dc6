import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, promises as fs } from 'node:fs';
import { join } from 'node:path';

export type Wanted = { id: string; bytes: number };
export type FolderSearch = {
  /** Where each wanted file was found. */
  found: Map<string, string>;
  /** How many files were looked at. */
  looked: number;
};

/** Whoever chooses a whole disk by mistake is not kept waiting for ever. */
const MOST_FILES = 200_000;

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/**
 * Looks for files by their bytes, whatever they are called now, in a folder and all within it. Only
 * files of a wanted length are read. Links are not followed; what cannot be read is passed over.
 */
export async function searchFolder(root: string, wanted: readonly Wanted[]): Promise<FolderSearch> {
  const lengths = new Set(wanted.map(({ bytes }) => bytes));
  const missing = new Set(wanted.map(({ id }) => id));
  const found = new Map<string, string>();
  const folders = [root];
  let looked = 0;

  async function lookAt(path: string): Promise<void> {
    looked += 1;
    const size = await fs.stat(path).then(
      (stats) => stats.size,
      () => -1,
    );
    if (!lengths.has(size)) return;
    const hash = await hashOf(path);
    if (hash === undefined || !missing.delete(hash)) return;
    found.set(hash, path);
  }

  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries: Dirent[] = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (missing.size === 0 || looked >= MOST_FILES) return { found, looked };
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) await lookAt(path);
    }
  }
  return { found, looked };
}
