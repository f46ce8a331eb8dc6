import type { Cell } from '@shared/domain/calendar/cell.rules';
import { SLOTS, type Slot } from '@shared/domain/calendar/content.schema';

/** Where an item would land: before the `index`-th of the other items of a cell. */
export type DropTarget = Cell & { index: number };
export type Point = { x: number; y: number };

const isSlot = (text: string | undefined): text is Slot => SLOTS.some((slot) => slot === text);

/** The cell that an element of the grid stands for. */
function cellOfElement(element: Element | null | undefined): Cell | undefined {
  const cell = element?.closest<HTMLElement>('[data-cell]');
  const { date, slot } = cell?.dataset ?? {};
  return date !== undefined && isSlot(slot) ? { date, slot } : undefined;
}

/** The place under the pointer; items whose middle lies above it come before. */
export function dropTargetAt(point: Point, draggedId: string): DropTarget | undefined {
  for (const element of document.elementsFromPoint(point.x, point.y)) {
    const cell = cellOfElement(element);
    if (!cell) continue;
    const items = element.closest('[data-cell]')?.querySelectorAll('[data-item-id]') ?? [];
    const others = [...items].filter((item) => item.getAttribute('data-item-id') !== draggedId);
    const index = others.filter((item) => {
      const { top, height } = item.getBoundingClientRect();
      return top + height / 2 < point.y;
    }).length;
    return { ...cell, index };
  }
  return undefined;
}
