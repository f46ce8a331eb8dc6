import { msOfWallTime } from '@shared/lib/time';
import type { SlotSettings } from './slot-settings.schema';
import type { Slot } from './slots';

/** A planned place: a business day, a slot, and the piece's own time (`HH:mm`) where it has one. */
export type SendPlace = { date: string; slot: Slot; time?: string | undefined };

/** When something is due and how long it counts as on time; UTC ms, `toMs` exclusive. */
export type SendWindow = { dueMs: number; fromMs: number; toMs: number };

/** What a piece planned for a time at or after its slot's end is given. */
const OWN_TIME_MS = 3_600_000;

/** The clock by which plans are read: hours of the slots, and the workspace's time zone. */
export type SendClock = { settings: SlotSettings; zone: string };

/** UTC ms of a wall time (`HH:mm`) on a business day in the zone. */
function msOfClock(day: string, clock: string, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return msOfWallTime({ year, month, day: date, hour, minute, second: 0 }, zone);
}

/** The hours of one slot on one day, as instants (UTC ms); `toMs` exclusive. */
export function slotSpan(date: string, slot: Slot, { settings, zone }: SendClock) {
  const { from, to } = settings.slots[slot];
  return { fromMs: msOfClock(date, from, zone), toMs: msOfClock(date, to, zone) };
}

/**
 * The window of a planned piece. Without a time of its own it is due when the slot opens. A time of
 * its own before the slot opens the window early; one at or after the slot's end gets an hour.
 */
export function sendWindow({ date, slot, time }: SendPlace, clock: SendClock): SendWindow {
  const { fromMs, toMs } = slotSpan(date, slot, clock);
  if (time === undefined) return { dueMs: fromMs, fromMs, toMs };
  const dueMs = msOfClock(date, time, clock.zone);
  return {
    dueMs,
    fromMs: Math.min(fromMs, dueMs),
    toMs: dueMs < toMs ? toMs : dueMs + OWN_TIME_MS,
  };
}

/** How a sending stands to its window: before it opened, within, or after its end. */
export function timelinessOfSend(at: number, { fromMs, toMs }: SendWindow) {
  if (at < fromMs) return 'sentEarly' as const;
  return at < toMs ? ('sentInSlot' as const) : ('sentLate' as const);
}
