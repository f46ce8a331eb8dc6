import { type BuyerColumns, endOfPast } from '../buyer-columns';

/** What is known of each row as of a day; all zero (recency -1) without an order up to then. */
export type RfmValues = {
  asOf: number;
  /** People with an order up to that day. */
  buyers: number;
  /** Days since the last order, 0 for the day itself, -1 without an order. */
  recencyDays: Int32Array;
  /** Orders within the window. */
  orders: Int32Array;
  /** Different days with an order within the window. */
  distinctDays: Int32Array;
  /** Net money within the window, in fen; exact, because fen are whole numbers. */
  netFen: Float64Array;
};

/**
 * Recency, frequency and money of everybody as of day `asOf` (a day number). Frequency and money
 * look at the last `windowDays` days with that day; recency at everything before. One pass.
 */
export function rfmValues(columns: BuyerColumns, asOf: number, windowDays: number): RfmValues {
  const { n, isHere, orders } = columns;
  const { start: starts, day: days, amountFen, refundFen } = orders;
  const windowStart = asOf - windowDays + 1;
  const values: RfmValues = {
    asOf,
    buyers: 0,
    recencyDays: new Int32Array(n).fill(-1),
    orders: new Int32Array(n),
    distinctDays: new Int32Array(n),
    netFen: new Float64Array(n),
  };
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = starts[row] ?? 0;
    const end = endOfPast(orders, row, asOf);
    if (end === start) continue;
    values.buyers += 1;
    values.recencyDays[row] = asOf - (days[end - 1] ?? 0);
    let slot = end - 1;
    let distinct = 0;
    let dayBefore = asOf + 1;
    let net = 0;
    for (; slot >= start; slot -= 1) {
      const day = days[slot] ?? 0;
      if (day < windowStart) break;
      if (day !== dayBefore) distinct += 1;
      dayBefore = day;
      net += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
    }
    values.orders[row] = end - 1 - slot;
    values.distinctDays[row] = distinct;
    values.netFen[row] = net;
  }
  return values;
}
