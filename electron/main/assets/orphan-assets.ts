import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from '../files/fs-errors';
import { ASSET_ID, pathOfThumbnail } from './asset-paths';

/**
 * How long nothing may name a file before it goes: a removal that is undone, or an older copy of the
 * data that is restored for a while, must not cost the files.
 */
const FORGOTTEN_MS = 30 * 86_400_000;

/** Names in a folder; none where it was never made. */
async function namesIn(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

/**
 * Removes the files that nothing has named for thirty days; how many. A file's time of change is
 * when it was last named, so each look sets it anew for those that are.
 */
export async function removeOrphanAssets(
  folder: string,
  ids: ReadonlySet<string>,
  nowMs: number,
): Promise<number> {
  let removed = 0;
  for (const part of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const id of await namesIn(join(folder, part))) {
      if (!ASSET_ID.test(id)) continue;
      const path = join(folder, part, id);
      if (ids.has(id)) {
        await fs.utimes(path, nowMs / 1000, nowMs / 1000);
        continue;
      }
      const { mtimeMs } = await fs.stat(path);
      if (nowMs - mtimeMs < FORGOTTEN_MS) continue;
      await fs.rm(path, { force: true });
      await fs.rm(pathOfThumbnail(folder, id), { force: true });
      removed += 1;
    }
  }
  return removed;
}

/** What a killed program left on its way in, and copies made to be looked at. */
export async function removeAssetLeftovers(folder: string): Promise<number> {
  const unfinished = await namesIn(join(folder, 'incoming'));
  for (const passing of ['incoming', 'shown']) {
    await fs.rm(join(folder, passing), { recursive: true, force: true });
  }
  return unfinished.length;
}
