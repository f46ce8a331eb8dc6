import { SLOTS, type Slot } from './content.schema';
import type { SlotSettings } from './slot-settings.schema';

type Hours = { from: string; to: string };

/** Whether a time (`HH:mm`) lies within a slot's hours, its end excluded. */
export function isWithinSlot({ from, to }: Hours, time: string): boolean {
  return time >= from && time < to;
}

/** The slot whose hours hold this time (`HH:mm`), if any. */
export function slotAtTime({ slots }: SlotSettings, time: string): Slot | undefined {
  return SLOTS.find((slot) => isWithinSlot(slots[slot], time));
}

/** A slot's hours as written beside its name: `06–08`, with minutes where they matter. */
export function slotHoursLabel({ from, to }: Hours): string {
  const isWhole = from.endsWith(':00') && to.endsWith(':00');
  const clock = (time: string) => (isWhole ? time.slice(0, 2) : time);
  return `${clock(from)}–${clock(to)}`;
}
