import { ExpectedError } from '@shared/lib/errors';
import { TextDecoder, TextEncoder } from '@shared/lib/text-codec';
import { z } from 'zod';
import { PROTOCOL_VERSION } from './wire';

/**
 * One part of a state of the workspace: records that the same laptops may see, a megabyte or a few of
 * them. Like a frame of the log, but without an operation: `u32 bytes of the header · the header as
 * JSON · the list of records · the contents`.
 */
const checkpointPartHeader = z.object({
  protocol: z.number().int().positive(),
  scopes: z.array(z.string().min(1).max(60)).min(1).max(200),
  /** Bytes of the list of records (`shared/sync/part.ts`; empty in an undivided state), and of the contents. */
  index: z.number().int().nonnegative(),
  body: z.number().int().nonnegative(),
  form: z.enum(['gzip', 'sealed']),
});

export type CheckpointPart = {
  scopes: readonly string[];
  form: 'gzip' | 'sealed';
  index: Uint8Array;
  body: Uint8Array;
};

const LENGTH_BYTES = 4;
const MAX_HEADER_BYTES = 64 * 1024;

export function encodeCheckpointPart(part: CheckpointPart): Uint8Array<ArrayBuffer> {
  const { scopes, form, index, body } = part;
  const header = {
    protocol: PROTOCOL_VERSION,
    scopes,
    index: index.byteLength,
    body: body.byteLength,
    form,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const chunks = [head, index, body];
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, LENGTH_BYTES));
  new DataView(bytes.buffer).setUint32(0, head.byteLength);
  let place = LENGTH_BYTES;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.byteLength;
  }
  return bytes;
}

/** The reverse, without a copy; `frame-damaged` where it is cut short, runs over, or is none. */
export function decodeCheckpointPart(bytes: Uint8Array): CheckpointPart {
  if (bytes.byteLength < LENGTH_BYTES) throw new ExpectedError('frame-damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0);
  const begin = LENGTH_BYTES + length;
  if (length > MAX_HEADER_BYTES || begin > bytes.byteLength)
    throw new ExpectedError('frame-damaged');
  const { scopes, form, index, body, protocol } = parseHeader(bytes.subarray(LENGTH_BYTES, begin));
  if (protocol > PROTOCOL_VERSION) throw new ExpectedError('protocol-newer');
  if (begin + index + body !== bytes.byteLength) throw new ExpectedError('frame-damaged');
  return {
    scopes,
    form,
    index: bytes.subarray(begin, begin + index),
    body: bytes.subarray(begin + index),
  };
}

function parseHeader(bytes: Uint8Array): z.infer<typeof checkpointPartHeader> {
  try {
    return checkpointPartHeader.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new ExpectedError('frame-damaged');
  }
}
