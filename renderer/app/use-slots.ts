import {
  readSlotSettings,
  SLOT_SETTINGS_ID,
  type SlotSettings,
} from '@shared/domain/calendar/slot-settings.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** The workspace's slots: hours, quotas, and how much one group can bear. */
export async function readSlots(): Promise<SlotSettings> {
  return readSlotSettings((await readDb.rows('modelSettings').get(SLOT_SETTINGS_ID))?.settings);
}

/** The same, live; `undefined` while loading. */
export function useSlots(): SlotSettings | undefined {
  return useLive(readSlots, []);
}
