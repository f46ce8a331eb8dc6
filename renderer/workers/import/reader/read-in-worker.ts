import { type ErrorData, ExpectedError } from '@shared/lib/errors';
import type { ReadFile, ReadOptions } from './read-sheets';

export type ReaderQuestion = { bytes: Uint8Array; name: string; options: ReadOptions };
export type ReaderAnswer =
  | { kind: 'read'; file: ReadFile }
  | { kind: 'refused'; code: string; data: ErrorData }
  | { kind: 'failed'; message: string };

/** Reads the file beside this worker; `signal` stops it at once. Takes the bytes over. */
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
  return new Promise<ReadFile>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new ExpectedError('import-cancelled')));
    worker.onerror = (event) => reject(new Error(event.message || 'the reader failed to start'));
    worker.onmessageerror = () => reject(new Error('the reader sent what cannot be read'));
    worker.onmessage = (event: MessageEvent<ReaderAnswer>) => {
      const answer = event.data;
      if (answer.kind === 'read') resolve(answer.file);
      else if (answer.kind === 'refused') reject(new ExpectedError(answer.code, answer.data));
      else reject(new Error(answer.message));
    };
    if (signal.aborted) reject(new ExpectedError('import-cancelled'));
    else worker.postMessage({ bytes, name, options } satisfies ReaderQuestion, [bytes.buffer]);
  }).finally(() => worker.terminate());
}
