import { type GzipAnswer, type GzipQuestion, type GzipStream, gzipHere } from './gzip-stream';

/** Compresses what comes through the port that it is given, one stream after another. */
self.onmessage = ({ data: port }: MessageEvent<MessagePort>) => {
  let stream: GzipStream | undefined;
  let queue: Promise<void> = Promise.resolve();
  const answer = (message: GzipAnswer, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);

  async function take(question: GzipQuestion): Promise<void> {
    stream ??= gzipHere();
    if (question) {
      await stream.write(question);
      answer({ kind: 'taken' });
      return;
    }
    const parts = await stream.end();
    stream = undefined;
    const buffers = new Set(parts.map((part) => part.buffer as ArrayBuffer));
    answer({ kind: 'packed', parts }, [...buffers]);
  }

  port.onmessage = (event: MessageEvent<GzipQuestion>) => {
    queue = queue
      .then(() => take(event.data))
      .catch((error: unknown) => {
        answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      });
  };
};
