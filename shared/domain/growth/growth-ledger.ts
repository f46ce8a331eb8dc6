import { bookedMoves } from './growth-bookings';
import type { GrowthFacts } from './growth-facts';
import { levelIndex, pointsToNext } from './growth-levels';
import { byId, earnedLots, type GrowthRemarks, type Lot } from './growth-lots';
import { type LotState, replay } from './growth-replay';
import type { GrowthSettings } from './growth-settings.schema';

/** How far ahead points are said to run out soon. */
export const SOON_DAYS = 30;

export type LedgerEntry = {
  /** The same for the same facts. */
  id: string;
  kind: 'earned' | 'reversed' | 'expired' | 'adjust' | 'redeem' | 'cancel';
  /** Pending entries are not in the balance yet. */
  isPending: boolean;
  source?: Lot['source'];
  points: number;
  /** Day number: earned, or run out, or booked. */
  day: number;
  /** UTC ms of what lies behind it; the start of the day in UTC where nothing says it better. */
  at: number;
  /** Order, interaction or booking. */
  refId?: string;
  settleDay?: number;
  expiryDay?: number;
  privilegeId?: string;
  reason?: string;
  /** A redemption that was taken back. */
  isCancelled?: boolean;
};

export type GrowthFigures = {
  /** Settled entries summed; below zero only while a refund took back what was spent already. */
  balance: number;
  pending: number;
  /** Of the balance, what runs out within `SOON_DAYS`. */
  expiring: number;
  /** What levels go by: earned, corrected, not run out; redeeming does not lower it. */
  standing: number;
  level: number;
  toNext?: number;
};

export type GrowthLedger = GrowthFigures & {
  /** Newest first. */
  entries: LedgerEntry[];
  remarks: GrowthRemarks;
};

/**
 * One member's growth value as of `today` (a day number), worked out anew from the facts: the same
 * facts in any order give the same ledger. `balance` = Σ points of the entries that are not pending.
 */
export function growthLedger(
  facts: GrowthFacts,
  settings: GrowthSettings,
  today: number,
): GrowthLedger {
  const { lots, remarks } = earnedLots(facts, settings, today);
  const booked = bookedMoves(facts, settings, today);
  const played = replay(lots, booked.moves, today, today + SOON_DAYS);
  const standing = settings.downgrade === 'keep' ? played.peak : played.standing;
  const level = levelIndex(settings.levels, standing);
  const toNext = pointsToNext(settings.levels, level, played.standing);
  const entries = [
    ...played.states.flatMap((state) => lotEntries(state, today)),
    ...booked.standing.map((booking): LedgerEntry => {
      const { id, day, at, points, privilegeId, reason, isCancelled } = booking;
      return {
        id,
        kind: booking.cancels === undefined ? booking.kind : 'cancel',
        isPending: false,
        points,
        day,
        at,
        refId: id,
        ...(privilegeId === undefined ? {} : { privilegeId }),
        ...(reason === undefined ? {} : { reason }),
        ...(isCancelled ? { isCancelled } : {}),
      };
    }),
  ].sort((a, b) => b.day - a.day || b.at - a.at || byId(b.id, a.id));
  const owes = played.balance < 0 ? { owes: -played.balance } : {};
  return {
    balance: played.balance,
    pending: lots.reduce((sum, lot) => sum + (lot.settleDay > today ? lot.points : 0), 0),
    expiring: played.expiring,
    standing: played.standing,
    level,
    ...(toNext === undefined ? {} : { toNext }),
    entries,
    remarks: { ...remarks, ...booked.remarks, ...owes },
  };
}

function lotEntries({ lot, expired }: LotState, today: number): LedgerEntry[] {
  const { source, refId, day, at, settleDay, expiryDay, full, points } = lot;
  const key = `${source}.${refId ?? at}`;
  const isPending = settleDay > today;
  const common = { source, ...(refId === undefined ? {} : { refId }) };
  const entries: LedgerEntry[] = [];
  // A booking stands in the ledger as itself; only its running out is told of its lot.
  if (source !== 'adjust') {
    const dates = { day, at, isPending, settleDay, expiryDay };
    entries.push({ id: key, kind: 'earned', points: full, ...dates, ...common });
    if (points !== full) {
      entries.push({
        id: `${key}.back`,
        kind: 'reversed',
        points: points - full,
        ...dates,
        ...common,
      });
    }
  }
  if (expired > 0) {
    entries.push({
      id: `${key}.gone`,
      kind: 'expired',
      isPending: false,
      points: -expired,
      day: expiryDay,
      at: expiryDay * 86_400_000,
      ...common,
    });
  }
  return entries;
}
