import { encodeBinaryJson } from '@shared/lib/binary-json';
import { ExpectedError } from '@shared/lib/errors';
import { decodeCheckpointPart, encodeCheckpointPart } from '@shared/sync/checkpoint';
import { encodeIndex, type PartIndex } from '@shared/sync/part';
import { gzip, unpackBytes } from '../../packed-bytes';
import type { Column } from '../../paged/columns';
import type { StateBody, StateSlice } from './slice';

/** So much, before it is compressed, goes into one part. */
export const PART_BYTES = 4 * 1024 * 1024;

/** A part of a state as it travels; `index` is absent while the workspace is not divided. */
export async function packPart(
  body: StateBody,
  scopes: readonly string[],
  index?: PartIndex,
): Promise<Uint8Array<ArrayBuffer>> {
  return encodeCheckpointPart({
    scopes,
    form: 'gzip',
    index: index ? encodeIndex(index) : new Uint8Array(0),
    body: await gzip(encodeBinaryJson(body)),
  });
}

/** `frame-damaged` where it holds nothing that this console can read. */
export async function unpackPart(bytes: Uint8Array): Promise<StateBody> {
  const { form, body } = decodeCheckpointPart(bytes);
  if (form !== 'gzip') throw new ExpectedError('protocol-newer');
  const held = (await unpackBytes(body).catch(() => undefined)) as Partial<StateBody> | undefined;
  if (!held || !Array.isArray(held.slices)) throw new ExpectedError('frame-damaged');
  return { slices: held.slices, ...(held.hlc !== undefined && { hlc: held.hlc }) };
}

/** About how many bytes a slice takes before it is compressed. */
export function weightOf({ pages = [], rows, clocks = [] }: StateSlice): number {
  const columns = [...pages, ...clocks].flatMap(({ hot, cold }) => [
    ...Object.values(hot.c),
    ...Object.values(cold?.c ?? {}),
  ]);
  const packed = columns.reduce((sum, column) => sum + weightOfColumn(column), 0);
  return packed + (rows ? encodeBinaryJson(rows).byteLength : 0);
}

function weightOfColumn(column: Column): number {
  switch (column.t) {
    case 'uuid':
      return column.b.byteLength;
    case 'i32':
    case 'f64':
      return column.v.byteLength;
    case 'code':
      return column.x.byteLength + column.d.length * 40;
    case 'list':
      return Object.values(column.c).reduce((sum, c) => sum + weightOfColumn(c), 0);
    default:
      return column.s.length * 2 + column.o.byteLength;
  }
}
