import { promises as fs } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** True for a file strictly inside; both paths must be real (no symbolic links left in them). */
export function isInside(realFolder: string, realPath: string): boolean {
  const way = relative(realFolder, realPath);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The real path of an existing file inside `folder`, or null: for `..`, another folder with the same
 * beginning, a link that leads outside, a path that is absolute or does not exist. The answer never
 * says which, so that a page cannot probe the disk.
 */
export async function resolveInside(folder: string, wanted: string): Promise<string | null> {
  if (wanted.includes('\0') || wanted.includes('\\') || isAbsolute(wanted)) return null;
  const lexical = resolve(folder, wanted);
  if (!isInside(resolve(folder), lexical)) return null;
  try {
    const [realFolder, realPath] = await Promise.all([fs.realpath(folder), fs.realpath(lexical)]);
    return isInside(realFolder, realPath) ? realPath : null;
  } catch {
    return null;
  }
}

const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A plain name for a file: no separators, no drive, nothing that Windows reads differently. */
export function isPlainFileName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || name.length > 200) return false;
  if (/[\\/:*?"<>|]/.test(name) || /[. ]$/.test(name)) return false;
  for (const character of name) if (character.charCodeAt(0) < 0x20) return false;
  return !RESERVED_ON_WINDOWS.test(name);
}

/** What a save dialog is offered: the same name with the forbidden characters replaced. */
export function toPlainFileName(name: string, fallback: string): string {
  const plain = Array.from(name, (character) =>
    /[\\/:*?"<>|]/.test(character) || character.charCodeAt(0) < 0x20 ? '-' : character,
  )
    .join('')
    .replace(/[. ]+$/, '');
  return isPlainFileName(plain) ? plain : fallback;
}
