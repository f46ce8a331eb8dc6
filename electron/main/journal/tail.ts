import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { JournalFrame } from '@shared/contracts/ipc';
import { publishFile, syncFolder } from '../files/atomic-write';
import { asWriteError } from '../files/fs-errors';
import { nameDamagedPiece } from './damaged-pieces';
import { encodeFrames, encodeHead, type SegmentHead, scanSegment } from './frame-codec';
import { listSegments, nameSegment, type SegmentFile, TEMPORARY } from './segment-files';

/** The last segment, open for appending. */
export type Tail = {
  readonly databaseId: string;
  readonly lastSeq: number;
  readonly bytes: number;
  append: (frames: readonly JournalFrame[]) => Promise<void>;
  close: () => Promise<void>;
};

type TailParts = { path: string; databaseId: string; lastSeq: number; bytes: number };

/** A nearly full disk takes a part without an error. */
async function writeAll(handle: fs.FileHandle, data: Buffer, position: number): Promise<void> {
  for (let done = 0; done < data.length; ) {
    const { bytesWritten } = await handle.write(data, done, data.length - done, position + done);
    done += bytesWritten;
  }
}

export async function makeTail({ path, databaseId, ...at }: TailParts): Promise<Tail> {
  const handle = await fs.open(path, 'r+');
  let { lastSeq, bytes } = at;
  return {
    databaseId,
    get lastSeq() {
      return lastSeq;
    },
    get bytes() {
      return bytes;
    },
    append: async (frames) => {
      const data = encodeFrames(frames);
      try {
        await writeAll(handle, data, bytes);
        await handle.datasync();
      } catch (error) {
        // Half a batch must not stay: the next one would be written after it and never be found.
        await handle.truncate(bytes);
        throw asWriteError(error, path);
      }
      bytes += data.length;
      lastSeq = frames.at(-1)?.seq ?? lastSeq;
    },
    close: () => handle.close(),
  };
}

/** A new segment appears under its name only with its first frames in it. */
export async function createSegment(
  folder: string,
  head: SegmentHead,
  frames: readonly JournalFrame[],
): Promise<Tail> {
  const path = join(folder, nameSegment(head.firstSeq));
  const temporary = `${path}${TEMPORARY}`;
  const data = Buffer.concat([encodeHead(head), encodeFrames(frames)]);
  try {
    const handle = await fs.open(temporary, 'w');
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await publishFile(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw asWriteError(error, path);
  }
  return makeTail({
    path,
    databaseId: head.databaseId,
    lastSeq: frames.at(-1)?.seq ?? head.firstSeq - 1,
    bytes: data.length,
  });
}

export type OpenedTail = { tail: Tail | null; truncatedBytes: number };

/**
 * Opens the last segment and cuts off what a killed process left half written. Bytes that are cut
 * although more follows them (a bad disk, not a kill) are kept beside the segment.
 */
export async function openTail(folder: string, nowMs: number): Promise<OpenedTail> {
  let truncatedBytes = 0;
  const segments = await listSegments(folder);
  for (;;) {
    const last = segments.pop();
    if (last === undefined) return { tail: null, truncatedBytes };
    const data = await fs.readFile(last.path);
    const scan = scanSegment(data);
    if (scan !== null && scan.frames.length > 0) {
      const cut = data.length - scan.goodEnd;
      if (cut > 0) await cutTail(last, data, scan.goodEnd, nowMs);
      truncatedBytes += cut;
      const tail = await makeTail({
        path: last.path,
        databaseId: scan.head.databaseId,
        lastSeq: scan.frames.at(-1)?.seq ?? scan.head.firstSeq,
        bytes: scan.goodEnd,
      });
      return { tail, truncatedBytes };
    }
    truncatedBytes += data.length;
    await fs.rename(last.path, nameDamagedPiece(last.path, nowMs));
    await syncFolder(folder);
  }
}

async function cutTail(
  segment: SegmentFile,
  data: Buffer,
  goodEnd: number,
  nowMs: number,
): Promise<void> {
  const rest = data.subarray(goodEnd);
  const isTorn = rest.length < 4 || goodEnd + 8 + data.readUInt32LE(goodEnd) > data.length;
  if (!isTorn) await fs.writeFile(nameDamagedPiece(segment.path, nowMs), rest);
  const handle = await fs.open(segment.path, 'r+');
  try {
    await handle.truncate(goodEnd);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
