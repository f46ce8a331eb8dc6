import { type BlockForm, splitBlocks } from '@shared/contracts/journal-payload';
import { decodeBinaryJson } from '@shared/lib/binary-json';
import type { OpPayload } from './write/changes';
import type { PayloadPart } from './write/op-payloads';

/** Compressed binary JSON: how pages come back from the journal and from backups. */
export async function unpackBytes(bytes: Uint8Array): Promise<unknown> {
  return decodeBinaryJson(await through(bytes, new DecompressionStream('gzip')));
}

export function gzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return through(bytes, new CompressionStream('gzip'));
}

/** An operation's payload as the journal holds it, in the present form or in that of the first version. */
export async function unpackPayload(bytes: Uint8Array): Promise<OpPayload> {
  const blocks = splitBlocks(bytes) ?? [{ form: 'gzip' as BlockForm, bytes }];
  const payload: OpPayload = { created: [], removed: [], changes: [] };
  for (const block of blocks) {
    const part = (await (block.form === 'gzip'
      ? unpackBytes(block.bytes)
      : decodeBinaryJson(block.bytes))) as PayloadPart;
    payload.created.push(...(part.created ?? []));
    payload.removed.push(...(part.removed ?? []));
    for (const change of part.changes ?? []) payload.changes.push(change);
    if (part.states) payload.states = [...(payload.states ?? []), ...part.states];
  }
  return payload;
}

async function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
