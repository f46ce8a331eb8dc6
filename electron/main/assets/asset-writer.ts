import { createHash, randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { KeptAsset } from '@shared/contracts/asset-file';
import { MAX_ASSET_BYTES } from '@shared/contracts/asset-file';
import { ExpectedError } from '@shared/lib/errors';
import { publishFile } from '../files/atomic-write';
import { asWriteError } from '../files/fs-errors';
import { assetKindOf, HEAD_BYTES } from './asset-kind';
import { pathOfAsset } from './asset-paths';
import { pictureSize } from './picture-size';

export type AssetWriter = {
  write: (chunk: Uint8Array) => Promise<void>;
  /** Gives the bytes their place under their hash, durably. Refused when another hash was expected. */
  finish: (expectedId?: string) => Promise<KeptAsset>;
  abort: () => Promise<void>;
};

const isThere = (path: string) =>
  fs.access(path).then(
    () => true,
    () => false,
  );

/** A file on its way into the box: hashed while it is written, named only when it is whole. */
export async function openAssetWriter(folder: string, name: string): Promise<AssetWriter> {
  const incoming = join(folder, 'incoming');
  const temporary = join(incoming, `${randomUUID()}.tmp`);
  const failed = (error: unknown): never => {
    throw asWriteError(error, temporary);
  };
  await fs.mkdir(incoming, { recursive: true, mode: 0o700 }).catch(failed);
  const handle = await fs.open(temporary, 'wx', 0o600).catch(failed);
  const hash = createHash('sha256');
  const heads: Uint8Array[] = [];
  let headBytes = 0;
  let bytes = 0;
  let queue: Promise<void> = Promise.resolve();

  async function discard(): Promise<void> {
    await handle.close().catch(() => undefined);
    await fs.rm(temporary, { force: true });
  }

  async function append(chunk: Uint8Array): Promise<void> {
    if (bytes + chunk.length > MAX_ASSET_BYTES)
      throw new ExpectedError('asset-too-large', { name });
    bytes += chunk.length;
    hash.update(chunk);
    if (headBytes < HEAD_BYTES) {
      const part = chunk.slice(0, HEAD_BYTES - headBytes);
      heads.push(part);
      headBytes += part.length;
    }
    await handle.writeFile(chunk);
  }

  return {
    // In the order of the calls, also when the caller does not wait; the first failure stays.
    write: (chunk) => {
      queue = queue.then(() => append(chunk));
      return queue.catch(failed);
    },
    finish: async (expectedId) => {
      try {
        await queue;
        if (bytes === 0) throw new ExpectedError('asset-empty', { name });
        const id = hash.digest('hex');
        if (expectedId !== undefined && expectedId !== id) {
          throw new ExpectedError('asset-other-file', { name });
        }
        await handle.sync();
        await handle.close();
        const path = pathOfAsset(folder, id);
        const isKnown = await isThere(path);
        await fs.mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
        // Also over one that is there: should that have been damaged, it is whole again.
        await publishFile(temporary, path);
        const head = Buffer.concat(heads);
        const sniffed = assetKindOf(head, name);
        return { id, bytes, isKnown, ...sniffed, ...pictureSize(head, sniffed.mimeType) };
      } catch (error) {
        await discard();
        return failed(error);
      }
    },
    abort: async () => {
      await queue.catch(() => undefined);
      await discard();
    },
  };
}
