import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { findHighestSeq, readClaimedSeq } from './frame-codec';

/** What was cut off a segment as damaged, or a whole segment without a head, kept beside the others. */
const PIECE_NAME = /^journal-\d{1,15}\.qdj\.damaged-\d+$/;

export function nameDamagedPiece(segmentPath: string, nowMs: number): string {
  return `${segmentPath}.damaged-${nowMs}`;
}

export async function listDamagedPieces(folder: string): Promise<string[]> {
  return (await fs.readdir(folder)).filter((name) => PIECE_NAME.test(name));
}

/**
 * The number of the last operation that was in the pieces, as far as they show it: so the user can
 * be told how much is missing. 0 when nothing was set aside.
 */
export async function readDamagedSeq(folder: string, lastGoodSeq: number): Promise<number> {
  let highest = 0;
  for (const name of await listDamagedPieces(folder)) {
    const piece = await fs.readFile(join(folder, name));
    const isNext = readClaimedSeq(piece) === lastGoodSeq + 1;
    highest = Math.max(highest, findHighestSeq(piece), isNext ? lastGoodSeq + 1 : 0);
  }
  return highest;
}
