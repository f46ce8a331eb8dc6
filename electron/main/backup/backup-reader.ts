import { promises as fs } from 'node:fs';
import { basename } from 'node:path';
import type { BackupInfo } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { crc32 } from '../files/crc32';
import { asReadError } from '../files/fs-errors';
import {
  addChunk,
  CHUNK_FIXED,
  decodeFixedHead,
  decodeHeadJson,
  decodeTrailer,
  HEAD_FIXED,
  NO_CHUNKS,
  TRAILER_BYTES,
} from './backup-format';

export type BackupReader = {
  info: BackupInfo;
  /** The next chunk, or null at the end; throws `backup-damaged`. */
  readNext: () => Promise<Uint8Array<ArrayBuffer> | null>;
  close: () => Promise<void>;
};

type Ends = {
  info: BackupInfo;
  chunksStart: number;
  chunksEnd: number;
  chain: number;
  chunks: number;
};

async function readAt(
  handle: fs.FileHandle,
  position: number,
  length: number,
): Promise<Buffer<ArrayBuffer>> {
  const data = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(data, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return data.subarray(0, done);
}

/** Head and trailer agree with the file's size; what lies between is not yet read. */
async function readEnds(handle: fs.FileHandle, name: string): Promise<Ends> {
  const damaged = () => new ExpectedError('backup-damaged', { name });
  const { size } = await handle.stat();
  const fixed = decodeFixedHead(await readAt(handle, 0, HEAD_FIXED));
  if (fixed.kind === 'newer')
    throw new ExpectedError('backup-newer', { name, version: fixed.version });
  if (fixed.kind === 'damaged' || size < HEAD_FIXED + fixed.jsonBytes + TRAILER_BYTES)
    throw damaged();
  const head = decodeHeadJson(await readAt(handle, HEAD_FIXED, fixed.jsonBytes), fixed.jsonCrc);
  const totals = decodeTrailer(await readAt(handle, size - TRAILER_BYTES, TRAILER_BYTES));
  if (head === null || totals === null) throw damaged();
  const chunksStart = HEAD_FIXED + fixed.jsonBytes;
  const chunksEnd = size - TRAILER_BYTES;
  if (chunksEnd - chunksStart !== totals.bytes + totals.chunks * CHUNK_FIXED) throw damaged();
  const info = { ...head, name, bytes: size };
  return { info, chunksStart, chunksEnd, chain: totals.chain, chunks: totals.chunks };
}

/** What a listing shows; throws `backup-damaged` or `backup-newer`. */
export async function readBackupInfo(path: string): Promise<BackupInfo> {
  const name = basename(path);
  const handle = await fs.open(path, 'r').catch((error) => {
    throw asReadError(error, name);
  });
  try {
    return (await readEnds(handle, name)).info;
  } finally {
    await handle.close();
  }
}

/** Reads the whole file once and checks every byte before the first chunk is handed out. */
export async function openBackupFile(path: string): Promise<BackupReader> {
  const name = basename(path);
  const handle = await fs.open(path, 'r').catch((error) => {
    throw asReadError(error, name);
  });
  const damaged = () => new ExpectedError('backup-damaged', { name });
  try {
    const ends = await readEnds(handle, name);
    let position = ends.chunksStart;

    async function readChunk(): Promise<{ data: Buffer<ArrayBuffer>; crc: number } | null> {
      if (position === ends.chunksEnd) return null;
      const fixed = await readAt(handle, position, CHUNK_FIXED);
      if (fixed.length < CHUNK_FIXED) throw damaged();
      const length = fixed.readUInt32LE(0);
      const crc = fixed.readUInt32LE(4);
      const start = position + CHUNK_FIXED;
      if (length === 0 || start + length > ends.chunksEnd) throw damaged();
      const data = await readAt(handle, start, length);
      if (data.length < length || crc32(data) !== crc) throw damaged();
      position = start + length;
      return { data, crc };
    }

    let totals = NO_CHUNKS;
    for (let chunk = await readChunk(); chunk !== null; chunk = await readChunk()) {
      totals = addChunk(totals, chunk.data.length, chunk.crc);
    }
    if (totals.chain !== ends.chain || totals.chunks !== ends.chunks) throw damaged();
    position = ends.chunksStart;
    return {
      info: ends.info,
      readNext: async () => (await readChunk())?.data ?? null,
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
