import { decodeBinaryJson, encodeBinaryJson } from '@shared/lib/binary-json';

/** Compressed binary JSON: how pages leave the database for the journal and for backups. */
export async function packBytes(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return through(encodeBinaryJson(value), new CompressionStream('gzip'));
}

export async function unpackBytes(bytes: Uint8Array): Promise<unknown> {
  return decodeBinaryJson(await through(bytes, new DecompressionStream('gzip')));
}

async function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
