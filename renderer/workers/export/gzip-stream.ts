/** Bytes in, gzip out; `write` resolves when there is room for more. */
export type GzipStream = {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  end(): Promise<Uint8Array[]>;
};

/** Compresses where it is called. */
export function gzipHere(): GzipStream {
  const { writable, readable } = new CompressionStream('gzip');
  const writer = writable.getWriter() as WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  const packed = collect(readable);
  // Told by `end`; without a listener a failure would count as nobody's.
  packed.catch(() => undefined);
  return {
    write: (bytes) => writer.write(bytes),
    end: async () => {
      await writer.close();
      return packed;
    },
  };
}

async function collect(readable: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
  }
  return parts;
}

/** `null` ends a stream; what comes next begins another. */
export type GzipQuestion = Uint8Array<ArrayBuffer> | null;
export type GzipAnswer =
  | { kind: 'taken' }
  | { kind: 'packed'; parts: Uint8Array[] }
  | { kind: 'failed'; message: string };

/** Chunks on their way to the other thread. */
const AT_ONCE = 4;

/**
 * Compresses at the other end of a port, so that the markup of the next rows is made meanwhile: the
 * two take about as long. One stream at a time.
 */
function gzipBeside(port: MessagePort): GzipStream {
  let underWay = 0;
  let failed: Error | undefined;
  let wake = () => {};
  let packed: Uint8Array[] | undefined;
  port.onmessage = ({ data }: MessageEvent<GzipAnswer>) => {
    if (data.kind === 'taken') underWay -= 1;
    else if (data.kind === 'packed') packed = data.parts;
    else failed = new Error(data.message);
    wake();
  };

  async function until(isReached: () => boolean): Promise<void> {
    while (!isReached()) {
      if (failed) throw failed;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    write: async (bytes) => {
      await until(() => underWay < AT_ONCE);
      underWay += 1;
      // A copy: the writer goes on with the same buffer.
      const own = bytes.slice();
      port.postMessage(own satisfies GzipQuestion, [own.buffer]);
    },
    end: async () => {
      port.postMessage(null satisfies GzipQuestion);
      await until(() => packed !== undefined);
      return packed ?? [];
    },
  };
}

let compressor: MessagePort | undefined;

/** From now on streams go through this port; another worker listens at its other end. */
export function compressBeside(port: MessagePort): void {
  compressor = port;
}

/** Beside where somebody is there to do it; the same bytes either way. */
export const gzipStream = (): GzipStream => (compressor ? gzipBeside(compressor) : gzipHere());
