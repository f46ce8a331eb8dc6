import { type ErrorData, ExpectedError } from '@shared/lib/errors';
import type { ReadFile, ReadOptions } from './read-sheets';
import { patienceMs } from './watchdog.rules';

export type ReaderQuestion = { bytes: Uint8Array; name: string; options: ReadOptions };
/** `begun` comes first, once the reader's own code is there and only the file takes time. */
export type ReaderAnswer =
  | { kind: 'begun' }
  | { kind: 'read'; file: ReadFile }
  | { kind: 'refused'; code: string; data: ErrorData }
  | { kind: 'failed'; message: string };

/**
 * Reads the file beside this worker; `signal` stops it at once, and so does a file that keeps the
 * reader busy beyond all measure. Takes the bytes over.
 */
export function readInWorker(
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal,
  options: ReadOptions = {},
): Promise<ReadFile> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), {
    type: 'module',
    name: 'spreadsheet reader',
  });
  const limitMs = patienceMs(bytes);
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  return new Promise<ReadFile>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new ExpectedError('import-cancelled')));
    worker.onerror = (event) => reject(new Error(event.message || 'the reader failed to start'));
    worker.onmessageerror = () => reject(new Error('the reader sent what cannot be read'));
    worker.onmessage = (event: MessageEvent<ReaderAnswer>) => {
      const answer = event.data;
      if (answer.kind === 'begun') {
        const tooLong = () => reject(new ExpectedError('import-took-too-long', { file: name }));
        watchdog = setTimeout(tooLong, limitMs);
      } else if (answer.kind === 'read') resolve(answer.file);
      else if (answer.kind === 'refused') reject(new ExpectedError(answer.code, answer.data));
      else reject(new Error(answer.message));
    };
    if (signal.aborted) reject(new ExpectedError('import-cancelled'));
    else worker.postMessage({ bytes, name, options } satisfies ReaderQuestion, [bytes.buffer]);
  }).finally(() => {
    clearTimeout(watchdog);
    worker.terminate();
  });
}
