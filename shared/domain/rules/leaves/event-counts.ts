import type { EventSource } from './event-source';
import type { Stretch } from './range';

/**
 * Loops over one person's events. Slices are sorted by time, so a loop begins at the newest end and
 * stops at the first event before the stretch.
 */

/** How many events are meant within the stretch; counting ends at `enough`. */
export function countEvents(
  source: EventSource,
  row: number,
  { from, to }: Stretch,
  enough = Infinity,
): number {
  const { day, fits } = source;
  const first = source.start[row] ?? 0;
  let slot = (source.end[row] ?? 0) - 1;
  while (slot >= first && (day[slot] ?? 0) > to) slot--;
  if (fits === undefined) {
    if (from === -Infinity) return Math.max(0, slot + 1 - first);
    const newest = slot;
    while (slot >= first && newest - slot < enough && (day[slot] ?? 0) >= from) slot--;
    return newest - slot;
  }
  let count = 0;
  for (; slot >= first && (day[slot] ?? 0) >= from; slot--) {
    if (fits(slot) && ++count >= enough) return count;
  }
  return count;
}

/** Which share of all events of that sort within the stretch is meant; NaN without any. */
export function shareOfEvents(source: EventSource, row: number, { from, to }: Stretch): number {
  const { day, fits } = source;
  const first = source.start[row] ?? 0;
  let all = 0;
  let meant = 0;
  for (let slot = (source.end[row] ?? 0) - 1; slot >= first; slot--) {
    const on = day[slot] ?? 0;
    if (on < from) break;
    if (on > to) continue;
    all++;
    if (fits === undefined || fits(slot)) meant++;
  }
  return meant / all;
}

/** On how many different days events are meant within the stretch. */
export function countDays(source: EventSource, row: number, { from, to }: Stretch): number {
  const { day, fits } = source;
  const first = source.start[row] ?? 0;
  let count = 0;
  let previous = Number.NaN;
  for (let slot = (source.end[row] ?? 0) - 1; slot >= first; slot--) {
    const on = day[slot] ?? 0;
    if (on < from) break;
    if (on > to || on === previous) continue;
    if (fits !== undefined && !fits(slot)) continue;
    previous = on;
    count++;
  }
  return count;
}

/** Slot of the newest event meant within the stretch, -1 for none. */
export function lastEvent(source: EventSource, row: number, { from, to }: Stretch): number {
  const { day, fits } = source;
  const first = source.start[row] ?? 0;
  for (let slot = (source.end[row] ?? 0) - 1; slot >= first; slot--) {
    const on = day[slot] ?? 0;
    if (on < from) return -1;
    if (on <= to && (fits === undefined || fits(slot))) return slot;
  }
  return -1;
}

/** Slot of the oldest event meant up to a day, -1 for none. */
export function firstEvent(source: EventSource, row: number, to: number): number {
  const { day, fits } = source;
  const end = source.end[row] ?? 0;
  for (let slot = source.start[row] ?? 0; slot < end; slot++) {
    if ((day[slot] ?? 0) > to) return -1;
    if (fits === undefined || fits(slot)) return slot;
  }
  return -1;
}
