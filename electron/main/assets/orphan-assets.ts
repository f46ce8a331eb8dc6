import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../files/atomic-write';
import { isMissing } from '../files/fs-errors';
import { ASSET_ID, pathOfThumbnail } from './asset-paths';

/**
 * How long nothing may name a file before it goes: a removal that is undone, or an older copy of the
 * data that is restored for a while, must not cost the files.
 */
const FORGOTTEN_MS = 30 * 86_400_000;
const forgottenSchema = z.record(z.string(), z.number());

/** Names in a folder; none where it was never made. */
async function namesIn(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

/** `forgotten.json`: UTC ms of the first look at which nothing named a file any more, by its id. */
async function readForgotten(path: string): Promise<Record<string, number>> {
  try {
    const stored: unknown = JSON.parse(await fs.readFile(path, 'utf8'));
    return forgottenSchema.safeParse(stored).data ?? {};
  } catch {
    // Without it every file gets its thirty days anew.
    return {};
  }
}

/**
 * Removes the files that nothing has named for thirty days; how many. Days count from the first look
 * that missed a file, never from a time at which nobody looked: a console that was closed for a month
 * may have been opened on older data.
 */
export async function removeOrphanAssets(
  folder: string,
  ids: ReadonlySet<string>,
  nowMs: number,
): Promise<number> {
  const path = join(folder, 'forgotten.json');
  const before = await readForgotten(path);
  const after: Record<string, number> = {};
  let removed = 0;
  for (const part of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const id of await namesIn(join(folder, part))) {
      if (!ASSET_ID.test(id) || ids.has(id)) continue;
      // A clock that was ahead when the file was missed first starts its days again.
      const since = Math.min(before[id] ?? nowMs, nowMs);
      if (nowMs - since < FORGOTTEN_MS) {
        after[id] = since;
        continue;
      }
      await fs.rm(join(folder, part, id), { force: true });
      await fs.rm(pathOfThumbnail(folder, id), { force: true });
      removed += 1;
    }
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    await writeFileAtomic(path, JSON.stringify(after), 0o600);
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
