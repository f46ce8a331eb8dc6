import { ExpectedError } from '@shared/lib/errors';
import type { ReaderAnswer, ReaderQuestion } from './read-in-worker';
import { readSheets } from './read-sheets';

/** Reads one file and ends; a worker of its own, so that a long reading can be stopped at once. */
self.onmessage = (event: MessageEvent<ReaderQuestion>) => {
  const { bytes, name } = event.data;
  let answer: ReaderAnswer;
  try {
    answer = { kind: 'read', file: readSheets(bytes, name) };
  } catch (error) {
    answer =
      error instanceof ExpectedError
        ? { kind: 'refused', code: error.code, data: error.data }
        : { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
};
