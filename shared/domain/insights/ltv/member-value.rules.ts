import { NO_DAY } from '@shared/domain/people/people-columns';
import { type BuyerColumns, endOfPast } from '../buyer-columns';
import { chanceAlive, expectedIfAlive } from './bgnbd-expect.rules';
import type { BgNbd } from './bgnbd-fit.rules';
import { expectedSpend, type GammaGamma } from './gamma-gamma.rules';
import type { LtvSettings } from './ltv-settings.schema';
import type { PurchaseHistories } from './purchase-history.rules';

/** Of each row; NaN where nothing can be said. */
export type MemberValues = {
  /** Net money expected within the horizon from the day on, in fen. */
  ltvFen: Float64Array;
  /** Chance that the person still buys; NaN for everybody in the plain way. */
  alive: Float64Array;
};

/** Steps of the horizon with the worth of money in each; a single step without a discount. */
function stepsOf({
  horizonDays,
  discountPerYear,
}: LtvSettings): { until: number; worth: number }[] {
  if (discountPerYear === 0) return [{ until: horizonDays, worth: 1 }];
  const steps: { until: number; worth: number }[] = [];
  for (let from = 0; from < horizonDays; from += 30) {
    const until = Math.min(horizonDays, from + 30);
    steps.push({ until, worth: (1 + discountPerYear) ** (-(from + until) / 2 / 365) });
  }
  return steps;
}

/**
 * Value to come = expected purchases × expected money of a purchase, by BG/NBD (unit: days) and
 * Gamma-Gamma (unit: fen), discounted to today in steps of thirty days. What knows only the number
 * of repeats and the age is worked out once for all who share them; `known` may be handed back in as
 * long as model and settings are the same.
 */
export function valuesByModel(
  histories: PurchaseHistories,
  model: { bgnbd: BgNbd; gammaGamma: GammaGamma },
  settings: LtvSettings,
  known = new Map<number, number>(),
): MemberValues {
  const { x, tx, age, money } = histories;
  const { bgnbd, gammaGamma } = model;
  const steps = stepsOf(settings);
  const ltvFen = new Float64Array(x.length).fill(Number.NaN);
  const alive = new Float64Array(x.length).fill(Number.NaN);
  const discounted = (repeats: number, days: number) => {
    let sum = 0;
    let before = 0;
    for (const { until, worth } of steps) {
      const upTo = expectedIfAlive(bgnbd, until, repeats, days);
      sum += worth * (upTo - before);
      before = upTo;
    }
    return sum;
  };
  const history = { x: 0, tx: 0, age: 0 };
  for (let row = 0; row < x.length; row += 1) {
    const repeats = x[row] ?? -1;
    if (repeats < 0) continue;
    history.x = repeats;
    history.tx = tx[row] ?? 0;
    history.age = age[row] ?? 0;
    const key = repeats * 1_000_000 + history.age;
    let purchases = known.get(key);
    if (purchases === undefined) {
      purchases = discounted(repeats, history.age);
      known.set(key, purchases);
    }
    const chance = chanceAlive(bgnbd, history);
    alive[row] = chance;
    ltvFen[row] = chance * purchases * expectedSpend(gammaGamma, repeats, money[row] ?? 0);
  }
  return { ltvFen, alive };
}

/** Somebody new is not held to a pace measured over fewer days than this. */
const SHORTEST_PACE_DAYS = 28;

/**
 * The fallback: order days within the last `plainPaceDays` (or since the first order, at least four
 * weeks) carried on over the horizon, times the mean net money of all the person's order days.
 */
export function valuesByPace(
  columns: BuyerColumns,
  asOf: number,
  settings: LtvSettings,
): MemberValues {
  const { n, isHere, orders } = columns;
  const { day: dayOf, amountFen, refundFen } = orders;
  const ltvFen = new Float64Array(n).fill(Number.NaN);
  const alive = new Float64Array(n).fill(Number.NaN);
  const { plainPaceDays } = settings;
  let days = 0;
  let before = 0;
  for (const { until, worth } of stepsOf(settings)) {
    days += worth * (until - before);
    before = until;
  }
  const windowStart = asOf - plainPaceDays + 1;
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = orders.start[row] ?? 0;
    const end = endOfPast(orders, row, asOf);
    if (end === start) continue;
    let net = 0;
    let orderDays = 0;
    let recentDays = 0;
    let seen = NO_DAY;
    for (let slot = start; slot < end; slot += 1) {
      const day = dayOf[slot] ?? 0;
      net += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
      if (day === seen) continue;
      seen = day;
      orderDays += 1;
      if (day >= windowStart) recentDays += 1;
    }
    const known = asOf - (dayOf[start] ?? 0) + 1;
    const paceDays = Math.min(plainPaceDays, Math.max(SHORTEST_PACE_DAYS, known));
    ltvFen[row] = (recentDays / paceDays) * days * Math.max(0, net / orderDays);
  }
  return { ltvFen, alive };
}
