import { type Cell, compareInCell } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { SendClock } from '@shared/domain/calendar/send-window.rules';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { readSlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';

/** The item, or the sentence that it is gone. */
export async function loadItem(tx: Tx, id: string): Promise<ContentItem> {
  const item = await tx.get('contentItems', id);
  if (!item) throw new ExpectedError('content-not-found');
  return item;
}

/** The clock by which plans are read; the command names `modelSettings` and `workspace`. */
export async function readClock(tx: Tx): Promise<SendClock> {
  return {
    settings: readSlotSettings((await tx.get('modelSettings', SLOT_SETTINGS_ID))?.settings),
    zone: (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE,
  };
}

/** UTC ms of the first sending that is recorded of an item; the command names `contentSends`. */
export async function firstSentAt(tx: Tx, itemId: string): Promise<number | undefined> {
  const sends = await tx.findBy('contentSends', 'itemId', itemId);
  const times = sends.filter(({ state }) => state === 'sent').map(({ at }) => at);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** What a cell holds, in the order in which it is shown. */
export async function cellItems(tx: Tx, { date, slot }: Cell): Promise<ContentItem[]> {
  const day = await tx.findBy('contentItems', 'date', date);
  return day.filter((item) => item.slot === slot).sort(compareInCell);
}

/** Behind everything that the cell already holds. */
export async function lastPosition(tx: Tx, cell: Cell): Promise<number> {
  return ((await cellItems(tx, cell)).at(-1)?.position ?? 0) + 1;
}

/**
 * Takes an item out. An occurrence of a repeat leaves its day behind, so that the repeat never makes
 * it again; the command names `contentRepeats` among its stores.
 */
export async function takeOut(tx: Tx, item: ContentItem): Promise<void> {
  await tx.remove('contentItems', item.id);
  if (item.repeatId === undefined || item.repeatDay === undefined) return;
  const repeat = await tx.get('contentRepeats', item.repeatId);
  if (!repeat || repeat.leftOutDays.includes(item.repeatDay)) return;
  await tx.update('contentRepeats', repeat.id, {
    leftOutDays: [...repeat.leftOutDays, item.repeatDay].sort().slice(-1000),
  });
}
