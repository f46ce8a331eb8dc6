import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { JournalFrame, JournalState } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { syncFolder } from '../files/atomic-write';
import { pickNewFrames } from './append.rules';
import { listDamagedPieces, readDamagedSeq } from './damaged-pieces';
import { pickPrunable } from './prune.rules';
import { readFramesAfter } from './read-frames';
import { listSegments } from './segment-files';
import { createSegment, openTail, type Tail } from './tail';

/** The append-only record of every committed operation, outside the window's own database. */
export type Journal = {
  readState: () => Promise<JournalState>;
  /** Resolves when the frames are on disk; repeats are harmless. */
  append: (databaseId: string, frames: readonly JournalFrame[]) => Promise<JournalState>;
  read: (afterSeq: number) => Promise<JournalFrame[]>;
  /** Moves all segments into `retired-<time>/`, where they are kept. */
  retire: () => Promise<void>;
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

const EIGHT_MB = 8 * 1024 * 1024;

export function createJournal(folder: string, options: JournalOptions = {}): Journal {
  const { nowMs = Date.now, rotateBytes = EIGHT_MB, pageBytes = EIGHT_MB } = options;
  let tail: Tail | null = null;
  let isOpen = false;
  let truncatedBytes = 0;
  let damagedSeq = 0;
  let queue: Promise<unknown> = Promise.resolve();

  /** One thing at a time: two batches may never interleave in the file. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  }

  async function open(): Promise<void> {
    if (isOpen) return;
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
        await open();
        if (tail !== null && tail.databaseId !== databaseId) {
          throw new ExpectedError('journal-other-database');
        }
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

    read: (afterSeq) =>
      inTurn(async () => {
        await open();
        return readFramesAfter(await listSegments(folder), afterSeq, pageBytes);
      }),

    retire: () =>
      inTurn(async () => {
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

    close: () => inTurn(closeTail),
  };
}
