import { ExpectedError } from '@shared/lib/errors';

/** Two at once did the same, or stood in each other's way: the database undid one of them. */
const AGAIN = new Set(['40001', '40P01', '23505']);
/** The database restarts, is full of work, or took too long. */
const BUSY = /^(?:08|53|55P03|57)|^E(?:CONN|PIPE|TIMEDOUT)/;
const TRIES = 3;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What one transaction does, once more if another was in its way. */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!AGAIN.has(codeOf(error))) throw error;
      if (tries === TRIES) throw new ExpectedError('busy');
    }
  }
}

/** Whether it is the database that cannot answer now, rather than the hub that is wrong. */
export const isBusy = (error: unknown): boolean =>
  BUSY.test(codeOf(error)) ||
  (error instanceof Error && /connection terminated|timeout/i.test(error.message));
