import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';

/** Whether a move would leave everything where it is; `cellItems` are the target cell's, in order. */
export function isSamePlace(
  item: Cell & { id: string },
  target: Cell & { index?: number },
  cellItems: readonly { id: string }[],
): boolean {
  if (cellKey(item) !== cellKey(target)) return false;
  const at = cellItems.findIndex((other) => other.id === item.id);
  return (target.index ?? cellItems.length - 1) === at;
}
