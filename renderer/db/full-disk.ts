import { ExpectedError } from '@shared/lib/errors';
import { bridge } from '@/platform/bridge';
import { launch } from '@/platform/launch';

/** With less than this the database cannot be relied on to write its own log. */
const LEAST_FREE_BYTES = 1_000_000;

/** Since when this window has met a full disk; its connections to the database are dead from then. */
let hasBeenFull = false;

export async function isDiskFull(): Promise<boolean> {
  return (await bridge.freeSpace()).freeBytes < LEAST_FREE_BYTES;
}

/**
 * Chromium reports a full disk under many names, most often as a transaction that was aborted, and
 * never says which disk; main knows both. Any other failure stays what it is. Who tries again after
 * making room gets a window with a living connection.
 */
export async function tellFullDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isExpected = error instanceof ExpectedError;
    if (isExpected && (error.code !== 'disk-full' || error.data.folder !== undefined)) throw error;
    if (isExpected || (await isDiskFull())) {
      hasBeenFull = true;
      throw new ExpectedError('disk-full', { folder: launch.dataFolder });
    }
    if (hasBeenFull) window.location.reload();
    throw error;
  }
}

/** Here the step itself is committed; only its copy outside the database has found no room. */
export function tellUnwrittenJournal(error: unknown): unknown {
  const isFull = error instanceof ExpectedError && error.code === 'disk-full';
  return isFull ? new ExpectedError('journal-disk-full', error.data) : error;
}
