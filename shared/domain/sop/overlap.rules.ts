import { unpackIds } from '@shared/lib/pack-ids';

/** Another running flow and whom it means, packed by `packIds`. */
export type OtherTarget = { runId: string; title: string; members: string };
export type Overlap = { runId: string; title: string; count: number };

/**
 * How many of a run's people (packed ids of its fixed target) other running flows write to as well:
 * one line for each that shares anybody, most first.
 */
export function overlapsOf(members: string, others: readonly OtherTarget[]): Overlap[] {
  if (others.length === 0) return [];
  const own = new Set(unpackIds(members));
  return others
    .map(({ runId, title, members: packed }) => {
      const count = new Set(unpackIds(packed).filter((id) => own.has(id))).size;
      return { runId, title, count };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.runId < b.runId ? -1 : 1));
}
