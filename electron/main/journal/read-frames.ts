import { promises as fs } from 'node:fs';
import type { JournalFrame } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { decodeFrame, scanSegment } from './frame-codec';
import type { SegmentFile } from './segment-files';

/**
 * The frames after `afterSeq`, as many as fit into `pageBytes` (at least one); empty at the end.
 * Throws `journal-damaged` when the next wanted frame cannot be read, never skips over it.
 */
export async function readFramesAfter(
  segments: readonly SegmentFile[],
  afterSeq: number,
  pageBytes: number,
): Promise<JournalFrame[]> {
  const page: JournalFrame[] = [];
  let size = 0;
  let wanted = Math.max(afterSeq + 1, segments[0]?.firstSeq ?? 1);
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next !== undefined && next.firstSeq <= wanted) continue;
    // Another segment would overshoot: the caller asks again from here.
    if (page.length > 0 && size + segment.bytes > pageBytes) return page;
    const data = await fs.readFile(segment.path);
    for (const place of scanSegment(data)?.frames ?? []) {
      if (place.seq < wanted) continue;
      const bytes = place.end - place.start;
      if (page.length > 0 && size + bytes > pageBytes) return page;
      page.push(decodeFrame(data, place));
      size += bytes;
      wanted = place.seq + 1;
    }
    if (next !== undefined && wanted < next.firstSeq) {
      if (page.length > 0) return page;
      throw new ExpectedError('journal-damaged', { file: segment.name, seq: wanted });
    }
  }
  return page;
}
