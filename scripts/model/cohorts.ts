import { countFutureOrders } from '@shared/domain/insights/buyer-columns';
import { findCohorts } from '@shared/domain/insights/cohorts/cohorts.rules';
import { monthName } from '@shared/domain/insights/cohorts/months';
import { dayOfNumber } from '@shared/lib/time';
import type { ModelAsk } from './lib/model-ask';
import { dayOption, readTransactions } from './lib/transactions';

export const usage = '--input FILE.csv [--as-of YYYY-MM-DD] [--json]';

/** Cohorts by month of the first order; `active[k]` reaches to the month of the last order. */
export function run(ask: ModelAsk) {
  const { columns, lastDay } = readTransactions(ask.readText());
  const asOf = dayOption('as-of', ask.option('as-of'), lastDay);
  const future = countFutureOrders(columns, asOf);
  ask.say(`  as of ${dayOfNumber(asOf)}; ${future} later orders left out`);
  return Object.fromEntries(
    findCohorts(columns, asOf).cohorts.map(({ month, size, active }) => [
      monthName(month),
      { size, active },
    ]),
  );
}
