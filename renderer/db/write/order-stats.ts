import type { MemberStats } from '@shared/domain/members/member-stats.schema';
import {
  addToStats,
  isCounted,
  joinStats,
  type StatsDelta,
  withoutStats,
} from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import type { PageSet } from '../paged/page-set';

/**
 * Keeps the per-member figures in step with the orders that one command adds, changes or removes,
 * touching only the members concerned. Only when a member's first or last order goes are that
 * member's remaining orders looked at again.
 */
export class OrderStatsKeeper {
  private readonly added: StatsDelta = new Map();
  private readonly gone: StatsDelta = new Map();
  amountFen = 0;
  refundFen = 0;

  add(order: Order): void {
    addToStats(this.added, order);
    this.count(order, 1);
  }

  remove(order: Order): void {
    addToStats(this.gone, order);
    this.count(order, -1);
  }

  get isIdle(): boolean {
    return this.added.size === 0 && this.gone.size === 0;
  }

  /** Brings `stats` up to date; `orders` already shows the command's writes. */
  async apply(stats: PageSet, orders: PageSet): Promise<void> {
    const fresh = new Map<string, MemberStats>();
    const rescan = new Set<string>();
    const ids = [...new Set([...this.added.keys(), ...this.gone.keys()])].sort();
    for (const id of ids) {
      const stored = (await stats.get(id)) as MemberStats | undefined;
      const added = this.added.get(id);
      const gone = this.gone.get(id);
      const grown = added ? joinStats(stored, added) : stored;
      const next = gone ? withoutStats(grown, gone) : grown;
      if (next === 'rescan') rescan.add(id);
      else if (next) fresh.set(id, next);
      else await stats.remove(id);
    }
    if (rescan.size > 0) {
      const found = await rescanned(orders, rescan);
      for (const id of rescan) {
        const row = found.get(id);
        if (row) fresh.set(id, row);
        else await stats.remove(id);
      }
    }
    await stats.upsertSorted([...fresh.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  private count(order: Order, sign: 1 | -1): void {
    if (!isCounted(order)) return;
    this.amountFen += sign * order.amountFen;
    this.refundFen += sign * order.refundFen;
  }
}

const ORDER_FACTS = ['memberId', 'orderedAt', 'amountFen', 'refundFen', 'status'];

async function rescanned(orders: PageSet, memberIds: Set<string>): Promise<StatsDelta> {
  const found: StatsDelta = new Map();
  await orders.scan(ORDER_FACTS, (row) => {
    const order = row as unknown as Order;
    if (memberIds.has(order.memberId)) addToStats(found, order);
  });
  return found;
}
