import { DEFAULT_SLOT_SETTINGS, SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { readDb, type SmallReads } from '@/db/read';
import { useLive } from '@/db/use-live';

/** What is stored of the slots, to be read among other reads of one transaction. */
export const storedSlots = async ({ rows }: Pick<SmallReads, 'rows'>): Promise<unknown> =>
  (await rows('modelSettings').get(SLOT_SETTINGS_ID))?.settings;

/**
 * The slots that were stored; the usual ones where nothing was. The schema is fetched only when
 * there is something to read with it: the first screen of most workspaces does without.
 */
export async function slotsOf(stored: unknown): Promise<SlotSettings> {
  if (stored === undefined) return DEFAULT_SLOT_SETTINGS;
  const { readSlotSettings } = await Promise.resolve(
    import('@shared/domain/calendar/slot-settings.schema'),
  );
  return readSlotSettings(stored);
}

/** The workspace's slots: hours, quotas, and how much one group can bear. */
export async function readSlots(): Promise<SlotSettings> {
  return slotsOf(await storedSlots(readDb));
}

/** The same, live; `undefined` while loading. */
export function useSlots(): SlotSettings | undefined {
  return useLive(readSlots, []);
}
