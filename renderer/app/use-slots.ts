import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** Today shows the slots, and the first screen does not wait for schemas. */
const schema = import('@shared/domain/calendar/slot-settings.schema');

/** The workspace's slots: hours, quotas, and how much one group can bear. */
export async function readSlots(): Promise<SlotSettings> {
  const { readSlotSettings, SLOT_SETTINGS_ID } = await Promise.resolve(schema);
  return readSlotSettings((await readDb.rows('modelSettings').get(SLOT_SETTINGS_ID))?.settings);
}

/** The same, live; `undefined` while loading. */
export function useSlots(): SlotSettings | undefined {
  return useLive(readSlots, []);
}
