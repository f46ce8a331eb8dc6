import { ExpectedError } from '@shared/lib/errors';
import { TextDecoder, TextEncoder } from '@shared/lib/text-codec';
import { z } from 'zod';
import { opSchema } from './op';

export const PROTOCOL_VERSION = 1;

const bytesSchema = z.number().int().nonnegative().max(0xffff_ffff);
const scopeSchema = z.string().min(1).max(60);

/**
 * What part of an operation some laptops may see. `index` names the records of which it speaks
 * (`shared/sync/part.ts`), so that the hub can judge without reading the changes; it is empty in a
 * workspace that is not divided.
 */
const wirePartSchema = z.object({
  scopes: z.array(scopeSchema).min(1).max(200),
  /** Bytes of the list of records, and of the changes, in the order in which they follow. */
  index: bytesSchema,
  body: bytesSchema,
  form: z.enum(['gzip', 'sealed']),
});

export const wireHeaderSchema = z.object({
  protocol: z.number().int().positive(),
  op: opSchema.omit({ changes: true, hasPayload: true, base: true, moves: true, isPulled: true }),
  /** Its number in the hub's log; absent on the way there. */
  seq: z.number().int().positive().optional(),
  /** The newest number of the hub's log that its author knew when it was written. */
  base: z.number().int().nonnegative(),
  /** Who worked at the laptop, as they named themselves. */
  by: z.string().max(60).optional(),
  /** A large operation comes in pieces, all under one number of the log; absent when it is whole. */
  piece: z
    .object({ n: z.number().int().nonnegative(), of: z.number().int().min(2).max(100_000) })
    .optional(),
  parts: z.array(wirePartSchema).max(1000),
});
export type WireHeader = z.infer<typeof wireHeaderSchema>;

/** One operation on its way: its header, and of each part the list of records and the changes. */
export type Frame = {
  header: WireHeader;
  parts: readonly { index: Uint8Array; body: Uint8Array }[];
};

const LENGTH_BYTES = 4;

/** `u32 bytes of the header · the header as JSON · of each part its index, then its body`. */
export function encodeFrame({ header, parts }: Frame): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const chunks = [head, ...parts.flatMap(({ index, body }) => [index, body])];
  const size = chunks.reduce((sum, chunk) => sum + chunk.byteLength, LENGTH_BYTES);
  const frame = new Uint8Array(size);
  new DataView(frame.buffer).setUint32(0, head.byteLength);
  let place = LENGTH_BYTES;
  for (const chunk of chunks) {
    frame.set(chunk, place);
    place += chunk.byteLength;
  }
  return frame;
}

/**
 * The frames that lie one after another in `bytes`; `frame-damaged` where they are cut short, run
 * over, or their header is none. `maxHeaderBytes` bounds what is parsed before anything is known.
 */
export function* decodeFrames(
  bytes: Uint8Array,
  maxHeaderBytes: number,
): Generator<Frame, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = 0;
  const take = (length: number): Uint8Array => {
    if (place + length > bytes.byteLength) throw new ExpectedError('frame-damaged');
    place += length;
    return bytes.subarray(place - length, place);
  };
  while (place < bytes.byteLength) {
    take(LENGTH_BYTES);
    const length = view.getUint32(place - LENGTH_BYTES);
    if (length > maxHeaderBytes) throw new ExpectedError('frame-damaged');
    const header = parseHeader(take(length));
    yield {
      header,
      parts: header.parts.map(({ index, body }) => ({ index: take(index), body: take(body) })),
    };
  }
  return undefined;
}

function parseHeader(bytes: Uint8Array): WireHeader {
  try {
    const text = new TextDecoder().decode(bytes);
    return wireHeaderSchema.parse(JSON.parse(text));
  } catch {
    throw new ExpectedError('frame-damaged');
  }
}
