import { bytesOf } from './byte-sink';
import { type GzipStream, gzipHere } from './gzip-stream';

/** One file of an archive, deflated. */
export type ZipEntry = {
  name: string;
  /** One after another, the deflated bytes. */
  deflated: readonly Uint8Array[];
  size: number;
  crc32: number;
};

const GZIP_HEAD = 10;
const GZIP_TAIL = 8;

/**
 * Deflates what is written to it. The browser's own gzip also counts the checksum that an archive
 * needs, in native code: its head and tail are cut off and the rest is what a zip holds.
 */
export class Deflater {
  private size = 0;

  constructor(
    private readonly name: string,
    private readonly gzip: GzipStream = gzipHere(),
  ) {}

  /** Resolves when the compressor has room again. */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.size += bytes.length;
    await this.gzip.write(bytes);
  }

  async end(): Promise<ZipEntry> {
    const gzip = await this.gzip.end();
    const tail = joinBytes(cutParts(gzip, lengthOf(gzip) - GZIP_TAIL, GZIP_TAIL));
    return {
      name: this.name,
      deflated: cutParts(gzip, GZIP_HEAD, lengthOf(gzip) - GZIP_HEAD - GZIP_TAIL),
      size: this.size,
      crc32: new DataView(tail.buffer).getUint32(0, true),
    };
  }
}

const lengthOf = (parts: readonly Uint8Array[]) =>
  parts.reduce((sum, part) => sum + part.length, 0);

/** So many bytes from a place on, without copying any. */
function cutParts(parts: readonly Uint8Array[], from: number, length: number): Uint8Array[] {
  const cut: Uint8Array[] = [];
  let start = 0;
  for (const part of parts) {
    const first = Math.max(0, from - start);
    const last = Math.min(part.length, from + length - start);
    if (last > first) cut.push(part.subarray(first, last));
    start += part.length;
  }
  return cut;
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** One small file of an archive. */
export async function deflateText(name: string, text: string): Promise<ZipEntry> {
  const deflater = new Deflater(name);
  await deflater.write(new Uint8Array(bytesOf(text)));
  return deflater.end();
}

const VERSION = 20;
const DEFLATED = 8;
/** 1980-01-01, the first day that an archive can name: the same rows make the same file. */
const DAY_ONE = 0x21;

function fieldsOf(entry: ZipEntry): number[][] {
  return [
    [VERSION, 2],
    [0, 2],
    [DEFLATED, 2],
    [0, 2],
    [DAY_ONE, 2],
    [entry.crc32, 4],
    [lengthOf(entry.deflated), 4],
    [entry.size, 4],
    [entry.name.length, 2],
    [0, 2],
  ];
}

function packFields(fields: readonly (readonly number[])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [value = 0, width = 0] of fields) {
    for (let i = 0; i < width; i += 1) bytes.push(Math.floor(value / 2 ** (8 * i)) & 255);
  }
  return Uint8Array.from(bytes);
}

/** The archive: every entry with its sizes before it, then the directory. Names are ASCII. */
export function zipFile(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const fields = fieldsOf(entry);
    const name = bytesOf(entry.name);
    const head = packFields([[0x04034b50, 4], ...fields]);
    parts.push(head, name, ...entry.deflated);
    // Behind the shared fields: comment, disk, attributes, and where the entry begins.
    const place = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ];
    directory.push(packFields([[0x02014b50, 4], [VERSION, 2], ...fields, ...place]), name);
    offset += head.length + name.length + lengthOf(entry.deflated);
  }
  const directoryBytes = joinBytes(directory);
  const end = packFields([
    [0x06054b50, 4],
    [0, 4],
    [entries.length, 2],
    [entries.length, 2],
    [directoryBytes.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return joinBytes([...parts, directoryBytes, end]);
}
