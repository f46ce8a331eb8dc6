import { deflateRawSync } from 'node:zlib';

/** A file of the archive; every field that follows `data` may lie. */
export type ZipPart = {
  name: string;
  data: Uint8Array | string;
  isStored?: boolean;
  /** Sizes and sum follow the content, as writers do that stream. */
  hasDescriptor?: boolean;
  flags?: number;
  method?: number;
  crc?: number;
  size?: number;
  packedSize?: number;
  /** Already packed content. */
  packed?: Uint8Array;
  /** Points to the header of the part with this index instead of its own. */
  sharesHeaderOf?: number;
};

export type ZipOptions = {
  prefix?: Uint8Array;
  comment?: string;
  count?: number;
  isWide?: boolean;
};

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const encoder = new TextEncoder();
export const utf8 = (text: string) => encoder.encode(text);

function u16(...values: number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 255, (value >>> 8) & 255]));
}

function u32(...values: number[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap((value) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255)),
  );
}

function u64(value: number): Uint8Array {
  return joined([u32(value >>> 0), u32(Math.floor(value / 2 ** 32))]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

type Packed = { part: ZipPart; name: Uint8Array; content: Uint8Array; fields: Uint8Array };

/** Version, flags, method, time, sum, sizes: the same in both headers. */
function pack(part: ZipPart): Packed {
  const data = typeof part.data === 'string' ? utf8(part.data) : part.data;
  const content = part.packed ?? (part.isStored ? data : new Uint8Array(deflateRawSync(data)));
  const fields = joined([
    u16(20, (part.flags ?? 0) | (part.hasDescriptor ? 8 : 0)),
    u16(part.method ?? (part.isStored ? 0 : 8), 0, 33),
    u32(part.crc ?? crc32(data), part.packedSize ?? content.length, part.size ?? data.length),
  ]);
  return { part, name: utf8(part.name), content, fields };
}

/** With a descriptor the header in front knows neither sum nor sizes. */
function localFile({ part, name, content, fields }: Packed): Uint8Array[] {
  const told = part.hasDescriptor ? joined([fields.subarray(0, 10), u32(0, 0, 0)]) : fields;
  const file = [u32(0x04034b50), told, u16(name.length, 0), name, content];
  return part.hasDescriptor ? [...file, u32(0x08074b50), fields.subarray(10)] : file;
}

function endRecords(count: number, size: number, first: number, options: ZipOptions): Uint8Array[] {
  const comment = utf8(options.comment ?? '');
  const told = options.count ?? count;
  if (!options.isWide) {
    const counts = u16(0, 0, told, told);
    return [u32(0x06054b50), counts, u32(size, first), u16(comment.length), comment];
  }
  const record = [u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0), u64(count), u64(count)];
  const places = [u64(size), u64(first)];
  const locator = [u32(0x07064b50, 0), u64(first + size), u32(1)];
  const end = [u32(0x06054b50), u16(0, 0, 0xffff, 0xffff), u32(0xffffffff, 0xffffffff), u16(0)];
  return [...record, ...places, ...locator, ...end];
}

/** A zip file, byte by byte, so that each of its fields can be wrong on purpose. */
export function zip(parts: readonly ZipPart[], options: ZipOptions = {}): Uint8Array {
  const packed = parts.map(pack);
  const files: Uint8Array[] = [];
  const places: number[] = [];
  let at = 0;
  for (const entry of packed) {
    places.push(at);
    if (entry.part.sharesHeaderOf !== undefined) continue;
    const file = joined(localFile(entry));
    files.push(file);
    at += file.length;
  }
  const directory = packed.flatMap(({ part, name, fields }, index) => [
    u32(0x02014b50),
    u16(20),
    fields,
    u16(name.length, 0, 0, 0, 0),
    u32(0, places[part.sharesHeaderOf ?? index] ?? 0),
    name,
  ]);
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = endRecords(parts.length, size, at, options);
  return joined([options.prefix ?? new Uint8Array(0), ...files, ...directory, ...end]);
}
