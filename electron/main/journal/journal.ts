import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { JournalFrame, JournalState } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { syncFolder } from '../files/atomic-write';
import { pickNewFrames } from './append.rules';
import { listDamagedPieces, readDamagedSeq } from './damaged-pieces';
import { type FrameStream, openFrameStream } from './frame-stream';
import { pickPrunable } from './prune.rules';
import { readFramesAfter } from './read-frames';
import { listSegments, removeUnfinished } from './segment-files';
import { createSegment, makeTail, openTail, type Tail } from './tail';

/** The append-only record of every committed operation, outside the window's own database. */
export type Journal = {
  readState: () => Promise<JournalState>;
  /** Resolves when the frames are on disk; repeats are harmless. */
  append: (databaseId: string, frames: readonly JournalFrame[]) => Promise<JournalState>;
  /** A frame too large for one message: a token for its blocks, or null when it is here already. */
  begin: (databaseId: string, seq: number, header: string) => Promise<string | null>;
  write: (token: string, block: Uint8Array) => Promise<void>;
  /** Resolves when the frame is on disk; before that nothing of it counts. */
  finish: (token: string) => Promise<JournalState>;
  abort: (token: string) => Promise<void>;
  read: (afterSeq: number) => Promise<JournalFrame[]>;
  /** Moves all segments into `retired-<time>/`, where they are kept. */
  retire: () => Promise<void>;
  /**
   * Deletes everything up to a number for good, what was set aside included, once a copy covers it.
   * False, and nothing is touched, when later operations are in it.
   */
  forget: (upToSeq: number) => Promise<boolean>;
  /** Deletes segments that the kept backups cover; returns how many. */
  prune: (backups: readonly { databaseId: string; lastSeq: number }[]) => Promise<number>;
  close: () => Promise<void>;
};

export type JournalOptions = {
  nowMs?: () => number;
  rotateBytes?: number;
  pageBytes?: number;
  logRepair?: (event: string, numbers: Record<string, number>) => void;
};

const RETIRED = /^retired-\d+$/;
const EIGHT_MB = 8 * 1024 * 1024;

