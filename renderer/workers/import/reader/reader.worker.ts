import { ExpectedError } from '@shared/lib/errors';
import type { ReaderAnswer, ReaderQuestion } from './read-in-worker';
import { type ReadFile, readSheets } from './read-sheets';

/** What a read file's numbers lie in: handed over instead of copied. */
function packedArrays({ sheets }: ReadFile): ArrayBufferLike[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const { columns, texts } of sheets) {
    for (const { kinds, values } of columns) buffers.add(kinds.buffer).add(values.buffer);
    for (const { ends } of texts.blocks) buffers.add(ends.buffer);
  }
  return [...buffers];
}

async function answer({ bytes, name, options }: ReaderQuestion): Promise<void> {
  self.postMessage({ kind: 'begun' } satisfies ReaderAnswer);
  try {
    const file = await readSheets(bytes, name, options);
    const read: ReaderAnswer = { kind: 'read', file };
    self.postMessage(read, { transfer: packedArrays(file) });
  } catch (error) {
    const failed: ReaderAnswer =
      error instanceof ExpectedError
        ? { kind: 'refused', code: error.code, data: error.data }
        : { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    self.postMessage(failed);
  }
}

/** Reads one file and ends; a worker of its own, so that a long reading can be stopped at once. */
self.onmessage = (event: MessageEvent<ReaderQuestion>) => {
  void answer(event.data);
};
