import { columnValue, writeUuid } from '../paged/columns';
import type { PageRecord } from '../paged/page';

/** Marks the rows of a page whose field says so. */
export function marksWhere(
  hot: PageRecord,
  field: string,
  isWanted: (value: string) => boolean,
): Uint8Array {
  const column = hot.c[field];
  return Uint8Array.from({ length: hot.n }, (_, i) =>
    column && isWanted(String(columnValue(column, i))) ? 1 : 0,
  );
}

/** Marks the rows that belong to one member: one among thousands, so bytes are compared, not texts. */
export function marksOfMember(hot: PageRecord, memberId: string): Uint8Array {
  const column = hot.c.memberId;
  const wanted = new Uint8Array(16);
  if (column?.t !== 'uuid' || !writeUuid(memberId, wanted, 0)) {
    return marksWhere(hot, 'memberId', (value) => value === memberId);
  }
  const marks = new Uint8Array(hot.n);
  for (let i = 0; i < hot.n; i += 1) if (isAt(column.b, i * 16, wanted)) marks[i] = 1;
  return marks;
}

function isAt(b: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let k = 15; k >= 0; k -= 1) if (b[at + k] !== wanted[k]) return false;
  return true;
}
