import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import { readDb } from '@/db/read';

export type OrderTotals = { total: number; amountFen: number };

/** All orders together, from the counters that every commit keeps. */
export async function readOrderTotals(): Promise<OrderTotals> {
  const [total, amountFen] = await Promise.all([
    readDb.counter('orders'),
    readDb.counter('orders.amountFen'),
  ]);
  return { total, amountFen };
}

/** `null` when there is no such order; the buyer is absent when nobody has that id. */
export async function readOrder(
  orderId: string,
): Promise<{ order: Order; buyer: Member | undefined } | null> {
  const order = await readDb.pagedGet('orders', orderId);
  return order ? { order, buyer: await readDb.pagedGet('members', order.memberId) } : null;
}
