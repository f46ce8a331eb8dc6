import { countFutureOrders } from '@shared/domain/insights/buyer-columns';
import { chanceAlive, expectedPurchases } from '@shared/domain/insights/ltv/bgnbd-expect.rules';
import { expectedSpend, meanSpend } from '@shared/domain/insights/ltv/gamma-gamma.rules';
import { purchaseHistories } from '@shared/domain/insights/ltv/purchase-history.rules';
import {
  type FittedValue,
  fitValueModel,
  type ValueNote,
} from '@shared/domain/insights/ltv/value-model.rules';
import { assertNever } from '@shared/lib/errors';
import { dayOfNumber } from '@shared/lib/time';
import { InputError, type ModelAsk } from './lib/model-ask';
import { dayOption, readTransactions } from './lib/transactions';

export const usage =
  '--input FILE.csv [--calibration-end YYYY-MM-DD] [--unit day|week|month] [--horizon UNITS] [--json]';

/** Days in a unit and the usual horizon in units, a year (52 weeks, as the papers do). */
const UNITS: Record<string, { days: number; year: number }> = {
  day: { days: 1, year: 365 },
  week: { days: 7, year: 52 },
  month: { days: 365.25 / 12, year: 12 },
};
const MIN_REPEAT_CUSTOMERS = 50;
const CENTS = 0.01;

function say({ code, data = {} }: ValueNote): string {
  switch (code) {
    case 'no-buyers':
      return 'nobody ordered up to the calibration end: nothing was fitted';
    case 'no-repeats':
      return 'nobody ordered on a second day: nothing was fitted';
    case 'few-repeats':
      return `only ${data.n} customers ordered on a second day (at least ${data.needed} wanted): read the figures with care`;
    case 'fit-not-converged':
      return 'a fit did not converge: its figures are the best that was found';
    case 'fit-at-edge':
      return 'a parameter of BG/NBD ran to its bound (1/10000 or 10000): customers are alike in this, or nobody leaves';
    case 'money-follows-frequency':
      return `frequency and money go together (correlation ${data.correlation?.toFixed(2)}), which Gamma-Gamma assumes they do not`;
    case 'nothing-earned':
      return `${data.n} repeat customers whose repeat orders brought nothing are left out of Gamma-Gamma`;
    case 'no-mean-spend':
      return 'Gamma-Gamma has q ≤ 1 and so no finite mean: expectedSpend is null';
    case 'fitted-on-sample':
      return `fitted on ${data.n} of ${data.of} customers, drawn by lot with a fixed seed`;
    case 'asked-for-plain':
      return 'the plain way was asked for';
    default:
      return assertNever(code, 'ltv note');
  }
}

/**
 * BG/NBD and Gamma-Gamma by the usual rules: orders of one day are one purchase, `monetary` is the
 * mean of a purchase without the first, times are in `--unit`, money in the currency of the file.
 */
export function run(ask: ModelAsk) {
  const { customers, columns, lastDay } = readTransactions(ask.readText());
  const end = dayOption('calibration-end', ask.option('calibration-end'), lastDay);
  const unitName = ask.option('unit') ?? 'week';
  const unit = UNITS[unitName];
  if (!unit) throw new InputError('--unit is day, week or month');
  const horizon = Number(ask.option('horizon') ?? unit.year);
  if (!(horizon > 0)) throw new InputError('--horizon wants a number of units above 0');
  const histories = purchaseHistories(columns, end);
  const fitted = fitValueModel(histories, {
    daysPerUnit: unit.days,
    moneyUnit: CENTS,
    minRepeatCustomers: MIN_REPEAT_CUSTOMERS,
  });
  const { bgnbd, gammaGamma } = fitted;
  const mean = gammaGamma && meanSpend(gammaGamma);
  return {
    bgnbd: bgnbd ? parametersOf(bgnbd) : null,
    gammaGamma: gammaGamma ? { p: gammaGamma.p, q: gammaGamma.q, v: gammaGamma.v } : null,
    customers: customers.flatMap((customer, row) => {
      const x = histories.x[row] ?? -1;
      if (x < 0) return [];
      const history = {
        x,
        tx: (histories.tx[row] ?? 0) / unit.days,
        age: (histories.age[row] ?? 0) / unit.days,
      };
      const monetary = (histories.money[row] ?? 0) * CENTS;
      return {
        customer,
        frequency: x,
        recency: history.tx,
        T: history.age,
        monetary,
        pAlive: bgnbd ? chanceAlive(bgnbd, history) : null,
        expectedPurchases: bgnbd ? expectedPurchases(bgnbd, horizon, history) : null,
        expectedSpend:
          gammaGamma && mean !== undefined ? expectedSpend(gammaGamma, x, monetary) : null,
      };
    }),
    notes: [
      `calibration up to and including ${dayOfNumber(end)}; ${countFutureOrders(columns, end)} later orders left out`,
      `expectedPurchases are repeat order days within ${horizon} ${unitName}s after the calibration end`,
      'orders of one day count once; monetary is the mean of a repeat order day, the first left out',
      ...fitted.notes.map(say),
    ],
  };
}

const parametersOf = ({ r, alpha, a, b, logLikelihood }: NonNullable<FittedValue['bgnbd']>) => ({
  r,
  alpha,
  a,
  b,
  logLikelihood,
});
