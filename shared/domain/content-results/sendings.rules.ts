import { dayOf, msOfWallTime } from '@shared/lib/time';
import type { ContentItem } from '../calendar/content.schema';
import type { ContentSend } from '../calendar/send.schema';
import { ALL_GROUPS } from '../calendar/send-targets.rules';
import type { SlotSettings } from '../calendar/slot-settings.schema';

/** One item in one group (`ALL_GROUPS` for all) at an instant, UTC ms. */
export type Sending = { itemId: string; groupId: string; at: number };

/** The instant for which an item was planned: its own time, else the beginning of its slot. */
function plannedAt(
  { date, slot, time }: Pick<ContentItem, 'date' | 'slot' | 'time'>,
  { slots }: SlotSettings,
  zone: string,
): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = (time ?? slots[slot].from).split(':').map(Number);
  return msOfWallTime({ year, month, day, hour, minute, second: 0 }, zone);
}

/**
 * When items really went out, oldest first. The log of sendings goes first, group by group; an item
 * without one that is marked as sent counts from that mark if it was made on the item's day, and
 * from the planned time if it was made later, because then it was only caught up on.
 */
export function sendingsOf(
  items: readonly ContentItem[],
  sends: readonly ContentSend[],
  settings: SlotSettings,
  zone: string,
): Sending[] {
  const logged = new Map<string, ContentSend[]>();
  for (const send of sends) {
    if (send.state !== 'sent') continue;
    const known = logged.get(send.itemId);
    if (known) known.push(send);
    else logged.set(send.itemId, [send]);
  }
  const sendings = items.flatMap((item): Sending[] => {
    const own = logged.get(item.id);
    if (own) return own.map(({ groupId, at }) => ({ itemId: item.id, groupId, at }));
    if (item.status !== 'sent' && item.status !== 'measured') return [];
    const isMarkedThen = item.sentAt !== undefined && dayOf(item.sentAt, zone) === item.date;
    const at = isMarkedThen ? (item.sentAt ?? 0) : plannedAt(item, settings, zone);
    const targets = item.groupIds.length > 0 ? [...new Set(item.groupIds)] : [ALL_GROUPS];
    return targets.map((groupId) => ({ itemId: item.id, groupId, at }));
  });
  return sendings.sort(bySending);
}

/** By time; of what went out at the same instant the order is that of the ids, on every laptop. */
function bySending(a: Sending, b: Sending): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.itemId !== b.itemId) return a.itemId < b.itemId ? -1 : 1;
  return a.groupId < b.groupId ? -1 : 1;
}
