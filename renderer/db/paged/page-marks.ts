import { columnValue } from './columns';
import type { PagePair, PageRecord } from './page';
import { pageDigests } from './page-digest';

/** Marks the rows of a page whose id is one of these. */
export function marksOf(hot: PageRecord, ids: ReadonlySet<string>): Uint8Array {
  const column = hot.c.id;
  return Uint8Array.from({ length: hot.n }, (_, i) =>
    column && ids.has(String(columnValue(column, i))) ? 1 : 0,
  );
}

/** Marks the rows that one batch wrote, within a range of ids. */
export function marksOfBatch(
  { hot, cold }: PagePair,
  batchId: string,
  from: string,
  to: string,
): Uint8Array {
  const marks = new Uint8Array(hot.n);
  const batches = hot.c.batchId ?? cold?.c.batchId;
  const ids = hot.c.id;
  if (!batches || !ids) return marks;
  const code = batches.t === 'code' ? batches.d.indexOf(batchId) + 1 : 0;
  for (let i = 0; i < hot.n; i += 1) {
    const isOurs =
      batches.t === 'code' ? batches.x[i] === code : columnValue(batches, i) === batchId;
    marks[i] = isOurs ? 1 : 0;
  }
  if (batches.t === 'code' && code === 0) return new Uint8Array(hot.n);
  const isWithin = hot.lo >= from && hot.hi <= to;
  for (let i = 0; !isWithin && i < hot.n; i += 1) {
    const id = String(columnValue(ids, i));
    if (id < from || id > to) marks[i] = 0;
  }
  return marks;
}

/** Tells rows that still are as a batch wrote them. Both mostly come in the same order. */
export class AsWritten {
  private at = 0;
  private known: Set<number> | undefined;

  constructor(private readonly digests: Float64Array) {}

  /** Takes the mark from the rows that were changed since. */
  keepUnchanged(pair: PagePair, marks: Uint8Array): Uint8Array {
    const now = pageDigests(pair);
    return marks.map((mark, i) => (mark && this.has(now[i] ?? 0) ? 1 : 0));
  }

  private has(digest: number): boolean {
    if (this.digests[this.at] === digest) {
      this.at += 1;
      return true;
    }
    this.known ??= new Set(this.digests);
    if (!this.known.has(digest)) return false;
    this.at = this.digests.indexOf(digest, this.at + 1) + 1;
    return true;
  }
}
