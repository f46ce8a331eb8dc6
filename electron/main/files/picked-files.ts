import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { basename } from 'node:path';
import { ExpectedError } from '@shared/lib/errors';
import { asReadError } from './fs-errors';

export type PickedFile = { token: string; name: string; size: number };

export type PickedFiles = {
  /** Remembers files that the user chose in a dialog; only the tokens go to the window. */
  add: (paths: readonly string[]) => Promise<PickedFile[]>;
  /** Throws `token-unknown`. */
  locate: (token: string) => string;
  /** Throws `token-unknown`, `file-gone`, `file-not-readable`, `file-too-large`. */
  read: (token: string) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Enough for a folder full of exports; the oldest are forgotten beyond it. */
const REMEMBERED = 500;
/** A read larger than this would exhaust the window's memory. */
const MAX_BYTES = 1024 * 1024 * 1024;

export function createPickedFiles(): PickedFiles {
  const paths = new Map<string, string>();

  function locate(token: string): string {
    const path = paths.get(token);
    if (path === undefined) throw new ExpectedError('token-unknown');
    return path;
  }

  return {
    add: async (chosen) => {
      const files: PickedFile[] = [];
      for (const path of chosen) {
        const name = basename(path);
        const { size } = await fs.stat(path).catch((error) => {
          throw asReadError(error, name);
        });
        const token = randomUUID();
        paths.set(token, path);
        files.push({ token, name, size });
      }
      for (const token of [...paths.keys()].slice(0, Math.max(0, paths.size - REMEMBERED))) {
        paths.delete(token);
      }
      return files;
    },
    locate,
    read: async (token) => {
      const path = locate(token);
      const name = basename(path);
      try {
        const { size } = await fs.stat(path);
        if (size > MAX_BYTES) throw new ExpectedError('file-too-large', { name });
        return await fs.readFile(path);
      } catch (error) {
        throw asReadError(error, name);
      }
    },
  };
}
