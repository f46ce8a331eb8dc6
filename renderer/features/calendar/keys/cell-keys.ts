import type { Cell } from '@shared/domain/calendar/cell.rules';
import type { KeyboardEvent } from 'react';
import type { GridApi } from '../grid-context';

/** @returns whether the key meant something on a cell, or on a day of a month */
export function handleCellKey(
  event: KeyboardEvent<HTMLElement>,
  cell: Cell,
  grid: GridApi,
): boolean {
  const isMonth = grid.view === 'month';
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === 'v') grid.paste(isMonth ? { date: cell.date } : cell);
    else if (key === 'a') grid.chooseAll();
    else return false;
    return true;
  }
  if (event.shiftKey) return false;
  if (event.key === 'Enter') {
    if (isMonth) grid.showDay(cell.date);
    else grid.startAdding(cell);
    return true;
  }
  if (event.key === 'Escape') {
    grid.clear();
    return true;
  }
  const next = grid.step(cell, event.key);
  if (next) grid.focusCell(next);
  return next !== undefined;
}
