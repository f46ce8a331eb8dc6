import { promises as fs } from 'node:fs';
import { publishFile } from '../files/atomic-write';
import { crc32 } from '../files/crc32';
import { asWriteError } from '../files/fs-errors';
import {
  addChunk,
  encodeChunkHead,
  encodeHead,
  encodeTrailer,
  NO_CHUNKS,
  type StoredHead,
} from './backup-format';

export type BackupWriter = {
  write: (chunk: Uint8Array) => Promise<void>;
  /** Only now does the file get its name, and only when every byte is on the disk. */
  finish: () => Promise<void>;
  abort: () => Promise<void>;
};

export async function openBackupWriter(path: string, head: StoredHead): Promise<BackupWriter> {
  const temporary = `${path}.tmp`;
  const failed = (error: unknown) => {
    throw asWriteError(error, path);
  };
  const handle = await fs.open(temporary, 'w').catch(failed);
  let totals = NO_CHUNKS;
  let queue: Promise<void> = Promise.resolve();

  async function discard(): Promise<void> {
    await handle.close().catch(() => undefined);
    await fs.rm(temporary, { force: true });
  }

  /** In the order of the calls, also when the caller does not wait; the first failure stays. */
  function append(...parts: Uint8Array[]): Promise<void> {
    queue = queue.then(async () => {
      for (const part of parts) await handle.writeFile(part);
    });
    return queue.catch(failed);
  }

  await append(encodeHead(head)).catch(async (error) => {
    await discard();
    throw error;
  });

  return {
    write: async (chunk) => {
      // A chunk of length zero would read as the trailer.
      if (chunk.length === 0) return;
      const crc = crc32(chunk);
      totals = addChunk(totals, chunk.length, crc);
      await append(encodeChunkHead(chunk.length, crc), chunk);
    },
    finish: async () => {
      try {
        await append(encodeTrailer(totals));
        await handle.sync();
        await handle.close();
        await publishFile(temporary, path);
      } catch (error) {
        await discard();
        failed(error);
      }
    },
    abort: async () => {
      await queue.catch(() => undefined);
      await discard();
    },
  };
}
