import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { encodeBlockHead, PAYLOAD_MAGIC } from '@shared/contracts/journal-payload';
import { publishFile } from '../files/atomic-write';
import { crc32 } from '../files/crc32';
import { asWriteError } from '../files/fs-errors';
import { pack } from '../files/gzip';
import { encodeFrameStart, encodeHead, encodeSum, type SegmentHead } from './frame-codec';
import { nameSegment, TEMPORARY } from './segment-files';

/**
 * One large frame on its way into a segment of its own. The segment has its name only once the frame
 * is whole and on the disk: whatever ends before that leaves nothing.
 */
export type FrameStream = {
  readonly token: string;
  readonly seq: number;
  readonly databaseId: string;
  /** Blocks keep the order of the calls, also when the caller does not wait. */
  write: (block: Uint8Array) => Promise<void>;
  /** Resolves to the segment's size. */
  finish: () => Promise<{ path: string; bytes: number }>;
  abort: () => Promise<void>;
};

export async function openFrameStream(
  folder: string,
  head: SegmentHead,
  header: string,
): Promise<FrameStream> {
  const path = join(folder, nameSegment(head.firstSeq));
  const temporary = `${path}${TEMPORARY}`;
  const failed = (error: unknown): never => {
    throw asWriteError(error, path);
  };
  const handle = await fs.open(temporary, 'w').catch(failed);
  const segmentHead = encodeHead(head);
  const { fixed, headerBytes } = encodeFrameStart(head.firstSeq, header);
  let bodyBytes = 0;
  let crc = 0;
  let queue: Promise<void> = Promise.resolve();

  function append(parts: () => Promise<readonly Uint8Array[]>): Promise<void> {
    const ready = parts();
    // A failure is heard by whoever waits for the queue.
    ready.catch(() => undefined);
    queue = queue.then(async () => {
      for (const part of await ready) {
        await handle.writeFile(part);
        crc = crc32(part, crc);
        bodyBytes += part.length;
      }
    });
    queue.catch(() => undefined);
    return queue.catch(failed);
  }

  async function discard(): Promise<void> {
    await queue.catch(() => undefined);
    await handle.close().catch(() => undefined);
    await fs.rm(temporary, { force: true });
  }

  try {
    // Length and sum are not known yet; their place is filled in at the end.
    await handle.writeFile(segmentHead);
    await handle.writeFile(encodeSum(0, 0));
    await append(async () => [fixed, headerBytes, PAYLOAD_MAGIC]);
  } catch (error) {
    await discard();
    return failed(error);
  }

  return {
    token: randomUUID(),
    seq: head.firstSeq,
    databaseId: head.databaseId,
    write: (block) =>
      append(async () => {
        const packed = await pack(block);
        return [encodeBlockHead('gzip', packed.length), packed];
      }),
    finish: async () => {
      try {
        await queue;
        const sum = encodeSum(bodyBytes, crc);
        await handle.write(sum, 0, sum.length, segmentHead.length);
        await handle.sync();
        await handle.close();
        await publishFile(temporary, path);
      } catch (error) {
        await discard();
        failed(error);
      }
      return { path, bytes: segmentHead.length + encodeSum(0, 0).length + bodyBytes };
    },
    abort: discard,
  };
}
