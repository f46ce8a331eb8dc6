import { EVERY_GROUP } from '@shared/domain/content-results/last-touch.rules';
import type { GroupStays } from './group-stays';
import type { OrderWindow } from './order-window';

/** Times of the orders of each group's people, newest first: one walk over the span answers all. */
export class GroupOrders {
  private readonly times = new Map<number, number[]>();

  constructor(orders: OrderWindow, stays: GroupStays, span: { from: number; to: number }) {
    const { at, memberOf } = orders.orders;
    orders.each(span.from, span.to, (row) => {
      const time = at[row] ?? 0;
      let isInside = false;
      for (const { group, from, to } of stays.ofBuyer(memberOf[row] ?? 0)) {
        if (from > time || to <= time) continue;
        isInside = true;
        this.add(group, time);
      }
      if (isInside) this.add(EVERY_GROUP, time);
    });
  }

  /** Orders within [from, to) by people who were in the group as they ordered. */
  count(group: number, from: number, to: number): number {
    const times = this.times.get(group) ?? [];
    return notBefore(times, from) - notBefore(times, to);
  }

  private add(group: number, time: number): void {
    const known = this.times.get(group);
    if (known) known.push(time);
    else this.times.set(group, [time]);
  }
}

/** How many of the falling values are not less. */
function notBefore(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((values[mid] ?? 0) >= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}
