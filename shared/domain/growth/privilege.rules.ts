import type { GrowthEntry, Privilege } from './growth.schema';

type Booking = Pick<GrowthEntry, 'id' | 'privilegeId' | 'cancels' | 'points'>;

/** How often a privilege was given, without what was taken back. */
export function givenOf(privilegeId: string, entries: readonly Booking[]): number {
  return redemptionsOf(privilegeId, entries).filter((it) => !it.isCancelled).length;
}

/** Everything that was given of a privilege (of all when none is named), with what was taken back. */
export function redemptionsOf<E extends Booking>(
  privilegeId: string | undefined,
  entries: readonly E[],
): (E & { isCancelled: boolean })[] {
  const cancelled = new Set(entries.flatMap((entry) => entry.cancels ?? []));
  return entries
    .filter((it) => it.privilegeId !== undefined && it.cancels === undefined && it.points < 0)
    .filter((it) => privilegeId === undefined || it.privilegeId === privilegeId)
    .map((it) => ({ ...it, isCancelled: cancelled.has(it.id) }));
}

/**
 * What all points together would cost at most, in fen: `points` at the highest price per point of
 * the privileges that can be had. Undefined while no cost is known.
 */
export function liabilityFen(points: number, privileges: readonly Privilege[]): number | undefined {
  const prices = privileges
    .filter((it) => !it.isOff && it.costFen !== undefined)
    .map((it) => (it.costFen ?? 0) / it.points);
  return prices.length === 0 ? undefined : Math.round(points * Math.max(...prices));
}
