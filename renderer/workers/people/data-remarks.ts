import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { DataRemarks } from './people-types';

/** What about the data themselves is odd, counted over everybody. */
export function dataRemarks({ n, isHere, orders }: PeopleColumns, today: number): DataRemarks {
  const remarks = {
    futureOrders: 0,
    refundsAboveAmount: 0,
    membersWithoutOrders: 0,
    membersWithOneOrder: 0,
  };
  const { start, end, day, amountFen, refundFen } = orders;
  for (let row = 0; row < n; row += 1) {
    if (isHere[row] !== 1) continue;
    const [from, to] = [start[row] ?? 0, end[row] ?? 0];
    if (to === from) remarks.membersWithoutOrders += 1;
    if (to === from + 1) remarks.membersWithOneOrder += 1;
    for (let slot = from; slot < to; slot += 1) {
      if ((day[slot] ?? 0) > today) remarks.futureOrders += 1;
      if ((refundFen[slot] ?? 0) > (amountFen[slot] ?? 0)) remarks.refundsAboveAmount += 1;
    }
  }
  return remarks;
}
