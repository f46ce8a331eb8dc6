import { z } from 'zod';
import { CONTENT_FORMS, clockTimeSchema } from './content.schema';
import { DEFAULT_SLOT_SETTINGS } from './slot-defaults';
import { SLOTS, type Slot } from './slots';

const { slots, ...usual } = DEFAULT_SLOT_SETTINGS;

const slotSettingSchema = ({ from, to, min, max, forms }: SlotSetting) =>
  z
    .object({
      from: clockTimeSchema.default(from),
      /** Exclusive. */
      to: clockTimeSchema.default(to),
      /** How many pieces a day the slot should hold at least and at most. */
      min: z.number().int().min(0).max(20).default(min),
      max: z.number().int().min(1).max(50).default(max),
      /** What usually goes out in it. */
      forms: z.array(z.enum(CONTENT_FORMS)).default([...forms]),
    })
    .prefault({});

/** Hours, quotas and usual forms of the four slots, and how much one group can bear. */
export const slotSettingsSchema = z.object({
  slots: z
    .object({
      morning: slotSettingSchema(slots.morning),
      noon: slotSettingSchema(slots.noon),
      evening: slotSettingSchema(slots.evening),
      night: slotSettingSchema(slots.night),
    })
    .prefault({}),
  /** Pieces that one group gets in one slot or on one day before it becomes a nuisance. */
  perGroupSlot: z.number().int().min(1).max(50).default(usual.perGroupSlot),
  perGroupDay: z.number().int().min(1).max(100).default(usual.perGroupDay),
  /** A title that comes again within so many days is pointed out. */
  repetitionDays: z.number().int().min(0).max(365).default(usual.repetitionDays),
});
export type SlotSetting = {
  from: string;
  to: string;
  min: number;
  max: number;
  forms: (typeof CONTENT_FORMS)[number][];
};
export type SlotSettings = {
  slots: Record<Slot, SlotSetting>;
  perGroupSlot: number;
  perGroupDay: number;
  repetitionDays: number;
};

/** What is stored, or the defaults where nothing (or nothing readable) is. */
export function readSlotSettings(stored: unknown): SlotSettings {
  const read = slotSettingsSchema.safeParse(stored ?? {});
  const isUpright = read.success && SLOTS.every((slot) => isSpan(read.data.slots[slot]));
  return isUpright ? read.data : DEFAULT_SLOT_SETTINGS;
}

const isSpan = ({ from, to }: SlotSetting) => from < to;
