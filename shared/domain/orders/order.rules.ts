import type { MemberStats } from '@shared/domain/members/member-stats.schema';
import type { Order } from './order.schema';

/** Pending and cancelled orders count in no figure: nobody paid. */
export function isCounted(order: Pick<Order, 'status'>): boolean {
  return order.status !== 'pending' && order.status !== 'cancelled';
}

type OrderFacts = Pick<Order, 'memberId' | 'orderedAt' | 'amountFen' | 'refundFen' | 'status'>;

/** What a set of orders adds to their members' figures: counts, sums, earliest and latest. */
export type StatsDelta = Map<string, MemberStats>;

/** Adds one order (if it counts) to the running figures of its member. */
export function addToStats(delta: StatsDelta, order: OrderFacts): void {
  if (!isCounted(order)) return;
  const known = delta.get(order.memberId);
  if (!known) {
    delta.set(order.memberId, {
      id: order.memberId,
      orderCount: 1,
      amountFen: order.amountFen,
      refundFen: order.refundFen,
      firstOrderAt: order.orderedAt,
      lastOrderAt: order.orderedAt,
    });
    return;
  }
  known.orderCount += 1;
  known.amountFen += order.amountFen;
  known.refundFen += order.refundFen;
  if (order.orderedAt < known.firstOrderAt) known.firstOrderAt = order.orderedAt;
  if (order.orderedAt > known.lastOrderAt) known.lastOrderAt = order.orderedAt;
}

/** Figures of two disjoint sets of one member's orders together. */
export function joinStats(a: MemberStats | undefined, b: MemberStats): MemberStats {
  if (!a) return b;
  return {
    id: b.id,
    orderCount: a.orderCount + b.orderCount,
    amountFen: a.amountFen + b.amountFen,
    refundFen: a.refundFen + b.refundFen,
    firstOrderAt: Math.min(a.firstOrderAt, b.firstOrderAt),
    lastOrderAt: Math.max(a.lastOrderAt, b.lastOrderAt),
  };
}

/**
 * Figures after some orders are gone. `undefined`: no counted order is left. `'rescan'`: the first
 * or the last order was among them, so the dates must be found again among those that stay.
 */
export function withoutStats(
  all: MemberStats | undefined,
  gone: MemberStats,
): MemberStats | undefined | 'rescan' {
  if (!all || all.orderCount <= gone.orderCount) return undefined;
  if (gone.firstOrderAt <= all.firstOrderAt || gone.lastOrderAt >= all.lastOrderAt) return 'rescan';
  return {
    ...all,
    orderCount: all.orderCount - gone.orderCount,
    amountFen: all.amountFen - gone.amountFen,
    refundFen: all.refundFen - gone.refundFen,
  };
}
