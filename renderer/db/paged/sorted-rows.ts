import type { AnyRow } from './page';

/** Rows of an open page, which are sorted by id. */
function lowerBound(rows: AnyRow[], id: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((rows[mid]?.id ?? '') < id) low = mid + 1;
    else high = mid;
  }
  return low;
}

export function indexOf(rows: AnyRow[], id: string): number {
  const at = lowerBound(rows, id);
  return rows[at]?.id === id ? at : -1;
}

/** Replaces the row of this id, or puts it in its place. */
export function putSorted(rows: AnyRow[], row: AnyRow): void {
  const at = indexOf(rows, row.id);
  if (at >= 0) rows[at] = row;
  else rows.splice(lowerBound(rows, row.id), 0, row);
}

/** Both sorted by id; a row of `fresh` replaces the stored one of the same id. */
export function mergeSorted(stored: AnyRow[], fresh: AnyRow[]): AnyRow[] {
  const byId = new Map(stored.map((row) => [row.id, row]));
  for (const row of fresh) byId.set(row.id, row);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function chunks<T>(items: T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}
