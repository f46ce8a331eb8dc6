import { read } from 'xlsx';

type Question = { task: 'peer' | 'floor'; bytes: ArrayBuffer };

/** Every part of the workbook, inflated and summed byte by byte. */
async function passOver(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const view = new DataView(bytes.buffer);
  let sum = 0;
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const inflated = new Blob([bytes.subarray(from, from + size)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'))
      .getReader();
    for (let part = await inflated.read(); !part.done; part = await inflated.read()) {
      for (const byte of part.value) sum = (sum + byte) | 0;
    }
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += 46 + lengths.reduce((total, length) => total + length, 0);
  }
  return sum;
}

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const bytes = new Uint8Array(data.bytes);
  const startedAt = performance.now();
  if (data.task === 'peer') {
    const book = read(bytes, { dense: true });
    if (book.SheetNames.length === 0) throw new Error('nothing was read');
  } else await passOver(bytes);
  self.postMessage({ ms: performance.now() - startedAt });
};
self.postMessage({ ready: true });
