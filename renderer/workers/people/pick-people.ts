import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { IdTable } from '../index/id-table';
import type { PersonLine } from './people-types';

/** Ids of the marked rows, ascending. */
export function markedIds(rows: IdTable, marks: Uint8Array): string[] {
  const ids: string[] = [];
  let isSorted = true;
  let last = '';
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] !== 1) continue;
    const id = rows.idOf(row);
    isSorted &&= last < id;
    last = id;
    ids.push(id);
  }
  return isSorted ? ids : ids.sort();
}

/**
 * Some of the marked rows, drawn at random: everybody's id and the seed decide, so that the same
 * people come again whatever happened to others.
 */
export function drawRows(
  rows: IdTable,
  marks: Uint8Array,
  limit: number,
  seed: number,
): { row: number; lot: number }[] {
  const drawn: { row: number; lot: number }[] = [];
  let worst = Number.POSITIVE_INFINITY;
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] !== 1) continue;
    const lot = rows.lotOf(row, seed);
    if (drawn.length >= limit && lot >= worst) continue;
    drawn.push({ row, lot });
    if (drawn.length <= limit * 2 + 16) continue;
    drawn.sort((a, b) => a.lot - b.lot).length = limit;
    worst = drawn[limit - 1]?.lot ?? worst;
  }
  return drawn.sort((a, b) => a.lot - b.lot).slice(0, limit);
}

export function personLine(columns: PeopleColumns, row: number): PersonLine {
  const { start, end, amountFen, refundFen, at } = columns.orders;
  const [from, to] = [start[row] ?? 0, end[row] ?? 0];
  let netFen = 0;
  for (let slot = from; slot < to; slot += 1) {
    netFen += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
  }
  const { identity } = columns;
  return {
    id: columns.idOf(row),
    name: columns.text(row, 'name') ?? '',
    identity: identity.values[(identity.of[row] ?? 0) - 1] ?? 'unknown',
    orderCount: to - from,
    netFen,
    ...(to > from ? { lastOrderAt: at[to - 1] ?? 0 } : {}),
  };
}

export function countHere({ n, isHere }: PeopleColumns): number {
  let here = 0;
  for (let row = 0; row < n; row += 1) here += isHere[row] ?? 0;
  return here;
}

/** 1 where `a` is marked and `b` is not. */
export function without(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((mark, row) => mark & ~(b[row] ?? 0));
}

export function countMarks(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}
