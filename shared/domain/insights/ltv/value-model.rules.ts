import { type BgNbdFit, fitBgNbd } from './bgnbd-fit.rules';
import { fitGammaGamma, type GammaGammaFit, meanSpend, type Spending } from './gamma-gamma.rules';
import { groupHistories, type PurchaseHistories } from './purchase-history.rules';
import { drawSome } from './seeded-draw';

/** Why a model was or was not taken, or what to know about it. */
export type ValueNote = {
  code:
    | 'no-buyers'
    | 'no-repeats'
    | 'few-repeats'
    | 'fit-not-converged'
    | 'fit-at-edge'
    | 'money-follows-frequency'
    | 'nothing-earned'
    | 'no-mean-spend'
    | 'fitted-on-sample'
    | 'asked-for-plain';
  data?: Record<string, number>;
};

export type FittedValue = {
  /** `plain` where one of the notes rules the model out. */
  by: 'bgnbd' | 'plain';
  notes: ValueNote[];
  customers: number;
  repeatCustomers: number;
  /** People whom the fit saw. */
  fittedOn: number;
  bgnbd?: BgNbdFit;
  gammaGamma?: GammaGammaFit & { correlation: number };
};

export type FitOptions = {
  /** Length of the model's unit of time; money is in fen times `moneyUnit`. */
  daysPerUnit: number;
  moneyUnit: number;
  minRepeatCustomers: number;
};

/** Fitting looks at this many people at most; they are drawn by lot with a fixed seed. */
const MOST_FITTED = 200_000;
const SEED = 20_050_401;
/** |r| above the first is told, above the second the two models may not be multiplied. */
const SUSPICIOUS_CORRELATION = 0.3;
const RULING_OUT_CORRELATION = 0.5;

/** Those with repeat purchases that earned something: the money model knows no others. */
function spendingOf({ x, money }: PurchaseHistories, rows: readonly number[], unit: number) {
  const earning = rows.filter((row) => (x[row] ?? 0) > 0 && (money[row] ?? 0) > 0);
  const spending = {
    x: earning.map((row) => x[row] ?? 0),
    money: earning.map((row) => (money[row] ?? 0) * unit),
  };
  const repeating = rows.filter((row) => (x[row] ?? 0) > 0).length;
  return { spending, left: repeating - earning.length };
}

/** Pearson's correlation of repeats and mean money; 0 where one of the two does not vary. */
function correlationOf({ x, money }: Spending): number {
  const n = x.length;
  let sumX = 0;
  let sumM = 0;
  for (let at = 0; at < n; at += 1) {
    sumX += x[at] ?? 0;
    sumM += money[at] ?? 0;
  }
  let xx = 0;
  let mm = 0;
  let xm = 0;
  for (let at = 0; at < n; at += 1) {
    const byX = (x[at] ?? 0) - sumX / n;
    const byM = (money[at] ?? 0) - sumM / n;
    xx += byX * byX;
    mm += byM * byM;
    xm += byX * byM;
  }
  return xx > 0 && mm > 0 ? xm / Math.sqrt(xx * mm) : 0;
}

/**
 * Fits purchases (BG/NBD) and money (Gamma-Gamma) and says whether they may be used: enough people
 * with a second purchase, a fit that came to an end inside sensible bounds, a finite mean of money,
 * and money that does not go with frequency, as both papers demand.
 */
export function fitValueModel(histories: PurchaseHistories, options: FitOptions): FittedValue {
  const { customers, repeatCustomers, x } = histories;
  const notes: ValueNote[] = [];
  const fitted: FittedValue = { by: 'plain', notes, customers, repeatCustomers, fittedOn: 0 };
  if (customers === 0) {
    notes.push({ code: 'no-buyers' });
    return fitted;
  }
  if (repeatCustomers === 0) {
    notes.push({ code: 'no-repeats', data: { n: customers } });
    return fitted;
  }
  const buyers = Array.from(x.keys()).filter((row) => (x[row] ?? -1) >= 0);
  const rows = drawSome(buyers, MOST_FITTED, SEED);
  fitted.fittedOn = rows.length;
  if (rows.length < buyers.length) {
    notes.push({ code: 'fitted-on-sample', data: { n: rows.length, of: buyers.length } });
  }
  const bgnbd = fitBgNbd(groupHistories(histories, rows, options.daysPerUnit));
  if (bgnbd) fitted.bgnbd = bgnbd;
  const { spending, left } = spendingOf(histories, rows, options.moneyUnit);
  if (left > 0) notes.push({ code: 'nothing-earned', data: { n: left } });
  const gammaGamma = fitGammaGamma(spending);
  const correlation = correlationOf(spending);
  if (gammaGamma) fitted.gammaGamma = { ...gammaGamma, correlation };
  const isUsable = judge(fitted, correlation, options.minRepeatCustomers);
  fitted.by = isUsable ? 'bgnbd' : 'plain';
  return fitted;
}

/** Writes what speaks against the fit; false where something rules it out. */
function judge(fitted: FittedValue, correlation: number, minRepeatCustomers: number): boolean {
  const { bgnbd, gammaGamma, notes, repeatCustomers } = fitted;
  const before = notes.length;
  if (repeatCustomers < minRepeatCustomers) {
    notes.push({ code: 'few-repeats', data: { n: repeatCustomers, needed: minRepeatCustomers } });
  }
  if (!(bgnbd?.isConverged && gammaGamma?.isConverged)) notes.push({ code: 'fit-not-converged' });
  if (gammaGamma && meanSpend(gammaGamma) === undefined) notes.push({ code: 'no-mean-spend' });
  const isRuledOut =
    notes.length > before ||
    bgnbd?.isSenseless === true ||
    Math.abs(correlation) > RULING_OUT_CORRELATION;
  if (bgnbd?.isAtEdge) notes.push({ code: 'fit-at-edge' });
  if (Math.abs(correlation) > SUSPICIOUS_CORRELATION) {
    notes.push({ code: 'money-follows-frequency', data: { correlation } });
  }
  return !isRuledOut;
}
