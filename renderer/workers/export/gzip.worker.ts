import { type GzipAnswer, type GzipQuestion, gzipHere } from './gzip-stream';

/** One stream, in the order of the questions; ends with its answer. */
const stream = gzipHere();
let queue: Promise<void> = Promise.resolve();

const answer = (message: GzipAnswer, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

async function take(question: GzipQuestion): Promise<void> {
  if (question) {
    await stream.write(question);
    answer({ kind: 'taken' });
    return;
  }
  const parts = await stream.end();
  answer({ kind: 'packed', parts }, [...new Set(parts.map((part) => part.buffer as ArrayBuffer))]);
}

self.onmessage = ({ data }: MessageEvent<GzipQuestion>) => {
  // A failure ends the worker, which its caller hears.
  queue = queue.then(() => take(data));
  queue.catch((error: unknown) => {
    setTimeout(() => {
      throw error;
    });
  });
};
