import { type BuyerColumns, endOfPast } from '../buyer-columns';
import { monthTable } from './months';

/** Ordered again within so many days after the first order. */
export const RETURN_WINDOWS = { retention7: 7, repurchase30: 30 } as const;
export type ReturnWindow = keyof typeof RETURN_WINDOWS;

/** `k` of `n` whose window is over came back. */
export type Returned = { k: number; n: number };

export type Cohort = {
  /** `year * 12 + month - 1` of the first order. */
  month: number;
  size: number;
  /** People of the cohort with an order in the k-th month after; `active[0]` is `size`. */
  active: number[];
} & Record<ReturnWindow, Returned>;

export type Cohorts = {
  /** Oldest first, only months in which somebody came. */
  cohorts: Cohort[];
  buyers: number;
  /** Row's month of the first order, -1 without one. */
  monthOf: Int32Array;
  /** Days from the first order day to the next later order day, -1 where there is none. */
  returnedAfter: Int32Array;
  /** Day of the first order; only where `monthOf` is not -1. */
  firstDay: Int32Array;
};

/** The window's last day lies before the day asked for: its whole time was there to come back. */
export function isWindowOver(firstDay: number, asOf: number, window: ReturnWindow): boolean {
  return firstDay + RETURN_WINDOWS[window] < asOf;
}

/** Came back within the window: on a later day, at most so many days after the first. */
export function cameBack(returnedAfter: number, window: ReturnWindow): boolean {
  return returnedAfter > 0 && returnedAfter <= RETURN_WINDOWS[window];
}

function firstOf({ n, isHere, orders }: BuyerColumns, asOf: number): number {
  let first = asOf;
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = orders.start[row] ?? 0;
    if (start < (orders.end[row] ?? 0)) first = Math.min(first, orders.day[start] ?? first);
  }
  return first;
}

/**
 * Monthly acquisition cohorts as of day `asOf`: what is dated later is left out. `active` of every
 * cohort reaches to the month of the last order there is. One pass over the orders.
 */
export function findCohorts(columns: BuyerColumns, asOf: number): Cohorts {
  const { n, isHere, orders } = columns;
  const { start: starts, day: days } = orders;
  const first = firstOf(columns, asOf);
  const months = monthTable(first, asOf);
  const oldest = months[0] ?? 0;
  const span = (months.at(-1) ?? 0) - oldest + 1;
  const active: Uint32Array[] = [];
  const returned = new Uint32Array(span * 4);
  const found: Cohorts = {
    cohorts: [],
    buyers: 0,
    monthOf: new Int32Array(n).fill(-1),
    returnedAfter: new Int32Array(n).fill(-1),
    firstDay: new Int32Array(n),
  };
  let last = oldest;
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = starts[row] ?? 0;
    const end = endOfPast(orders, row, asOf);
    if (end === start) continue;
    const firstDay = days[start] ?? 0;
    const cohort = (months[firstDay - first] ?? 0) - oldest;
    const counts = active[cohort] ?? new Uint32Array(span - cohort);
    active[cohort] = counts;
    let seen = -1;
    for (let slot = start; slot < end; slot += 1) {
      const month = (months[(days[slot] ?? 0) - first] ?? 0) - oldest;
      if (month === seen) continue;
      seen = month;
      counts[month - cohort] = (counts[month - cohort] ?? 0) + 1;
    }
    if (oldest + seen > last) last = oldest + seen;
    let next = start + 1;
    while (next < end && days[next] === firstDay) next += 1;
    const after = next < end ? (days[next] ?? 0) - firstDay : -1;
    found.buyers += 1;
    found.monthOf[row] = oldest + cohort;
    found.firstDay[row] = firstDay;
    found.returnedAfter[row] = after;
    countReturn(returned, cohort * 4, after, firstDay, asOf);
  }
  for (let cohort = 0; cohort < span; cohort += 1) {
    const counts = active[cohort];
    if (!counts) continue;
    const [n7 = 0, k7 = 0, n30 = 0, k30 = 0] = returned.subarray(cohort * 4);
    found.cohorts.push({
      month: oldest + cohort,
      size: counts[0] ?? 0,
      active: Array.from(counts.subarray(0, last - oldest - cohort + 1)),
      retention7: { n: n7, k: k7 },
      repurchase30: { n: n30, k: k30 },
    });
  }
  return found;
}

/** Four counts a cohort: n and k of 7 days, n and k of 30. */
function countReturn(
  counts: Uint32Array,
  at: number,
  after: number,
  firstDay: number,
  asOf: number,
): void {
  if (isWindowOver(firstDay, asOf, 'retention7')) {
    counts[at] = (counts[at] ?? 0) + 1;
    if (cameBack(after, 'retention7')) counts[at + 1] = (counts[at + 1] ?? 0) + 1;
  }
  if (isWindowOver(firstDay, asOf, 'repurchase30')) {
    counts[at + 2] = (counts[at + 2] ?? 0) + 1;
    if (cameBack(after, 'repurchase30')) counts[at + 3] = (counts[at + 3] ?? 0) + 1;
  }
}
