import { SLOTS, type Slot } from './content.schema';

/** Full hours of the day, `to` exclusive. */
export type SlotHours = { from: number; to: number };

const DEFAULT_SLOT_HOURS: Record<Slot, SlotHours> = {
  morning: { from: 6, to: 8 },
  noon: { from: 11, to: 13 },
  evening: { from: 17, to: 19 },
  night: { from: 20, to: 22 },
};

/** The slot whose hours hold this hour (0–23), if any. */
export function slotAtHour(hour: number): Slot | undefined {
  return SLOTS.find((slot) => {
    const { from, to } = DEFAULT_SLOT_HOURS[slot];
    return hour >= from && hour < to;
  });
}

/** A slot's hours as written beside its name: `06–08`. */
export function slotHoursLabel(slot: Slot): string {
  const { from, to } = DEFAULT_SLOT_HOURS[slot];
  const clock = (hour: number) => String(hour).padStart(2, '0');
  return `${clock(from)}–${clock(to)}`;
}
