import { weekdayOf } from '@shared/lib/time';
import { SLOTS, type Slot } from '../calendar/slots';
import type { Entry, Measure } from './measures.rules';
import { type Reading, readingOf } from './ratio.rules';

/** A slot on a weekday (1 Monday … 7 Sunday): the sent items of it and what they tell. */
export type HeatMapCell = {
  slot: Slot;
  weekday: number;
  entries: readonly Entry[];
  reading: Reading | undefined;
};

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** All 28 cells, slot by slot. Every entry is in exactly one of them. */
export function heatMapOf(entries: readonly Entry[], measure: Measure): HeatMapCell[] {
  const cells = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.item.slot} ${weekdayOf(entry.item.date)}`;
    const known = cells.get(key);
    if (known) known.push(entry);
    else cells.set(key, [entry]);
  }
  return SLOTS.flatMap((slot) =>
    WEEKDAYS.map((weekday): HeatMapCell => {
      const own = cells.get(`${slot} ${weekday}`) ?? [];
      return { slot, weekday, entries: own, reading: readingOf(own, measure) };
    }),
  );
}
