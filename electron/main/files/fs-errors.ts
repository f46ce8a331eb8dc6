import { dirname } from 'node:path';
import { ExpectedError } from '@shared/lib/errors';

const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);
const NOT_READABLE = new Set(['EACCES', 'EPERM', 'EBUSY', 'EISDIR', 'EIO']);

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}

/** What a failed write means to the user; anything else stays the bug that it is. */
export function asWriteError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (NO_SPACE.has(code)) return new ExpectedError('disk-full', { folder: dirname(path) });
  if (NOT_WRITABLE.has(code))
    return new ExpectedError('folder-not-writable', { folder: dirname(path) });
  return error;
}

export function asReadError(error: unknown, name: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT') return new ExpectedError('file-gone', { name });
  if (NOT_READABLE.has(code)) return new ExpectedError('file-not-readable', { name });
  return error;
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}
