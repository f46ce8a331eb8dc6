import type { Cell } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';

/** Where an item would land: before the `index`-th of the other items of a cell. */
export type DropTarget = Cell & { index?: number };
export type Point = { x: number; y: number };

const isSlot = (text: string | undefined): text is Slot => SLOTS.some((slot) => slot === text);

/** The place under the pointer; items whose middle lies above it come before. A day of a month
 * takes an item into its own slot, behind what is there. */
export function dropTargetAt(
  point: Point,
  dragged: Pick<ContentItem, 'id' | 'slot'>,
): DropTarget | undefined {
  for (const element of document.elementsFromPoint(point.x, point.y)) {
    const cell = element.closest<HTMLElement>('[data-cell]');
    const { date, slot } = cell?.dataset ?? {};
    if (!cell || date === undefined) continue;
    if (!isSlot(slot)) return { date, slot: dragged.slot };
    const items = [...cell.querySelectorAll('[data-item-id]')];
    const others = items.filter((item) => item.getAttribute('data-item-id') !== dragged.id);
    return { date, slot, index: others.filter((item) => isBefore(item, point)).length };
  }
  return undefined;
}

/** In rows of cards, those left of the pointer come before as well. */
function isBefore(item: Element, { x, y }: Point): boolean {
  const { top, bottom, left, height, width } = item.getBoundingClientRect();
  const isBeside = y >= top && y < bottom && (x < left || x > left + width);
  return isBeside ? x > left + width : top + height / 2 < y;
}
