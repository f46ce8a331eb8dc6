import { TextDecoder, TextEncoder } from '@shared/lib/text-codec';
import { decodeCheckpointPart, encodeCheckpointPart } from '../checkpoint';
import type { Held } from '../merge/record-state';
import type { RowChange } from '../op';
import type { Key } from './records';

/** What an operation of the simulation says: changes, and whole states of records that are joined. */
export type Body = { changes: RowChange[]; states?: [Key, Held][] };

export const encodeBody = (body: Body): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(body));

export const decodeBody = (bytes: Uint8Array): Body =>
  JSON.parse(new TextDecoder().decode(bytes)) as Body;

/** A part of a state of the workspace. */
export const encodeState = (states: [Key, Held][]): Uint8Array<ArrayBuffer> =>
  encodeCheckpointPart({
    scopes: ['all'],
    form: 'gzip',
    index: new Uint8Array(0),
    body: encodeBody({ changes: [], states }),
  });

export const decodeState = (bytes: Uint8Array): [Key, Held][] =>
  decodeBody(decodeCheckpointPart(bytes).body).states ?? [];

export function joinBytes(all: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(all.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let place = 0;
  for (const it of all) {
    bytes.set(it, place);
    place += it.byteLength;
  }
  return bytes;
}
