import { promises as fs } from 'node:fs';
import { join } from 'node:path';

/** The name says where a segment begins, so that the index of the journal is the folder's listing. */
export type SegmentFile = { path: string; name: string; firstSeq: number; bytes: number };

/** A segment that is being written bears this behind its name. */
export const TEMPORARY = '.tmp';

const SEGMENT_NAME = /^journal-(\d{1,15})\.qdj$/;

export function nameSegment(firstSeq: number): string {
  return `journal-${String(firstSeq).padStart(12, '0')}.qdj`;
}

/** Oldest first; other files in the folder are left alone. */
export async function listSegments(folder: string): Promise<SegmentFile[]> {
  const found: SegmentFile[] = [];
  for (const name of await fs.readdir(folder)) {
    const match = SEGMENT_NAME.exec(name);
    if (match === null) continue;
    const path = join(folder, name);
    const { size } = await fs.stat(path);
    found.push({ path, name, firstSeq: Number(match[1]), bytes: size });
  }
  return found.sort((a, b) => a.firstSeq - b.firstSeq);
}

/** Segments that a killed process had not finished. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const isUnfinished = name.endsWith(TEMPORARY) && SEGMENT_NAME.test(name.slice(0, -4));
    if (isUnfinished) await fs.rm(join(folder, name), { force: true });
  }
}
