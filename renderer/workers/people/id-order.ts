import type { IdTable } from '../index/id-table';

/** The wanted rows in ascending order of their ids; rows mostly come in that order. */
export function rowsInOrderOfId(ids: IdTable, isWanted: (row: number) => boolean): number[] {
  const found: { row: number; id: string }[] = [];
  let isSorted = true;
  let last = '';
  for (let row = 0; row < ids.size; row += 1) {
    if (!isWanted(row)) continue;
    const id = ids.idOf(row);
    isSorted &&= last < id;
    last = id;
    found.push({ row, id });
  }
  if (!isSorted) found.sort((a, b) => (a.id < b.id ? -1 : 1));
  return found.map(({ row }) => row);
}
