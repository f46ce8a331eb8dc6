import { type BuyerColumns, endOfPast } from '../buyer-columns';

/**
 * Each row's history as of a day, in the words of the papers; orders of one day are one purchase.
 * Everything is in whole days, money in fen.
 */
export type PurchaseHistories = {
  /** Repeat purchases (order days without the first); -1 without an order. */
  x: Int32Array;
  /** Days from the first to the last purchase; 0 without a repeat. */
  tx: Int32Array;
  /** Days from the first purchase to the day asked for. */
  age: Int32Array;
  /** Mean net money of a repeat purchase, the first left out; 0 without a repeat. */
  money: Float64Array;
  customers: number;
  repeatCustomers: number;
};

/** One pass over the orders up to and including day `asOf`. */
export function purchaseHistories(columns: BuyerColumns, asOf: number): PurchaseHistories {
  const { n, isHere, orders } = columns;
  const { start: starts, day: days, amountFen, refundFen } = orders;
  const x = new Int32Array(n).fill(-1);
  const tx = new Int32Array(n);
  const age = new Int32Array(n);
  const money = new Float64Array(n);
  let customers = 0;
  let repeatCustomers = 0;
  for (let row = 0; row < n; row += 1) {
    if (!isHere[row]) continue;
    const start = starts[row] ?? 0;
    const end = endOfPast(orders, row, asOf);
    if (end === start) continue;
    const first = days[start] ?? 0;
    let day = first;
    let repeats = 0;
    let net = 0;
    for (let slot = start; slot < end; slot += 1) {
      const today = days[slot] ?? 0;
      if (today !== day) {
        day = today;
        repeats += 1;
      }
      if (repeats > 0) net += (amountFen[slot] ?? 0) - (refundFen[slot] ?? 0);
    }
    customers += 1;
    if (repeats > 0) repeatCustomers += 1;
    x[row] = repeats;
    tx[row] = day - first;
    age[row] = asOf - first;
    money[row] = repeats > 0 ? net / repeats : 0;
  }
  return { x, tx, age, money, customers, repeatCustomers };
}

/** Histories that are alike count once, with how many people have them. */
export type HistoryGroups = {
  x: Int32Array;
  /** In units of time. */
  tx: Float64Array;
  age: Float64Array;
  weight: Float64Array;
  customers: number;
};

/** Groups rows by (x, tx, age); `daysPerUnit` 7 gives weeks. */
export function groupHistories(
  histories: PurchaseHistories,
  rows: ArrayLike<number>,
  daysPerUnit: number,
): HistoryGroups {
  const { x, tx, age } = histories;
  let longest = 0;
  for (const days of age) if (days > longest) longest = days;
  const base = longest + 1;
  const counts = new Map<number, number>();
  let customers = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const repeats = x[row] ?? -1;
    if (repeats < 0) continue;
    customers += 1;
    const key = (repeats * base + (tx[row] ?? 0)) * base + (age[row] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const groups: HistoryGroups = {
    x: new Int32Array(counts.size),
    tx: new Float64Array(counts.size),
    age: new Float64Array(counts.size),
    weight: new Float64Array(counts.size),
    customers,
  };
  let at = 0;
  for (const [key, count] of counts) {
    const pair = Math.floor(key / base);
    groups.age[at] = (key % base) / daysPerUnit;
    groups.tx[at] = (pair % base) / daysPerUnit;
    groups.x[at] = Math.floor(pair / base);
    groups.weight[at] = count;
    at += 1;
  }
  return groups;
}
