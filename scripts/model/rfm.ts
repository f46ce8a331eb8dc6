import { countFutureOrders } from '@shared/domain/insights/buyer-columns';
import { rfmValues } from '@shared/domain/insights/rfm/rfm-values.rules';
import { dayOfNumber } from '@shared/lib/time';
import type { ModelAsk } from './lib/model-ask';
import { dayOption, readTransactions } from './lib/transactions';

export const usage = '--input FILE.csv [--as-of YYYY-MM-DD] [--json]';

/** Recency, frequency and money of each customer as of a day; orders dated later are left out. */
export function run(ask: ModelAsk) {
  const { customers, columns, lastDay } = readTransactions(ask.readText());
  const asOf = dayOption('as-of', ask.option('as-of'), lastDay);
  const values = rfmValues(columns, asOf, Number.POSITIVE_INFINITY);
  const future = countFutureOrders(columns, asOf);
  ask.say(`  as of ${dayOfNumber(asOf)}; ${future} later orders left out`);
  return customers.flatMap((customer, row) => {
    const recencyDays = values.recencyDays[row] ?? -1;
    if (recencyDays < 0) return [];
    return {
      customer,
      recencyDays,
      distinctDays: values.distinctDays[row] ?? 0,
      orders: values.orders[row] ?? 0,
      cents: values.netFen[row] ?? 0,
    };
  });
}
