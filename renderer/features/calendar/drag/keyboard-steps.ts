import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import { SLOTS } from '@shared/domain/calendar/slots';
import { addDays } from '@shared/lib/time';
import type { PlanView } from '../views/plan-address';

const STEPS: Record<string, { days: number; rows: number }> = {
  ArrowLeft: { days: -1, rows: 0 },
  ArrowRight: { days: 1, rows: 0 },
  ArrowUp: { days: 0, rows: -1 },
  ArrowDown: { days: 0, rows: 1 },
};

/** The neighbouring cell in the direction of an arrow key; nothing for other keys and at the rim. */
export function stepCell(cell: Cell, key: string): Cell | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const slot = SLOTS[SLOTS.indexOf(cell.slot) + step.rows];
  return slot && { date: addDays(cell.date, step.days), slot };
}

/** In a month, where rows are weeks and a day is one place. */
function stepDay(cell: Cell, key: string): Cell | undefined {
  const step = STEPS[key];
  return step && { date: addDays(cell.date, step.days + 7 * step.rows), slot: cell.slot };
}

export const stepIn = (view: PlanView) => (view === 'month' ? stepDay : stepCell);

/** The name of a place to drop on: a cell, or in a month a whole day. */
const dropId = (view: PlanView, cell: Cell) => (view === 'month' ? cell.date : cellKey(cell));

/** How far inside a cell the carried item is held, so that the cell under it is unmistakable. */
export const HOLD_PX = 10;

/** Arrow keys carry an item from cell to cell instead of by pixels. */
export const cellByCell =
  (view: PlanView): KeyboardCoordinateGetter =>
  (event, { context }) => {
    const at = context.over?.data.current?.cell as Cell | undefined;
    const next = at && stepIn(view)(at, event.code);
    const rect = next && context.droppableRects.get(dropId(view, next));
    if (!rect) return undefined;
    event.preventDefault();
    return { x: rect.left + HOLD_PX, y: rect.top + HOLD_PX };
  };
