import { type Cell, cellKey } from './cell.rules';
import type { SlotSettings } from './slot-settings.schema';
import { SLOTS } from './slots';

export type WeekHints = {
  /** Cells from today on that hold fewer than the minimum. */
  gaps: Cell[];
  /** Cells that push more than the maximum at people, in the past too. */
  crowded: Cell[];
};

/**
 * Where a plan has gaps or crowds, by the quotas of the settings. `days` and `today` are
 * `YYYY-MM-DD`; days before today can no longer be filled, so they are no gaps.
 */
export function weekHints(
  items: readonly Cell[],
  days: readonly string[],
  today: string,
  settings: SlotSettings,
): WeekHints {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(cellKey(item), (counts.get(cellKey(item)) ?? 0) + 1);
  const hints: WeekHints = { gaps: [], crowded: [] };
  for (const date of days) {
    for (const slot of SLOTS) {
      const count = counts.get(cellKey({ date, slot })) ?? 0;
      const quota = settings.slots[slot];
      if (count > quota.max) hints.crowded.push({ date, slot });
      else if (count < quota.min && date >= today) hints.gaps.push({ date, slot });
    }
  }
  return hints;
}
