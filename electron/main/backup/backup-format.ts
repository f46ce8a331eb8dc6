import { BACKUP_REASONS, backupHeaderSchema } from '@shared/contracts/ipc';
import { z } from 'zod';
import { crc32 } from '../files/crc32';

/**
 * A backup file, all little-endian:
 *
 *   head     "QDBK" · u32 format version · u32 length of the JSON · u32 CRC-32 of the JSON · JSON
 *   chunk    u32 length (> 0) · u32 CRC-32 · bytes        any number of times
 *   trailer  u32 0 · u32 chunks · f64 bytes of all chunks · u32 CRC-32 over the chunks' sums ·
 *            u32 CRC-32 of the trailer so far · "QDBE"
 *
 * Without its trailer a file was not finished; with it, a missing, added or changed piece shows.
 */
const MAGIC = Buffer.from('QDBK', 'latin1');
const END_MAGIC = Buffer.from('QDBE', 'latin1');
const FORMAT_VERSION = 1;
export const HEAD_FIXED = 16;
export const CHUNK_FIXED = 8;
export const TRAILER_BYTES = 28;
/** The head is small; more than this is no head of ours. */
const MAX_HEAD_BYTES = 1_000_000;

const storedHeadSchema = backupHeaderSchema.extend({
  createdAt: z.number().int(),
  reason: z.enum(BACKUP_REASONS),
});
export type StoredHead = z.infer<typeof storedHeadSchema>;

export function encodeHead(head: StoredHead): Buffer {
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const fixed = Buffer.alloc(HEAD_FIXED);
  MAGIC.copy(fixed);
  fixed.writeUInt32LE(FORMAT_VERSION, 4);
  fixed.writeUInt32LE(json.length, 8);
  fixed.writeUInt32LE(crc32(json), 12);
  return Buffer.concat([fixed, json]);
}

export type FixedHead =
  | { kind: 'head'; jsonBytes: number; jsonCrc: number }
  | { kind: 'newer'; version: number }
  | { kind: 'damaged' };

/** Reads the fixed part; a newer format is told apart from damage, so that it can be said. */
export function decodeFixedHead(data: Buffer): FixedHead {
  if (data.length < HEAD_FIXED || !data.subarray(0, 4).equals(MAGIC)) return { kind: 'damaged' };
  const version = data.readUInt32LE(4);
  if (version > FORMAT_VERSION) return { kind: 'newer', version };
  const jsonBytes = data.readUInt32LE(8);
  if (version === 0 || jsonBytes > MAX_HEAD_BYTES) return { kind: 'damaged' };
  return { kind: 'head', jsonBytes, jsonCrc: data.readUInt32LE(12) };
}

/** Null when the JSON is not what was written. */
export function decodeHeadJson(json: Buffer, expectedCrc: number): StoredHead | null {
  if (crc32(json) !== expectedCrc) return null;
  try {
    const result = storedHeadSchema.safeParse(JSON.parse(json.toString('utf8')));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

export function encodeChunkHead(length: number, crc: number): Buffer {
  const fixed = Buffer.alloc(CHUNK_FIXED);
  fixed.writeUInt32LE(length, 0);
  fixed.writeUInt32LE(crc, 4);
  return fixed;
}

/** What the trailer says about all chunks together. */
export type Totals = { chunks: number; bytes: number; chain: number };

export const NO_CHUNKS: Totals = { chunks: 0, bytes: 0, chain: 0 };

export function addChunk(totals: Totals, length: number, crc: number): Totals {
  return {
    chunks: totals.chunks + 1,
    bytes: totals.bytes + length,
    chain: crc32(encodeChunkHead(length, crc), totals.chain),
  };
}

export function encodeTrailer(totals: Totals): Buffer {
  const data = Buffer.alloc(TRAILER_BYTES);
  data.writeUInt32LE(totals.chunks, 4);
  data.writeDoubleLE(totals.bytes, 8);
  data.writeUInt32LE(totals.chain, 16);
  data.writeUInt32LE(crc32(data.subarray(0, 20)), 20);
  END_MAGIC.copy(data, 24);
  return data;
}

/** Null when it is no whole trailer. */
export function decodeTrailer(data: Buffer): Totals | null {
  if (data.length !== TRAILER_BYTES || !data.subarray(24).equals(END_MAGIC)) return null;
  if (data.readUInt32LE(0) !== 0 || data.readUInt32LE(20) !== crc32(data.subarray(0, 20))) {
    return null;
  }
  return {
    chunks: data.readUInt32LE(4),
    bytes: data.readDoubleLE(8),
    chain: data.readUInt32LE(16),
  };
}
