import { isCounted } from '@shared/domain/orders/order.rules';
import type { OrderStatus } from '@shared/domain/orders/order.schema';
import type { FactColumns } from '../index/fact-columns';

/** Orders by time: only those of the asked stretches are touched. */
export class OrderWindow {
  /** Orders that were looked at so far. */
  seen = 0;
  private readonly counts: readonly boolean[];

  constructor(readonly orders: FactColumns) {
    this.counts = (orders.codes.status?.values ?? []).map((status) =>
      isCounted({ status: status as OrderStatus }),
    );
  }

  /** The earliest order, UTC ms; Infinity without any. */
  get earliest(): number {
    const { newestFirst, at, n } = this.orders;
    return n === 0 ? Number.POSITIVE_INFINITY : (at[newestFirst[n - 1] ?? 0] ?? 0);
  }

  /** Rows of counted orders with `from` ≤ time < `to`, newest first. */
  each(from: number, to: number, visit: (row: number) => void): void {
    const { newestFirst, at, codes } = this.orders;
    for (let k = this.firstBefore(to); k < newestFirst.length; k += 1) {
      const row = newestFirst[k] ?? 0;
      if ((at[row] ?? 0) < from) return;
      this.seen += 1;
      if (this.counts[(codes.status?.of[row] ?? 0) - 1] !== false) visit(row);
    }
  }

  netFen(row: number): number {
    const { amountFen, refundFen } = this.orders.numbers;
    return (amountFen?.[row] ?? 0) - (refundFen?.[row] || 0);
  }

  /** Place of the newest order that is older than `limit`. */
  private firstBefore(limit: number): number {
    const { newestFirst, at } = this.orders;
    let low = 0;
    let high = newestFirst.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((at[newestFirst[mid] ?? 0] ?? 0) >= limit) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}
