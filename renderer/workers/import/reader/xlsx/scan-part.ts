import { LIMITS } from './limits';
import type { ByteSource } from './part-bytes';
import { Refusal } from './refusals';

/** Reads what is whole in `bytes[0, end)` and returns where it stopped. */
export type Scan = (bytes: Uint8Array, end: number) => number;

const BATCH_BYTES = 1 << 18;

/**
 * Leads a part through `scan`, which may stop anywhere: what it left comes again with more behind it.
 * Pieces are gathered to a batch, because cells at its end take the long way. A long run without an end
 * is not looked at again before it has doubled, so time stays linear.
 */
export async function scanPart(
  source: ByteSource,
  scan: Scan,
  batchBytes = BATCH_BYTES,
): Promise<void> {
  let buffer = new Uint8Array(2 * BATCH_BYTES);
  let end = 0;
  let lookAgainAt = batchBytes;
  for (let piece = await source(); piece; piece = await source()) {
    if (end + piece.length > buffer.length) {
      const wider = new Uint8Array(Math.max(buffer.length * 2, end + piece.length));
      wider.set(buffer.subarray(0, end));
      buffer = wider;
    }
    buffer.set(piece, end);
    end += piece.length;
    if (end < lookAgainAt) continue;
    const done = scan(buffer, end);
    buffer.copyWithin(0, done, end);
    end -= done;
    if (end > LIMITS.tokenBytes) throw new Refusal('too-large');
    lookAgainAt = Math.max(end * 2, batchBytes);
  }
  // White space after the root is all that may be left.
  if (scan(buffer, end) !== end) throw new Refusal('damaged');
}
