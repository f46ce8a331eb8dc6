import { gunzipSync, gzipSync } from 'fflate';
import { z } from 'zod';
import { ExpectedError } from '../lib/errors';
import { packIds, unpackIds } from '../lib/pack-ids';
import { TextDecoder, TextEncoder } from '../lib/text-codec';

/** The records of which a part speaks, entity by entity; every change in its body is about one of them. */
export type PartIndex = Record<string, string[]>;

const storedIndex = z.record(z.string().min(1).max(60), z.string());
/** Bytes of an index once unpacked: a page of a large operation names a few thousand records. */
export const MAX_INDEX_BYTES = 8 * 1024 * 1024;
const UNPACK_MARGIN = 64;

export function encodeIndex(index: PartIndex): Uint8Array {
  const packed = Object.entries(index).map(([entity, ids]) => [entity, packIds(ids)]);
  return gzipSync(new TextEncoder().encode(JSON.stringify(Object.fromEntries(packed))));
}

/** Empty bytes are an empty index; `frame-damaged` where it is none, or would unpack beyond all measure. */
export function decodeIndex(bytes: Uint8Array): PartIndex {
  if (bytes.byteLength === 0) return {};
  try {
    const stored = storedIndex.parse(JSON.parse(new TextDecoder().decode(unpack(bytes))));
    return Object.fromEntries(
      Object.entries(stored).map(([entity, ids]) => [entity, unpackIds(ids)]),
    );
  } catch {
    throw new ExpectedError('frame-damaged');
  }
}

/** The size that gzip names at its end bounds what is allotted; a lie about it fails the unpacking. */
function unpack(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes.byteLength < 4 ? 0 : view.getUint32(bytes.byteLength - 4, true);
  if (size > MAX_INDEX_BYTES) throw new ExpectedError('frame-damaged');
  const out = gunzipSync(bytes, { out: new Uint8Array(size + UNPACK_MARGIN) });
  if (out.byteLength !== size) throw new ExpectedError('frame-damaged');
  return out;
}
