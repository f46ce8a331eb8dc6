import type { OrderSlices, PeopleColumns } from '@shared/domain/people/people-columns';

/** The part of everybody's columns that the models over orders read. */
export type BuyerColumns = Pick<PeopleColumns, 'n' | 'isHere'> & {
  orders: Pick<OrderSlices, 'start' | 'end' | 'day' | 'amountFen' | 'refundFen'>;
};

/**
 * Behind the last order of a row up to and including day `asOf`. Orders lie oldest first, and what
 * is dated later (a wrong clock, a typing slip) is nearly always nothing, so this looks from the end.
 */
export function endOfPast(orders: BuyerColumns['orders'], row: number, asOf: number): number {
  const start = orders.start[row] ?? 0;
  let end = orders.end[row] ?? 0;
  while (end > start && (orders.day[end - 1] ?? 0) > asOf) end -= 1;
  return end;
}

/** Paid less refunded, in fen; negative where more was given back than paid. */
export function netFenOf(orders: BuyerColumns['orders'], slot: number): number {
  return (orders.amountFen[slot] ?? 0) - (orders.refundFen[slot] ?? 0);
}

/** Orders of people who are here that are dated after day `asOf`: every model leaves them out. */
export function countFutureOrders({ n, isHere, orders }: BuyerColumns, asOf: number): number {
  let future = 0;
  for (let row = 0; row < n; row += 1) {
    if (isHere[row]) future += (orders.end[row] ?? 0) - endOfPast(orders, row, asOf);
  }
  return future;
}
