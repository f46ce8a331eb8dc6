import { promises as fs } from 'node:fs';
import { extname, join } from 'node:path';
import { writeFileAtomic } from './atomic-write';
import { toPlainFileName } from './path-guard';

async function isTaken(path: string): Promise<boolean> {
  return fs.access(path).then(
    () => true,
    () => false,
  );
}

/** The name, or the first with a number behind it that no file has. */
async function freePath(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${extension}`);
    if (!(await isTaken(path))) return path;
  }
}

/** Writes all of them or none; what already lies in the folder is never replaced. */
export async function writeSeveral(
  folder: string,
  files: readonly { name: string; data: Uint8Array }[],
): Promise<void> {
  const written: string[] = [];
  try {
    for (const { name, data } of files) {
      const path = await freePath(folder, toPlainFileName(name, 'qunduo'));
      written.push(path);
      await writeFileAtomic(path, data);
    }
  } catch (error) {
    await Promise.all(written.map((path) => fs.rm(path, { force: true }).catch(() => undefined)));
    throw error;
  }
}
