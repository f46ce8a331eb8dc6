import * as zlib from 'node:zlib';

/** Native where Node has it (20.15 and later); Node 18 of the oldest supported runtime does not. */
const native = (zlib as { crc32?: (data: Uint8Array, value?: number) => number }).crc32;

/** Eight tables, so that eight bytes are taken a step (the "slicing-by-8" form of CRC-32/ISO-HDLC). */
const TABLES = makeTables();

function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256);
  for (let i = 0; i < 256; i += 1) {
    let value = i;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    first[i] = value >>> 0;
  }
  const tables = [first];
  for (let n = 1; n < 8; n += 1) {
    const before = tables[n - 1] as Uint32Array;
    tables.push(before.map((value) => ((first[value & 0xff] as number) ^ (value >>> 8)) >>> 0));
  }
  return tables;
}

/** CRC-32 of `data`; `seed` continues an earlier sum. */
export function crc32(data: Uint8Array, seed = 0): number {
  return native === undefined ? crc32InScript(data, seed) : native(data, seed);
}

export function crc32InScript(data: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const at = (table: Uint32Array, index: number) => table[index] as number;
  const byte = (index: number) => data[index] as number;
  let crc = ~seed;
  let i = 0;
  for (; i + 8 <= data.length; i += 8) {
    crc ^= byte(i) | (byte(i + 1) << 8) | (byte(i + 2) << 16) | (byte(i + 3) << 24);
    crc =
      at(t7, crc & 0xff) ^
      at(t6, (crc >>> 8) & 0xff) ^
      at(t5, (crc >>> 16) & 0xff) ^
      at(t4, crc >>> 24) ^
      at(t3, byte(i + 4)) ^
      at(t2, byte(i + 5)) ^
      at(t1, byte(i + 6)) ^
      at(t0, byte(i + 7));
  }
  for (; i < data.length; i += 1) crc = at(t0, (crc ^ byte(i)) & 0xff) ^ (crc >>> 8);
  return ~crc >>> 0;
}
