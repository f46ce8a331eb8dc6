import { chancesOfRepeats, expectedPurchases } from './bgnbd-expect.rules';
import type { BgNbd } from './bgnbd-fit.rules';
import type { PurchaseHistories } from './purchase-history.rules';
import { type FitOptions, type FittedValue, fitValueModel } from './value-model.rules';

/** Customers with so many repeats, seen and expected; the last number stands for "or more". */
export type RepeatFigure = { repeats: number; actual: number; expected: number };

export type Holdout = { days: number; customers: number; expected: number; actual: number };

export type FitQuestion = {
  now: PurchaseHistories;
  /** The same rows `holdoutDays` earlier. */
  before?: PurchaseHistories;
  holdoutDays: number;
  options: FitOptions;
};

export type FitReport = { fitted: FittedValue; frequencies: RepeatFigure[]; holdout?: Holdout };

const MOST_REPEATS = 7;
const LONGEST_HOLDOUT_DAYS = 90;
const SHORTEST_HISTORY_DAYS = 90;

/** A third of the time there is, at most a quarter of a year; 0 where that is too little to try. */
export function holdoutDaysOf({ x, age }: PurchaseHistories): number {
  let longest = 0;
  for (let row = 0; row < x.length; row += 1) {
    if ((x[row] ?? -1) >= 0) longest = Math.max(longest, age[row] ?? 0);
  }
  return longest < SHORTEST_HISTORY_DAYS
    ? 0
    : Math.min(LONGEST_HOLDOUT_DAYS, Math.floor(longest / 3));
}

function frequenciesOf({ x, age }: PurchaseHistories, model: BgNbd): RepeatFigure[] {
  const actual = new Uint32Array(MOST_REPEATS + 1);
  const peopleOfAge = new Map<number, number>();
  for (let row = 0; row < x.length; row += 1) {
    const repeats = x[row] ?? -1;
    if (repeats < 0) continue;
    const bin = Math.min(repeats, MOST_REPEATS);
    actual[bin] = (actual[bin] ?? 0) + 1;
    const days = age[row] ?? 0;
    peopleOfAge.set(days, (peopleOfAge.get(days) ?? 0) + 1);
  }
  const expected = new Float64Array(MOST_REPEATS + 1);
  for (const [days, people] of peopleOfAge) {
    let rest = 1;
    for (const [repeats, chance] of chancesOfRepeats(model, days, MOST_REPEATS - 1).entries()) {
      expected[repeats] = (expected[repeats] ?? 0) + people * chance;
      rest -= chance;
    }
    expected[MOST_REPEATS] = (expected[MOST_REPEATS] ?? 0) + people * Math.max(0, rest);
  }
  return Array.from(actual, (n, repeats) => ({
    repeats,
    actual: n,
    expected: expected[repeats] ?? 0,
  }));
}

/** Fits on what was known before and counts what came since, of the people known then. */
function tryOut({ now, before, holdoutDays, options }: FitQuestion): Holdout | undefined {
  if (!before || holdoutDays === 0) return undefined;
  const { bgnbd } = fitValueModel(before, options);
  if (!bgnbd?.isConverged || before.repeatCustomers < options.minRepeatCustomers) return undefined;
  const holdout: Holdout = { days: holdoutDays, customers: 0, expected: 0, actual: 0 };
  const time = holdoutDays / options.daysPerUnit;
  const known = new Map<number, number>();
  for (let row = 0; row < before.x.length; row += 1) {
    const x = before.x[row] ?? -1;
    if (x < 0) continue;
    holdout.customers += 1;
    holdout.actual += (now.x[row] ?? x) - x;
    const [tx, age] = [before.tx[row] ?? 0, before.age[row] ?? 0];
    const key = (x * 65_536 + tx) * 65_536 + age;
    let expected = known.get(key);
    if (expected === undefined) {
      const history = { x, tx: tx / options.daysPerUnit, age: age / options.daysPerUnit };
      expected = expectedPurchases(bgnbd, time, history);
      known.set(key, expected);
    }
    holdout.expected += expected;
  }
  return holdout;
}

/** The fit with what shows whether it is any good: repeats seen and expected, and a trial in time. */
export function reportFit(question: FitQuestion): FitReport {
  const fitted = fitValueModel(question.now, question.options);
  const frequencies = fitted.bgnbd ? frequenciesOf(question.now, fitted.bgnbd) : [];
  const holdout = tryOut(question);
  return holdout ? { fitted, frequencies, holdout } : { fitted, frequencies };
}
