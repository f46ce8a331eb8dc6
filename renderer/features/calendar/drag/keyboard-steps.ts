import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import { SLOTS } from '@shared/domain/calendar/content.schema';
import { addDays } from '@shared/lib/time';

const STEPS: Record<string, { days: number; slots: number }> = {
  ArrowLeft: { days: -1, slots: 0 },
  ArrowRight: { days: 1, slots: 0 },
  ArrowUp: { days: 0, slots: -1 },
  ArrowDown: { days: 0, slots: 1 },
};

/** The neighbouring cell in the direction of an arrow key; nothing for other keys and at the rim. */
export function stepCell(cell: Cell, key: string): Cell | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const slot = SLOTS[SLOTS.indexOf(cell.slot) + step.slots];
  return slot && { date: addDays(cell.date, step.days), slot };
}

/** How far inside a cell the carried item is held, so that the cell under it is unmistakable. */
export const HOLD_PX = 10;

/** Arrow keys carry an item from cell to cell instead of by pixels. */
export const cellByCell: KeyboardCoordinateGetter = (event, { context }) => {
  const at = context.over?.data.current?.cell as Cell | undefined;
  const next = at && stepCell(at, event.code);
  const rect = next && context.droppableRects.get(cellKey(next));
  if (!rect) return undefined;
  event.preventDefault();
  return { x: rect.left + HOLD_PX, y: rect.top + HOLD_PX };
};
