import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { Codes, fillNumbers } from './codes';
import { IdTable, idWords } from './id-table';

/** All members in order of id, one typed array per field; texts stay in their pages. */
export type MemberColumns = {
  n: number;
  pages: readonly PageRecord[];
  /** Row at which each page begins, and `n` at the end. */
  starts: Uint32Array;
  ids: IdTable;
  identity: Codes;
  channel: Codes;
  region: Codes;
  source: Codes;
  orderCount: Float64Array;
  amountFen: Float64Array;
  /** NaN without a counted order. */
  lastOrderAt: Float64Array;
  /** Tags of row i: `tags.of[tagStarts[i] … tagStarts[i + 1])`. */
  tags: Codes;
  tagStarts: Uint32Array;
};

export function assembleMembers(
  pages: readonly PageRecord[],
  statsPages: readonly PageRecord[],
  tagPages: readonly PageRecord[],
): MemberColumns {
  const starts = new Uint32Array(pages.length + 1);
  for (const [p, page] of pages.entries()) starts[p + 1] = (starts[p] ?? 0) + page.n;
  const n = starts[pages.length] ?? 0;
  const ids = new IdTable(n);
  const fields = {
    identity: new Codes(n),
    channel: new Codes(n),
    region: new Codes(n),
    source: new Codes(n),
  };
  for (const [p, page] of pages.entries()) {
    const start = starts[p] ?? 0;
    if (page.c.id) ids.addColumn(page.c.id);
    fields.identity.fill(page.c.identity, start);
    fields.channel.fill(page.c.channel, start);
    fields.region.fill(page.c.region, start);
    fields.source.fill(page.c.source, start);
  }
  return {
    n,
    pages,
    starts,
    ids,
    ...fields,
    ...assembleStats(n, ids, statsPages),
    ...assembleTags(n, ids, tagPages),
  };
}

export function assembleStats(n: number, ids: IdTable, pages: readonly PageRecord[]) {
  const orderCount = new Float64Array(n);
  const amountFen = new Float64Array(n);
  const lastOrderAt = new Float64Array(n).fill(Number.NaN);
  for (const page of pages) {
    const rows = rowsOf(ids, page.c.id);
    const of = (field: string) => {
      const values = new Float64Array(page.n);
      fillNumbers(values, page.c[field], 0);
      return values;
    };
    const [counts, amounts, lasts] = [of('orderCount'), of('amountFen'), of('lastOrderAt')];
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? -1;
      if (row < 0) continue;
      orderCount[row] = counts[i] ?? 0;
      amountFen[row] = amounts[i] ?? 0;
      lastOrderAt[row] = lasts[i] ?? Number.NaN;
    }
  }
  return { orderCount, amountFen, lastOrderAt };
}

export function assembleTags(n: number, ids: IdTable, pages: readonly PageRecord[]) {
  const now = Date.now();
  const carriers = pages.map((page) => {
    const rows = rowsOf(ids, page.c.memberId);
    const ends = new Float64Array(page.n).fill(Number.NaN);
    fillNumbers(ends, page.c.expiresAt, 0);
    // What ran out is carried no more.
    for (let i = 0; i < rows.length; i += 1) if ((ends[i] ?? Number.NaN) <= now) rows[i] = -1;
    return rows;
  });
  const tagStarts = new Uint32Array(n + 1);
  for (const rows of carriers) {
    for (const row of rows) if (row >= 0) tagStarts[row + 1] = (tagStarts[row + 1] ?? 0) + 1;
  }
  for (let i = 0; i < n; i += 1) tagStarts[i + 1] = (tagStarts[i + 1] ?? 0) + (tagStarts[i] ?? 0);
  const tags = new Codes(tagStarts[n] ?? 0);
  const next = tagStarts.slice();
  for (const [p, page] of pages.entries()) {
    const rows = carriers[p] ?? new Int32Array();
    const own = new Codes(page.n);
    own.fill(page.c.tagId, 0);
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? -1;
      if (row < 0) continue;
      const at = next[row] ?? 0;
      tags.of[at] = tags.codeFor(own.textOf(i));
      next[row] = at + 1;
    }
  }
  return { tags, tagStarts };
}

/** Row numbers of a column of member ids; -1 for people who are not there. */
function rowsOf(ids: IdTable, column: Column | undefined): Int32Array {
  if (!column) return new Int32Array();
  const words = idWords(column);
  const rows = new Int32Array(words.length / 4);
  for (let i = 0; i < rows.length; i += 1) rows[i] = ids.find(words, i * 4);
  return rows;
}

function pageOfRow(columns: MemberColumns, row: number): number {
  let low = 0;
  let high = columns.pages.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((columns.starts[mid] ?? 0) <= row) low = mid;
    else high = mid - 1;
  }
  return low;
}

/** A text field of one row, straight from its page. */
export function textOfRow(
  columns: MemberColumns,
  row: number,
  field: 'name' | 'phone' | 'phoneMasked',
): string | undefined {
  const p = pageOfRow(columns, row);
  const column = columns.pages[p]?.c[field];
  const value = column ? columnValue(column, row - (columns.starts[p] ?? 0)) : undefined;
  return typeof value === 'string' ? value : undefined;
}
