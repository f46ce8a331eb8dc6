import type { Frame, WireHeader } from '@shared/sync/wire';
import type { TableSource } from '../tables';

/** A piece of an operation that is not whole yet. */
type StoredPiece = {
  seq: number;
  piece: number;
  header: WireHeader;
  parts: { index: Uint8Array; body: Uint8Array }[];
};

export async function keepPiece(within: TableSource, { header, parts }: Frame): Promise<void> {
  const { seq = 0, piece } = header;
  const stored: StoredPiece = {
    seq,
    piece: piece?.n ?? 0,
    header,
    // Copies: a view would take all bytes of the answer along that it lies in.
    parts: parts.map(({ index, body }) => ({ index: index.slice(), body: body.slice() })),
  };
  await within.table('inbox').put(stored);
}

export async function readPiece(
  within: TableSource,
  seq: number,
  n: number,
): Promise<Frame | undefined> {
  return (await within.table('inbox').get([seq, n])) as StoredPiece | undefined;
}

export async function dropPieces(within: TableSource, seq: number): Promise<void> {
  await within
    .table('inbox')
    .where('[seq+piece]')
    .between([seq, 0], [seq, Number.POSITIVE_INFINITY])
    .delete();
}
