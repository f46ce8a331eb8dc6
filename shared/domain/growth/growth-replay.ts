import type { BookedMove } from './growth-bookings';
import type { Lot } from './growth-lots';

/** A lot once it settled: what is left to spend, what corrections took, what ran out. */
export type LotState = { lot: Lot; left: number; corrected: number; expired: number };

export type Replayed = {
  states: LotState[];
  /** What may be spent; below zero while a refund took back what was spent already. */
  balance: number;
  /** What levels go by: what was earned and has not run out, whether spent or not. */
  standing: number;
  /** The highest standing at the end of any day. */
  peak: number;
  /** Of the balance, what runs out by `soonDay`. */
  expiring: number;
};

const EXPIRE = 0;
const SETTLE = 1;
const BOOK = 2;
type Step = { day: number; rank: number; order: number; state?: LotState; move?: BookedMove };

/**
 * Plays everything through up to and including `today`. Within a day: what runs out goes first, then
 * what settles comes in, then what was booked happens in its order. Spending takes what runs out
 * soonest (FIFO), so nothing that was spent ever runs out; what no lot covers is owed, and the next
 * points to settle pay it.
 */
export function replay(
  lots: readonly Lot[],
  moves: readonly BookedMove[],
  today: number,
  soonDay: number,
): Replayed {
  const states = lots.map((lot) => ({ lot, left: 0, corrected: 0, expired: 0 }));
  const steps = stepsOf(states, moves, today);
  const purse = new Purse();
  let standing = 0;
  let peak = 0;
  for (const [at, { day, rank, state, move }] of steps.entries()) {
    if (rank === EXPIRE && state) {
      standing -= state.lot.points - state.corrected;
      purse.expire(state);
    } else if (state) {
      standing += state.lot.points;
      purse.settle(state);
    } else if (move?.kind === 'out') {
      if (!move.isRedemption) standing -= move.points;
      purse.spend(move.points, move.isRedemption);
    }
    if (steps[at + 1]?.day !== day) peak = Math.max(peak, standing);
  }
  const alive = purse.alive();
  const left = alive.reduce((sum, state) => sum + state.left, 0);
  const soon = alive.filter((state) => state.lot.expiryDay <= soonDay);
  return {
    states,
    balance: left - purse.owed,
    standing,
    peak,
    expiring: soon.reduce((sum, state) => sum + state.left, 0),
  };
}

function stepsOf(states: LotState[], moves: readonly BookedMove[], today: number): Step[] {
  const steps: Step[] = [];
  const add = (state: LotState, rank: number, order: number) => {
    steps.push({ day: state.lot.settleDay, rank, order, state });
    steps.push({ day: state.lot.expiryDay, rank: EXPIRE, order, state });
  };
  for (const [order, state] of states.entries()) add(state, SETTLE, order);
  for (const [order, move] of moves.entries()) {
    if (move.kind === 'out') {
      steps.push({ day: move.day, rank: BOOK, order, move });
    } else {
      const state = { lot: move.lot, left: 0, corrected: 0, expired: 0 };
      states.push(state);
      add(state, BOOK, order);
    }
  }
  return steps
    .filter((step) => step.day <= today)
    .sort((a, b) => a.day - b.day || a.rank - b.rank || a.order - b.order);
}

/** What is there to spend, soonest to run out first. */
class Purse {
  /** Ascending by expiry day; everything before `first` is gone or spent. */
  private readonly lots: LotState[] = [];
  private first = 0;
  private owedRedemptions = 0;
  private owedCorrections = 0;

  get owed(): number {
    return this.owedRedemptions + this.owedCorrections;
  }

  settle(state: LotState): void {
    const forCorrections = Math.min(this.owedCorrections, state.lot.points);
    this.owedCorrections -= forCorrections;
    state.corrected = forCorrections;
    const forRedemptions = Math.min(this.owedRedemptions, state.lot.points - forCorrections);
    this.owedRedemptions -= forRedemptions;
    state.left = state.lot.points - forCorrections - forRedemptions;
    let at = this.lots.length;
    while (at > this.first && (this.lots[at - 1]?.lot.expiryDay ?? 0) > state.lot.expiryDay)
      at -= 1;
    this.lots.splice(at, 0, state);
  }

  expire(state: LotState): void {
    state.expired = state.left;
    state.left = 0;
  }

  spend(points: number, isRedemption: boolean): void {
    let wanted = points;
    while (wanted > 0 && this.first < this.lots.length) {
      const state = this.lots[this.first];
      if (!state) break;
      const taken = Math.min(wanted, state.left);
      state.left -= taken;
      if (!isRedemption) state.corrected += taken;
      wanted -= taken;
      if (state.left === 0) this.first += 1;
    }
    if (isRedemption) this.owedRedemptions += wanted;
    else this.owedCorrections += wanted;
  }

  alive(): LotState[] {
    return this.lots.slice(this.first).filter((state) => state.left > 0);
  }
}
