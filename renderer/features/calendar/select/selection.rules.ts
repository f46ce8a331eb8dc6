import { type Cell, compareInCell } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { addDays, daysBetween } from '@shared/lib/time';

type Placed = Pick<ContentItem, 'id' | 'date' | 'slot' | 'position'>;

/** Items as one reads a plan: day by day, slot by slot, as they stand in their cell. */
export function inReadingOrder<T extends Placed>(items: readonly T[]): T[] {
  return [...items].sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) ||
      compareInCell(a, b),
  );
}

/** Everything from one item to another, both included; only the second where the first is gone. */
export function idsBetween(order: readonly { id: string }[], from: string, to: string): string[] {
  const ids = order.map(({ id }) => id);
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (b < 0) return [];
  return a < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** A cell, or a day whose slot is left to the item. */
export type Target = { date: string; slot?: Slot | undefined };

/**
 * Where items go when one of them, `anchor`, is put on a target: all by the same number of days and
 * slots, none beyond the first or last slot of a day. Without a slot in the target each keeps its
 * own. Items in reading order keep it in every cell.
 */
export function carry<T extends Placed>(
  items: readonly T[],
  anchor: Cell,
  target: Target,
): { id: string; date: string; slot: Slot }[] {
  const days = daysBetween(anchor.date, target.date);
  const steps =
    target.slot === undefined ? 0 : SLOTS.indexOf(target.slot) - SLOTS.indexOf(anchor.slot);
  return items.map(({ id, date, slot }) => {
    const at = Math.max(0, Math.min(SLOTS.length - 1, SLOTS.indexOf(slot) + steps));
    return { id, date: addDays(date, days), slot: SLOTS[at] ?? slot };
  });
}
