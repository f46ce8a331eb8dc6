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

/** Nobody came with a file: the reader's memory is worth more than a moment of the next one's time. */
const SPARE_FOR_MS = 10 * 60_000;

let spare: Worker | undefined;
let spareTimer: ReturnType<typeof setTimeout> | undefined;

function startReader(): Worker {
  return new Worker(new URL('./reader.worker.ts', import.meta.url), {
    type: 'module',
    name: 'spreadsheet reader',
  });
}

/** The reader that waits, which is then the caller's; undefined where none does. */
function takeSpare(): Worker | undefined {
  const taken = spare;
  spare = undefined;
  clearTimeout(spareTimer);
  return taken;
}

/** Starts a reader that waits for the next file, unless one does already. */
export function keepReaderReady(): void {
  if (spare) return;
  const ready = startReader();
  spare = ready;
  const dismiss = () => {
    ready.terminate();
    if (spare === ready) takeSpare();
  };
  // The next file starts one of its own, and tells whoever brought it what is wrong.
  ready.onerror = dismiss;
  spareTimer = setTimeout(dismiss, SPARE_FOR_MS);
}

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
  const worker = takeSpare() ?? startReader();
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
