import type { PeopleColumns } from '../people/people-columns';

/** What some people ordered within a stretch of days. Money in fen, net of refunds. */
export type ArmFigures = { people: number; buyers: number; orders: number; netFen: number };

/**
 * Counts the orders of these people from `fromDay` to `toDay`, both included (`dayNumber`). People
 * who are gone by now are left out of `people` too: nothing can be known of them.
 */
export function armFigures(
  columns: Pick<PeopleColumns, 'rowOf' | 'isHere' | 'orders'>,
  memberIds: readonly string[],
  days: { fromDay: number; toDay: number },
): ArmFigures {
  const { start, end, day, amountFen, refundFen } = columns.orders;
  const figures: ArmFigures = { people: 0, buyers: 0, orders: 0, netFen: 0 };
  for (const id of memberIds) {
    const row = columns.rowOf(id);
    if (row < 0 || columns.isHere[row] !== 1) continue;
    figures.people += 1;
    let orders = 0;
    for (let at = start[row] ?? 0; at < (end[row] ?? 0); at += 1) {
      const on = day[at] ?? 0;
      if (on < days.fromDay || on > days.toDay) continue;
      orders += 1;
      figures.netFen += (amountFen[at] ?? 0) - (refundFen[at] ?? 0);
    }
    figures.orders += orders;
    if (orders > 0) figures.buyers += 1;
  }
  return figures;
}
