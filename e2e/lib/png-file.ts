import { writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crcOf(body), whole.length - 4);
  return whole;
}

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A real picture of one colour, with a stripe of another so that it is seen which way up it is. */
export function pngBytes(
  rgb: readonly [number, number, number],
  width = 320,
  height = 240,
): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const colour = y < height / 5 ? [250, 250, 247] : rgb;
    return Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export async function writePng(
  path: string,
  rgb: readonly [number, number, number],
): Promise<string> {
  await writeFile(path, pngBytes(rgb));
  return path;
}
