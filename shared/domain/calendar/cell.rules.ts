import type { ContentItem } from './content.schema';
import type { Slot } from './slots';

/** One day × one slot of the week. */
export type Cell = { date: string; slot: Slot };
type Placed = Pick<ContentItem, 'id' | 'position'>;

/** Names a cell, as `2026-11-16-morning`. */
export function cellKey(cell: Cell): string {
  return `${cell.date}-${cell.slot}`;
}

/** By position; two laptops may have chosen the same one, then the older item (by id) leads. */
export function compareInCell(a: Placed, b: Placed): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}

/** Items of every filled cell in the order in which they are shown, keyed by `cellKey`. */
export function itemsByCell<T extends Cell & Placed>(items: readonly T[]): Map<string, T[]> {
  const cells = new Map<string, T[]>();
  for (const item of items) {
    const key = cellKey(item);
    const cell = cells.get(key);
    if (cell) cell.push(item);
    else cells.set(key, [item]);
  }
  for (const cell of cells.values()) cell.sort(compareInCell);
  return cells;
}

/** Halving keeps some fifty steps exact; below this the cell is numbered afresh instead. */
const SMALLEST_GAP = 1e-6;

/**
 * Puts an item before the `index`-th of the others in a cell (past the end: last). `others` are
 * the cell's items without it, in order. Returns the positions to store, the item's own first;
 * usually only that one, all of them when the room between two neighbours is used up.
 */
export function placeInCell(others: readonly Placed[], itemId: string, index: number): Placed[] {
  const at = Math.max(0, Math.min(index, others.length));
  const before = others[at - 1]?.position;
  const after = others[at]?.position;
  if (before === undefined || after === undefined) {
    const edge = after === undefined ? (before ?? 0) + 1 : after - 1;
    return [{ id: itemId, position: edge }];
  }
  if (after - before >= SMALLEST_GAP) return [{ id: itemId, position: (before + after) / 2 }];
  const renumbered = others.map((other, order) => ({
    id: other.id,
    position: order + (order >= at ? 2 : 1),
  }));
  return [{ id: itemId, position: at + 1 }, ...renumbered];
}
