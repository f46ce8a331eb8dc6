import { columnValue, writeUuid } from '../paged/columns';
import type { PageRecord } from '../paged/page';

/** Marks the rows of a page that belong to one of these members. */
export function marksOfMembers(hot: PageRecord, memberIds: ReadonlySet<string>): Uint8Array {
  const marks = new Uint8Array(hot.n);
  const column = hot.c.memberId;
  if (!column) return marks;
  const [only] = memberIds.size === 1 ? memberIds : [];
  const bytes = new Uint8Array(16);
  // One person among thousands of lines: bytes are compared, not texts.
  const isQuick = column.t === 'uuid' && only !== undefined && writeUuid(only, bytes, 0);
  for (let i = 0; i < hot.n; i += 1) {
    const isTheirs = isQuick
      ? isAt(column.b, i * 16, bytes)
      : memberIds.has(String(columnValue(column, i)));
    if (isTheirs) marks[i] = 1;
  }
  return marks;
}

function isAt(b: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let k = 15; k >= 0; k -= 1) if (b[at + k] !== wanted[k]) return false;
  return true;
}
