import { Refusal, Unrecognised } from './refusals';
import type { ZipEntry } from './zip-directory';

/** Bytes piece by piece; `undefined` at the end. A piece is only good until the next is asked for. */
export type ByteSource = () => Promise<Uint8Array | undefined>;

const STORED = 0;
const DEFLATED = 8;
/** So small that even the most packed piece unfolds to no more than 32 MB. */
const PIECE_BYTES = 32_768;

/** Deflated bytes dressed as gzip: the browser then checks sum and size itself, and fast. */
function* gzipPieces(bytes: Uint8Array, entry: ZipEntry): Generator<Uint8Array<ArrayBuffer>> {
  yield new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const end = entry.start + entry.packedSize;
  for (let at = entry.start; at < end; at += PIECE_BYTES) {
    yield bytes.slice(at, Math.min(end, at + PIECE_BYTES));
  }
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, entry.crc, true);
  trailer.setUint32(4, entry.size >>> 0, true);
  yield new Uint8Array(trailer.buffer);
}

function inflated(bytes: Uint8Array, entry: ZipEntry): ByteSource {
  const pieces = gzipPieces(bytes, entry);
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  let size = 0;
  return async () => {
    const { value } = await reader.read().catch(() => {
      throw new Refusal('damaged');
    });
    size += value?.length ?? 0;
    if (value ? size > entry.size : size !== entry.size) throw new Refusal('damaged');
    return value;
  };
}

function stored(bytes: Uint8Array, entry: ZipEntry): ByteSource {
  if (entry.size !== entry.packedSize) throw new Refusal('damaged');
  let at = entry.start;
  const end = at + entry.size;
  return async () => {
    if (at >= end) return undefined;
    const from = at;
    at = Math.min(end, from + PIECE_BYTES * 8);
    return bytes.subarray(from, at);
  };
}

/** An entry's content. Never gives more than the directory says: that size was judged before. */
export function entryBytes(bytes: Uint8Array, entry: ZipEntry): ByteSource {
  if (entry.isEncrypted) throw new Refusal('encrypted');
  if (entry.method === STORED) return stored(bytes, entry);
  if (entry.method === DEFLATED) return inflated(bytes, entry);
  throw new Unrecognised(`packing method ${entry.method}`);
}
