import { expiryDayOf } from './growth-days';
import type { GrowthBooking, GrowthFacts } from './growth-facts';
import { byId, type GrowthRemarks, type Lot } from './growth-lots';
import { type GrowthSettings, versionOn, versionStarts } from './growth-settings.schema';

/** What somebody booked, as it is replayed: a lot for what comes in, an amount for what goes out. */
export type BookedMove =
  | { kind: 'in'; day: number; lot: Lot }
  | { kind: 'out'; day: number; points: number; isRedemption: boolean };

export type Booked = {
  moves: BookedMove[];
  /** Bookings that stand, in order, each with the day on which it counts. */
  standing: (GrowthBooking & { isCancelled: boolean })[];
  remarks: GrowthRemarks;
};

/**
 * Bookings in the order in which they count. One dated after today (a clock was set back) counts
 * today, for what was given is given. A redemption that was taken back moves nothing, as if it had
 * never been; a second cancellation of the same one, or one of nothing, is left out and told.
 */
export function bookedMoves(facts: GrowthFacts, settings: GrowthSettings, today: number): Booked {
  const starts = versionStarts(settings);
  const remarks: GrowthRemarks = {};
  const tell = (remark: 'future-booking' | 'loose-cancellation') => {
    remarks[remark] = (remarks[remark] ?? 0) + 1;
  };
  const all = facts.bookings
    .map((booking) => {
      if (booking.day > today) tell('future-booking');
      return { ...booking, day: Math.min(booking.day, today) };
    })
    .sort((a, b) => a.day - b.day || a.at - b.at || byId(a.id, b.id));
  const redemptions = new Map(
    all.filter((it) => it.cancels === undefined && it.points < 0).map((it) => [it.id, it]),
  );
  const cancelled = new Set<string>();
  const result: Booked = { moves: [], standing: [], remarks };
  for (const booking of all) {
    if (booking.cancels === undefined) continue;
    const target = redemptions.get(booking.cancels);
    if (!target || cancelled.has(target.id) || booking.points !== -target.points) {
      tell('loose-cancellation');
    } else {
      cancelled.add(target.id);
      cancelled.add(booking.id);
    }
  }
  for (const booking of all) {
    const isCancelled = cancelled.has(booking.id);
    if (booking.cancels !== undefined && !isCancelled) continue;
    result.standing.push({ ...booking, isCancelled });
    if (isCancelled) continue;
    result.moves.push(
      booking.points > 0
        ? { kind: 'in', day: booking.day, lot: lotOf(booking, settings, starts) }
        : {
            kind: 'out',
            day: booking.day,
            points: -booking.points,
            isRedemption: booking.kind === 'redeem',
          },
    );
  }
  return result;
}

function lotOf({ id, day, at, points }: GrowthBooking, settings: GrowthSettings, starts: number[]) {
  const { expiryMonths } = versionOn(settings, starts, day);
  const expiryDay = expiryDayOf(day, expiryMonths);
  return {
    source: 'adjust',
    refId: id,
    day,
    at,
    settleDay: day,
    expiryDay,
    full: points,
    points,
  } as const;
}
