import { dayNumber } from '@shared/lib/time';
import type { TouchPlan } from './touch.schema';

/** From the first orders of day `fromDay` (a day number) on, this share is left alone by lot. */
export type Lot = { fromDay: number; share: number; seed: number };

/** All lots of a plan, the earliest first; without a hold-out there is none. */
export function lotsOf(plan: Pick<TouchPlan, 'holdOut' | 'laterHoldOuts' | 'startDay'>): Lot[] {
  const lots: Lot[] = (plan.laterHoldOuts ?? []).map(({ fromDay, share, seed }) => ({
    fromDay: dayNumber(fromDay),
    share,
    seed,
  }));
  if (plan.holdOut) lots.push({ fromDay: Number.NEGATIVE_INFINITY, ...plan.holdOut });
  return lots.sort((a, b) => a.fromDay - b.fromDay);
}

/** The lot that holds for people whose first order lies on that day. */
export function lotFor(lots: readonly Lot[], firstDay: number): Lot | undefined {
  return lots.findLast((lot) => lot.fromDay <= firstDay);
}

/**
 * The number in [0, 1) that the lot gives to a member, from the id and the seed alone, so that it
 * never depends on who else is there: FNV-1a over the id's characters, finished by the mixer of
 * MurmurHash3.
 */
export function lotOf(memberId: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1);
  for (let at = 0; at < memberId.length; at += 1) {
    hash = Math.imul(hash ^ memberId.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** Whether the lot leaves this member alone. */
export function isHeldOut(memberId: string, lot: Lot | undefined): boolean {
  return lot !== undefined && lot.share > 0 && lotOf(memberId, lot.seed) < lot.share;
}
