import { randomUUID } from 'node:crypto';
import { createReadStream, promises as fs } from 'node:fs';
import { basename } from 'node:path';
import {
  type KeptAsset,
  MAX_ASSET_BYTES,
  MAX_SHOWN_ASSET_BYTES,
  type ShownPicture,
  shownPictureTypeSchema,
} from '@shared/contracts/asset-file';
import { ExpectedError } from '@shared/lib/errors';
import { asReadError } from '../files/fs-errors';
import { copyOutOfBox, copyToShow, readThumbnail, readWhole, writeThumbnail } from './asset-copies';
import { assetKindOf } from './asset-kind';
import { pathOfAsset } from './asset-paths';
import { type AssetWriter, openAssetWriter } from './asset-writer';
import { removeAssetLeftovers, removeOrphanAssets } from './orphan-assets';

export type AssetBox = {
  /**
   * Takes a file of the disk in by streaming it; `expectedId` refuses any other. Null when `signal`
   * gave it up on the way.
   */
  addFile: (path: string, expectedId?: string, signal?: AbortSignal) => Promise<KeptAsset | null>;
  /** The same piece by piece, for what was dropped or pasted. */
  begin: (name: string) => Promise<string>;
  write: (token: string, chunk: Uint8Array) => Promise<void>;
  finish: (token: string, expectedId?: string) => Promise<KeptAsset>;
  abort: (token: string) => Promise<void>;
  /** Which of these do not lie here whole. */
  findMissing: (files: readonly { id: string; bytes: number }[]) => Promise<string[]>;
  /** Null when the file is not here; refused when it is no picture or was changed on the disk. */
  readPicture: (id: string) => Promise<ShownPicture | null>;
  readThumbnail: (id: string) => Promise<ShownPicture | null>;
  keepThumbnail: (id: string, bytes: Uint8Array) => Promise<void>;
  /** A durable copy elsewhere, checked against the hash. */
  saveAs: (id: string, path: string) => Promise<void>;
  /** A copy under its own name, for the file manager; gone with the next start. */
  copyToShow: (id: string, name: string) => Promise<string>;
  removeAllBut: (ids: readonly string[]) => Promise<number>;
  /** Takes away what a killed program left, once and before anything new; how many. */
  tidy: () => Promise<number>;
  /** The window died or was reloaded: nobody will finish what it began. */
  abandonAll: () => Promise<void>;
};

const READ_BYTES = 1024 * 1024;

/** Files for content, kept under their hash: the same file twice is one. In no backup, no journal. */
export function createAssetBox(folder: string): AssetBox {
  const writers = new Map<string, AssetWriter>();
  let tidied: Promise<number> | undefined;

  function tidy(): Promise<number> {
    tidied ??= removeAssetLeftovers(folder);
    return tidied;
  }

  async function openWriter(name: string): Promise<AssetWriter> {
    // What cannot be taken away now is no reason to take nothing in.
    await tidy().catch(() => 0);
    return openAssetWriter(folder, name);
  }

  function take(token: string): AssetWriter {
    const writer = writers.get(token);
    if (writer === undefined) throw new ExpectedError('token-unknown');
    return writer;
  }

  return {
    addFile: async (path, expectedId, signal) => {
      const name = basename(path);
      const found = await fs.stat(path).catch((error) => {
        throw asReadError(error, name);
      });
      if (!found.isFile()) throw new ExpectedError('file-not-readable', { name });
      if (found.size > MAX_ASSET_BYTES) throw new ExpectedError('asset-too-large', { name });
      const writer = await openWriter(name);
      try {
        for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES })) {
          if (signal?.aborted) break;
          await writer.write(chunk);
        }
      } catch (error) {
        await writer.abort();
        throw asReadError(error, name);
      }
      if (signal?.aborted) {
        await writer.abort();
        return null;
      }
      return writer.finish(expectedId);
    },

    begin: async (name) => {
      const token = randomUUID();
      writers.set(token, await openWriter(name));
      return token;
    },
    write: async (token, chunk) => take(token).write(chunk),
    finish: async (token, expectedId) => {
      const writer = take(token);
      writers.delete(token);
      return writer.finish(expectedId);
    },
    abort: async (token) => {
      const writer = writers.get(token);
      writers.delete(token);
      await writer?.abort();
    },

    findMissing: async (files) => {
      const missing: string[] = [];
      for (const { id, bytes } of files) {
        const size = await fs.stat(pathOfAsset(folder, id)).then(
          (found) => (found.isFile() ? found.size : -1),
          () => -1,
        );
        if (size !== bytes) missing.push(id);
      }
      return missing;
    },

    readPicture: async (id) => {
      const bytes = await readWhole(folder, id, MAX_SHOWN_ASSET_BYTES);
      if (bytes === null) return null;
      const shown = shownPictureTypeSchema.safeParse(assetKindOf(bytes, '').mimeType);
      if (!shown.success) throw new ExpectedError('asset-not-a-picture');
      return { bytes, mimeType: shown.data };
    },
    readThumbnail: (id) => readThumbnail(folder, id),
    keepThumbnail: (id, bytes) => writeThumbnail(folder, id, bytes),
    saveAs: (id, path) => copyOutOfBox(folder, id, path),
    copyToShow: (id, name) => copyToShow(folder, id, name),
    removeAllBut: (ids) => removeOrphanAssets(folder, new Set(ids), Date.now()),

    tidy,

    abandonAll: async () => {
      const abandoned = [...writers.values()];
      writers.clear();
      await Promise.all(abandoned.map((writer) => writer.abort()));
    },
  };
}
