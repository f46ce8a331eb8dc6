import { z } from 'zod';
import { CONTENT_FORMS, clockTimeSchema } from './content.schema';
import { SLOTS, type Slot } from './slots';

/** The row of `modelSettings` that holds these. */
export const SLOT_SETTINGS_ID = 'calendar-slots';

const slotSettingSchema = (
  from: string,
  to: string,
  forms: readonly (typeof CONTENT_FORMS)[number][],
) =>
  z
    .object({
      from: clockTimeSchema.default(from),
      /** Exclusive. */
      to: clockTimeSchema.default(to),
      /** How many pieces a day the slot should hold at least and at most. */
      min: z.number().int().min(0).max(20).default(1),
      max: z.number().int().min(1).max(50).default(3),
      /** What usually goes out in it. */
      forms: z.array(z.enum(CONTENT_FORMS)).default([...forms]),
    })
    .prefault({});

/** Hours, quotas and usual forms of the four slots, and how much one group can bear. */
export const slotSettingsSchema = z.object({
  slots: z
    .object({
      morning: slotSettingSchema('06:00', '08:00', ['article']),
      noon: slotSettingSchema('11:00', '13:00', ['live', 'video']),
      evening: slotSettingSchema('17:00', '19:00', ['topic', 'relay']),
      night: slotSettingSchema('20:00', '22:00', ['relay', 'article']),
    })
    .prefault({}),
  /** Pieces that one group gets in one slot or on one day before it becomes a nuisance. */
  perGroupSlot: z.number().int().min(1).max(50).default(3),
  perGroupDay: z.number().int().min(1).max(100).default(8),
  /** A title that comes again within so many days is pointed out. */
  repetitionDays: z.number().int().min(0).max(365).default(14),
});
export type SlotSettings = z.infer<typeof slotSettingsSchema>;
export type SlotSetting = SlotSettings['slots'][Slot];

export const DEFAULT_SLOT_SETTINGS: SlotSettings = slotSettingsSchema.parse({});

/** What is stored, or the defaults where nothing (or nothing readable) is. */
export function readSlotSettings(stored: unknown): SlotSettings {
  const read = slotSettingsSchema.safeParse(stored ?? {});
  const isUpright = read.success && SLOTS.every((slot) => isSpan(read.data.slots[slot]));
  return isUpright ? read.data : DEFAULT_SLOT_SETTINGS;
}

const isSpan = ({ from, to }: SlotSetting) => from < to;
