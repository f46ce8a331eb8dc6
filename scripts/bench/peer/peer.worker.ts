import { read, write } from 'xlsx';

export type Task = 'peer' | 'floor' | 'write' | 'deflate';
type Question = { task: Task; bytes: ArrayBuffer };

/** Every part of the workbook, inflated a piece at a time. */
async function* inflated(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const parts = new Blob([bytes.subarray(from, from + size)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'))
      .getReader();
    for (let part = await parts.read(); !part.done; part = await parts.read()) yield part.value;
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += 46 + lengths.reduce((total, length) => total + length, 0);
  }
}

/** Inflates and sums byte by byte. */
async function passOver(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  let sum = 0;
  for await (const part of inflated(bytes)) for (const byte of part) sum = (sum + byte) | 0;
  return sum;
}

/** Everything that the workbook holds, deflated once. */
async function deflate(parts: Uint8Array<ArrayBuffer>[]): Promise<number> {
  const packed = new Blob(parts).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

/** What has to be there before the clock starts, and the work that it measures. */
async function prepare(task: Task, bytes: Uint8Array<ArrayBuffer>): Promise<() => unknown> {
  if (task === 'peer') return () => read(bytes, { dense: true });
  if (task === 'floor') return () => passOver(bytes);
  if (task === 'write') {
    const book = read(bytes, { dense: true, cellNF: true });
    return () => write(book, { type: 'array', bookType: 'xlsx', compression: true });
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of inflated(bytes)) parts.push(part);
  return () => deflate(parts);
}

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  const work = await prepare(data.task, new Uint8Array(data.bytes));
  const startedAt = performance.now();
  await work();
  self.postMessage({ ms: performance.now() - startedAt });
};
self.postMessage({ ready: true });
