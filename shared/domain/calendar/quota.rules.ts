import { type Cell, cellKey } from './cell.rules';
import { SLOTS, type Slot } from './content.schema';

/** How many items a slot of one day should hold. */
export type SlotQuota = { min: number; max: number };

const DEFAULT_QUOTA: Record<Slot, SlotQuota> = {
  morning: { min: 1, max: 3 },
  noon: { min: 1, max: 3 },
  evening: { min: 1, max: 3 },
  night: { min: 1, max: 3 },
};

export type WeekHints = {
  /** Cells from today on that hold fewer than the minimum. */
  gaps: Cell[];
  /** Cells that push more than the maximum at people, in the past too. */
  crowded: Cell[];
};

/**
 * Where a week's plan has gaps or crowds. `days` and `today` are `YYYY-MM-DD`; days before today
 * can no longer be filled, so they are no gaps.
 */
export function weekHints(items: readonly Cell[], days: readonly string[], today: string) {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(cellKey(item), (counts.get(cellKey(item)) ?? 0) + 1);
  const hints: WeekHints = { gaps: [], crowded: [] };
  for (const date of days) {
    for (const slot of SLOTS) {
      const count = counts.get(cellKey({ date, slot })) ?? 0;
      const quota = DEFAULT_QUOTA[slot];
      if (count > quota.max) hints.crowded.push({ date, slot });
      else if (count < quota.min && date >= today) hints.gaps.push({ date, slot });
    }
  }
  return hints;
}
