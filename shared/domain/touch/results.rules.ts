import {
  cameBack,
  isWindowOver,
  RETURN_WINDOWS,
  type Returned,
  type ReturnWindow,
} from '@shared/domain/insights/cohorts/cohorts.rules';
import {
  type Interval,
  twoProportions,
  wilsonInterval,
} from '@shared/domain/statistics/proportion.rules';
import { sampleSize } from '@shared/domain/statistics/sample-size.rules';

export const TOUCH_WINDOWS = ['retention7', 'repurchase30'] as const satisfies ReturnWindow[];

/** One member of a plan, in day numbers. */
export type TouchedPerson = {
  firstDay: number;
  /** Days from the first order day to the next later order day, -1 where there is none. */
  returnedAfter: number;
  /** Day of the first touch that was done, undefined without one. */
  touchedOn: number | undefined;
  /** By lot: `touch` or `hold`; undefined for whom no lot was drawn. */
  lot: 'touch' | 'hold' | undefined;
};

export type ResultSide = Returned & { interval: Interval };

export type ResultPair = {
  a: ResultSide;
  b: ResultSide;
  /** a less b, both as shares. */
  test: ReturnType<typeof twoProportions>;
};

export type TouchResult = {
  window: ReturnWindow;
  days: number;
  /** People whose window is not over yet: they count nowhere. */
  pending: number;
  /** Touched within the window against not touched within it; not drawn by lot. */
  observed: ResultPair;
  /** Everybody whom the lot would touch against everybody whom it left alone, touched or not. */
  byLot?: ResultPair;
};

const none = (): Returned => ({ k: 0, n: 0 });

function sideOf({ k, n }: Returned): ResultSide {
  return { k, n, interval: wilsonInterval({ count: k, total: n }) };
}

function pairOf(a: Returned, b: Returned): ResultPair {
  // The second less the first is what the test answers.
  const test = twoProportions({ count: b.k, total: b.n }, { count: a.k, total: a.n });
  return { a: sideOf(a), b: sideOf(b), test };
}

/**
 * Who came back within the window after the first order, touched against untouched. Windows and
 * "came back" are those of the cohorts (`RETURN_WINDOWS`, `cameBack`); people whose window is not
 * over are left out and counted in `pending`. Touched means: done at least once within the window;
 * a touch after it could not have brought anybody back in time.
 */
export function touchResult(
  people: Iterable<TouchedPerson>,
  window: ReturnWindow,
  today: number,
): TouchResult {
  const [touched, untouched, assigned, held] = [none(), none(), none(), none()];
  let pending = 0;
  for (const { firstDay, returnedAfter, touchedOn, lot } of people) {
    if (!isWindowOver(firstDay, today, window)) {
      pending += 1;
      continue;
    }
    const hasReturned = cameBack(returnedAfter, window);
    const count = (into: Returned) => {
      into.n += 1;
      if (hasReturned) into.k += 1;
    };
    const isTouched = touchedOn !== undefined && touchedOn <= firstDay + RETURN_WINDOWS[window];
    count(isTouched ? touched : untouched);
    if (lot) count(lot === 'hold' ? held : assigned);
  }
  return {
    window,
    days: RETURN_WINDOWS[window],
    pending,
    observed: pairOf(touched, untouched),
    ...(held.n > 0 && { byLot: pairOf(assigned, held) }),
  };
}

/**
 * Newcomers needed in all so that a rise of `points` (0.05 is five points) over the rate of the
 * untouched is found four times out of five, when `holdShare` of them are left alone: the smaller
 * side needs what a test of two equal arms needs of each.
 */
export function newcomersNeeded(
  rate: Returned,
  points: number,
  holdShare: number,
): number | undefined {
  if (rate.n === 0) return undefined;
  const base = rate.k / rate.n;
  if (holdShare <= 0 || base + points >= 1) return undefined;
  const size = sampleSize({ p1: base, p2: base + points });
  return size.kind === 'size' ? Math.ceil(size.perArm / Math.min(holdShare, 0.5)) : undefined;
}
