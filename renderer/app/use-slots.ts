import { DEFAULT_SLOT_SETTINGS, SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { readDb, type SmallReads } from '@/db/read';
import { useLive } from '@/db/use-live';

/** What is stored of the slots, to be read among other reads of one transaction. */
export const storedSlots = ({ rows }: Pick<SmallReads, 'rows'>): Promise<unknown> =>
  rows('modelSettings')
    .get(SLOT_SETTINGS_ID)
    .then((row) => row?.settings);

/**
 * The slots that were stored; the usual ones where nothing was. The schema is fetched only when
 * there is something to read with it: the first screen of most workspaces does without.
 */
export function slotsOf(stored: unknown): SlotSettings | Promise<SlotSettings> {
  if (stored === undefined) return DEFAULT_SLOT_SETTINGS;
  return Promise.resolve(import('@shared/domain/calendar/slot-settings.schema')).then(
    ({ readSlotSettings }) => readSlotSettings(stored),
  );
}

/**
 * The workspace's slots: hours, quotas, and how much one group can bear. A chain, not an async
 * function: a live query goes on noticing what is read after it.
 */
export const readSlots = (): Promise<SlotSettings> => storedSlots(readDb).then(slotsOf);

/** The same, live; `undefined` while loading. */
export function useSlots(): SlotSettings | undefined {
  return useLive(readSlots, []);
}
