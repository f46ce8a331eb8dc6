import { randomBytes } from 'node:crypto';
import { constants, promises as fs } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asWriteError } from './fs-errors';

/**
 * Makes a renamed or new file name survive a power cut. Windows cannot open a folder and does not
 * need it; some network shares refuse.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EINVAL' && code !== 'ENOTSUP') throw error;
  } finally {
    await handle.close();
  }
}

/** Virus scanners hold fresh files open for a moment on Windows. */
async function renameStubbornly(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      const isHeldOpen =
        process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
      if (!isHeldOpen || attempt === 9) throw error;
      await new Promise((done) => setTimeout(done, 20 * (attempt + 1)));
    }
  }
}

/** Gives a finished, synced file its final name, durably. */
export async function publishFile(temporary: string, path: string): Promise<void> {
  await renameStubbornly(temporary, path);
  await syncFolder(dirname(path));
}

/** Fills a temporary file beside `path` and gives it the name only when it is whole and synced. */
async function replaceFile(
  path: string,
  fill: (temporary: string) => Promise<unknown>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await fill(temporary);
    const handle = await fs.open(temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    await publishFile(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw asWriteError(error, path);
  }
}

/** Either the old content or the whole new one is on disk afterwards, also after a power cut. */
export function writeFileAtomic(
  path: string,
  data: string | Uint8Array,
  /** Rights of the new file; the system's usual ones unless said. */
  mode = 0o666,
): Promise<void> {
  return replaceFile(path, (temporary) => fs.writeFile(temporary, data, { flag: 'wx', mode }));
}

export function copyFileAtomic(source: string, path: string): Promise<void> {
  return replaceFile(path, (temporary) => fs.copyFile(source, temporary, constants.COPYFILE_EXCL));
}
