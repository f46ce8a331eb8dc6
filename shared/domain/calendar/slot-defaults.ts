import type { SlotSettings } from './slot-settings.schema';

/** The row of `modelSettings` that holds the slots. */
export const SLOT_SETTINGS_ID = 'calendar-slots';

/** The slots of a workspace that changed nothing. Apart from the schemas, which the start does not wait for. */
export const DEFAULT_SLOT_SETTINGS: SlotSettings = {
  slots: {
    morning: { from: '06:00', to: '08:00', min: 1, max: 3, forms: ['article'] },
    noon: { from: '11:00', to: '13:00', min: 1, max: 3, forms: ['live', 'video'] },
    evening: { from: '17:00', to: '19:00', min: 1, max: 3, forms: ['topic', 'relay'] },
    night: { from: '20:00', to: '22:00', min: 1, max: 3, forms: ['relay', 'article'] },
  },
  perGroupSlot: 3,
  perGroupDay: 8,
  repetitionDays: 14,
};