export function createJournal(folder: string, options: JournalOptions = {}): Journal {
  const { nowMs = Date.now, rotateBytes = EIGHT_MB, pageBytes = EIGHT_MB } = options;
  let tail: Tail | null = null;
  let isOpen = false;
  let truncatedBytes = 0;
  let damagedSeq = 0;
  let stream: FrameStream | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One thing at a time: two batches may never interleave in the file. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  }

  async function open(): Promise<void> {
    if (isOpen) return;
    await removeUnfinished(folder);
    const opened = await openTail(folder, nowMs());
    tail = opened.tail;
    truncatedBytes = opened.truncatedBytes;
    damagedSeq = await readDamagedSeq(folder, tail?.lastSeq ?? 0);
    isOpen = true;
    if (truncatedBytes > 0) options.logRepair?.('journal-tail-cut', { truncatedBytes });
  }

  async function describe(): Promise<JournalState> {
    const segments = await listSegments(folder);
    return {
      databaseId: tail?.databaseId ?? null,
      firstSeq: segments[0]?.firstSeq ?? 0,
      lastSeq: tail?.lastSeq ?? 0,
      bytes: segments.reduce((sum, segment) => sum + segment.bytes, 0),
      truncatedBytes,
      damagedSeq,
    };
  }

  /** Whose window died, or who begins something else, does not finish it. */
  async function dropStream(): Promise<void> {
    const dropped = stream;
    stream = null;
    await dropped?.abort();
  }

  function takeStream(token: string): FrameStream {
    if (stream?.token !== token) throw new ExpectedError('token-unknown');
    return stream;
  }

  /** Ready to take frames of this database. */
  async function openFor(databaseId: string): Promise<void> {
    await dropStream();
    await open();
    if (tail !== null && tail.databaseId !== databaseId) {
      throw new ExpectedError('journal-other-database');
    }
  }

  async function closeTail(): Promise<void> {
    const closing = tail;
    tail = null;
    isOpen = false;
    await closing?.close();
  }

  return {
    readState: () =>
      inTurn(async () => {
        await open();
        return describe();
      }),

    append: (databaseId, frames) =>
      inTurn(async () => {
        await openFor(databaseId);
        const fresh = pickNewFrames(frames, tail?.lastSeq ?? null);
        const first = fresh[0];
        if (first !== undefined) {
          if (tail === null || tail.bytes >= rotateBytes) {
            const next = await createSegment(folder, { databaseId, firstSeq: first.seq }, fresh);
            await tail?.close();
            tail = next;
          } else {
            try {
              await tail.append(fresh);
            } catch (error) {
              // What is in the file now is uncertain: look again before the next batch.
              if (!(error instanceof ExpectedError)) await closeTail();
              throw error;
            }
          }
        }
        return describe();
      }),

    begin: (databaseId, seq, header) =>
      inTurn(async () => {
        await openFor(databaseId);
        const frame = { seq, header, payload: new Uint8Array() };
        if (pickNewFrames([frame], tail?.lastSeq ?? null).length === 0) return null;
        stream = await openFrameStream(folder, { databaseId, firstSeq: seq }, header);
        return stream.token;
      }),

    // Not in turn: the stream keeps its own order, and compresses several blocks at a time.
    write: async (token, block) => takeStream(token).write(block),

    finish: (token) =>
      inTurn(async () => {
        const { finish, seq, databaseId } = takeStream(token);
        stream = null;
        const { path, bytes } = await finish();
        await tail?.close();
        tail = await makeTail({ path, databaseId, lastSeq: seq, bytes });
        return describe();
      }),

    abort: (token) =>
      inTurn(async () => {
        if (stream?.token === token) await dropStream();
      }),

    read: (afterSeq) =>
      inTurn(async () => {
        await open();
        return readFramesAfter(await listSegments(folder), afterSeq, pageBytes);
      }),

    retire: () =>
      inTurn(async () => {
        await dropStream();
        await closeTail();
        truncatedBytes = 0;
        const segments = await listSegments(folder);
        const pieces = await listDamagedPieces(folder);
        if (segments.length === 0 && pieces.length === 0) return;
        const aside = join(folder, `retired-${nowMs()}`);
        await fs.mkdir(aside, { recursive: true });
        // Newest first: a half-done retirement leaves a journal that is only shorter.
        for (const segment of segments.reverse()) {
          await fs.rename(segment.path, join(aside, segment.name));
        }
        for (const piece of pieces) await fs.rename(join(folder, piece), join(aside, piece));
        await syncFolder(aside);
        await syncFolder(folder);
      }),

    forget: (upToSeq) =>
      inTurn(async () => {
        await open();
        if (stream !== null || (tail !== null && tail.lastSeq > upToSeq)) return false;
        await closeTail();
        // Oldest first: what a killed process leaves still continues the newest copy.
        for (const segment of await listSegments(folder)) await fs.rm(segment.path);
        for (const piece of await listDamagedPieces(folder)) await fs.rm(join(folder, piece));
        for (const name of await fs.readdir(folder)) {
          if (RETIRED.test(name)) await fs.rm(join(folder, name), { recursive: true });
        }
        await syncFolder(folder);
        return true;
      }),

    prune: (backups) =>
      inTurn(async () => {
        await open();
        const databaseId = tail?.databaseId;
        const segments = await listSegments(folder);
        const spans = segments.map((segment, index) => ({
          ...segment,
          lastSeq: (segments[index + 1]?.firstSeq ?? Number.POSITIVE_INFINITY) - 1,
        }));
        const own = backups.filter((backup) => backup.databaseId === databaseId);
        const prunable = pickPrunable(
          spans,
          own.map((backup) => backup.lastSeq),
        );
        for (const segment of prunable) await fs.rm(segment.path, { force: true });
        return prunable.length;
      }),

    close: () =>
      inTurn(async () => {
        await dropStream();
        await closeTail();
      }),
  };
}
