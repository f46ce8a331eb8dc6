import type { ContentItem } from './content.schema';
import type { SlotSettings } from './slot-settings.schema';

/** The present moment as the plan knows it: a business day and a wall time `HH:mm`. */
export type PlanNow = { day: string; time: string };

/** Whether an item's slot is over and nobody said that it was sent. */
export function isItemOverdue(
  item: Pick<ContentItem, 'date' | 'slot' | 'status'>,
  now: PlanNow,
  { slots }: Pick<SlotSettings, 'slots'>,
): boolean {
  if (item.status === 'sent' || item.status === 'measured') return false;
  if (item.date !== now.day) return item.date < now.day;
  return now.time >= slots[item.slot].to;
}
