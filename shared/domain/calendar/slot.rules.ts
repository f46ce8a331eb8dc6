import type { SlotSettings } from './slot-settings.schema';
import { SLOTS, type Slot } from './slots';

type Hours = { from: string; to: string };

/** Whether a time (`HH:mm`) lies within a slot's hours, its end excluded. */
export function isWithinSlot({ from, to }: Hours, time: string): boolean {
  return time >= from && time < to;
}

/** The slot whose hours hold this time (`HH:mm`), if any. */
export function slotAtTime({ slots }: SlotSettings, time: string): Slot | undefined {
  return SLOTS.find((slot) => isWithinSlot(slots[slot], time));
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The slot to which a time (`HH:mm`) belongs where a piece must have one: the one whose hours hold
 * it, else the nearest by the clock of the same day, the earlier of two.
 */
export function nearestSlot(settings: SlotSettings, time: string): Slot {
  const at = minutesOf(time);
  const distance = (slot: Slot) => {
    const { from, to } = settings.slots[slot];
    return isWithinSlot({ from, to }, time)
      ? -1
      : Math.max(minutesOf(from) - at, at - (minutesOf(to) - 1));
  };
  return SLOTS.reduce((best, slot) => (distance(slot) < distance(best) ? slot : best));
}

/** A slot's hours as written beside its name: `06–08`, with minutes where they matter. */
export function slotHoursLabel({ from, to }: Hours): string {
  const isWhole = from.endsWith(':00') && to.endsWith(':00');
  const clock = (time: string) => (isWhole ? time.slice(0, 2) : time);
  return `${clock(from)}–${clock(to)}`;
}
