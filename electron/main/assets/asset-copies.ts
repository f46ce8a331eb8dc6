import { createHash } from 'node:crypto';
import { constants, createReadStream, promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ShownPicture, shownPictureTypeSchema } from '@shared/contracts/asset-file';
import { ExpectedError } from '@shared/lib/errors';
import { copyFileAtomic, writeFileAtomic } from '../files/atomic-write';
import { asWriteError, isMissing } from '../files/fs-errors';
import { toPlainFileName } from '../files/path-guard';
import { assetKindOf } from './asset-kind';
import { pathOfAsset, pathOfThumbnail } from './asset-paths';

/** Null where nothing is; anything else that goes wrong is thrown. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

/** The bytes of a file of the box, checked against its hash; null when it is not here. */
export async function readWhole(
  folder: string,
  id: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const path = pathOfAsset(folder, id);
  const found = await unlessMissing(fs.stat(path));
  if (found === null) return null;
  if (found.size > maxBytes) throw new ExpectedError('asset-too-large-to-show');
  const bytes = await fs.readFile(path);
  if (createHash('sha256').update(bytes).digest('hex') !== id) {
    throw new ExpectedError('asset-damaged');
  }
  return new Uint8Array(bytes);
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  const reading = async () => {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  };
  return unlessMissing(reading());
}

/** Refuses a file that is not here or is no longer what its name says. */
async function expectWhole(folder: string, id: string): Promise<string> {
  const path = pathOfAsset(folder, id);
  const hash = await hashOf(path);
  if (hash === null) throw new ExpectedError('asset-missing');
  if (hash !== id) throw new ExpectedError('asset-damaged');
  return path;
}

export async function copyOutOfBox(folder: string, id: string, path: string): Promise<void> {
  await copyFileAtomic(await expectWhole(folder, id), path);
}

/**
 * A copy, not the file itself: in the box it bears a name that nobody knows it by, and whoever edits
 * it there would damage it.
 */
export async function copyToShow(folder: string, id: string, name: string): Promise<string> {
  const source = await expectWhole(folder, id);
  const path = join(folder, 'shown', id.slice(0, 12), toPlainFileName(name, id.slice(0, 12)));
  try {
    await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await fs.copyFile(source, path, constants.COPYFILE_FICLONE);
  } catch (error) {
    throw asWriteError(error, path);
  }
  return path;
}

export async function readThumbnail(folder: string, id: string): Promise<ShownPicture | null> {
  const bytes = await unlessMissing(fs.readFile(pathOfThumbnail(folder, id)));
  if (bytes === null) return null;
  const shown = shownPictureTypeSchema.safeParse(assetKindOf(bytes, '').mimeType);
  // One that was spoilt is made anew.
  return shown.success ? { bytes: new Uint8Array(bytes), mimeType: shown.data } : null;
}

export async function writeThumbnail(folder: string, id: string, bytes: Uint8Array): Promise<void> {
  const { kind } = assetKindOf(bytes, '');
  if (kind !== 'image') throw new ExpectedError('asset-not-a-picture');
  const path = pathOfThumbnail(folder, id);
  await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFileAtomic(path, bytes, 0o600);
}
