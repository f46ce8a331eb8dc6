import type { MemberStats } from '@shared/domain/members/member-stats.schema';
import { joinStats, withoutStats } from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import type { AnyRow, PageRecord } from '../paged/page';
import { marksOf } from '../paged/page-marks';
import type { PageSet } from '../paged/page-set';
import { StatsTable } from './stats-table';

/**
 * Keeps the per-member figures in step with the orders that one command adds, changes or removes,
 * touching only the members concerned. Only when a member's first or last order goes are that
 * member's remaining orders looked at again.
 */
export class OrderStatsKeeper {
  private readonly added = new StatsTable();
  private readonly gone = new StatsTable();
  /** Orders that came to a member one by one; of whole pages only the figures are known. */
  private readonly addedIds = new Map<string, string[]>();
  private hasPages = false;

  get amountFen(): number {
    return this.added.amountFen - this.gone.amountFen;
  }

  get refundFen(): number {
    return this.added.refundFen - this.gone.refundFen;
  }

  add(order: Order): void {
    this.added.addOrder(order);
    const known = this.addedIds.get(order.memberId);
    if (known) known.push(order.id);
    else this.addedIds.set(order.memberId, [order.id]);
  }

  remove(order: Order): void {
    this.gone.addOrder(order);
  }

  addPage(hot: PageRecord): void {
    this.hasPages = true;
    this.added.addPage(hot);
  }

  removePage(hot: PageRecord): void {
    this.gone.addPage(hot);
  }

  /** Whose figures may be others now. */
  memberIds(): string[] {
    return [...new Set([...this.added.sortedIds(), ...this.gone.sortedIds()])];
  }

  get isIdle(): boolean {
    return this.added.size === 0 && this.gone.size === 0;
  }

  /**
   * Brings `stats` up to date; `orders` already shows the command's writes. `sight` tells from an
   * index which orders members had before, so that not every order has to be looked at.
   */
  async apply(stats: PageSet, orders: PageSet, sight: OrderSight): Promise<void> {
    const [allAdded, allGone] = [this.added.all(), this.gone.all()];
    const ids = [...new Set([...allAdded.keys(), ...allGone.keys()])].sort();
    const rescan = new StatsTable();
    const next: (MemberStats | 'rescan' | undefined)[] = [];
    const plan = (stored: MemberStats | undefined, index: number) => {
      const id = ids[index] ?? '';
      const added = allAdded.get(id);
      const gone = allGone.get(id);
      const grown = added ? joinStats(stored, added) : stored;
      next[index] = gone ? withoutStats(grown, gone) : grown;
      if (next[index] === 'rescan') rescan.expect(id);
    };
    ids.forEach((_, index) => {
      plan(undefined, index);
    });
    const isStored = new Uint8Array(ids.length);
    await stats.revise(ids, (row, index) => {
      isStored[index] = 1;
      plan(row as MemberStats, index);
      return undefined;
    });
    if (rescan.size > 0) await this.lookAgain(orders, rescan, sight);
    const found = rescan.all();
    const resolved = next.map((row, i) => (row === 'rescan' ? found.get(ids[i] ?? '') : row));
    await stats.revise(ids, (_, index) => resolved[index]);
    const fresh = resolved.filter((row, i) => row && !isStored[i]) as MemberStats[];
    await stats.upsertSorted(fresh);
    const left = new Set(ids.filter((_, i) => isStored[i] && !resolved[i]));
    await removeIds(stats, left);
  }

  /** The orders that these members have now: those of before and those that came. */
  private async lookAgain(orders: PageSet, rescan: StatsTable, sight: OrderSight): Promise<void> {
    const members = new Set(rescan.sortedIds());
    const known = this.hasPages ? undefined : sight.find([...members]);
    if (!known) return orders.scanPages(false, ({ hot }) => rescan.addKnown(hot));
    const came = [...members].flatMap((id) => this.addedIds.get(id) ?? []);
    const ids = [...new Set([...known.values()].flat().concat(came))].sort();
    await sight.show(ids, (row) => {
      if (members.has(String(row.memberId))) rescan.addOrder(row as unknown as Order);
    });
  }
}

/** How to find members' orders without looking at every one. */
export type OrderSight = {
  /** Ids as of the last commit; undefined while no index has them. */
  find: (memberIds: readonly string[]) => Map<string, string[]> | undefined;
  show: (ids: readonly string[], visit: (row: AnyRow) => void) => Promise<void>;
};

/** Figures of members who have no order left. */
async function removeIds(stats: PageSet, ids: ReadonlySet<string>): Promise<void> {
  const sorted = [...ids];
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (first === undefined || last === undefined) return;
  await stats.take(
    first,
    last,
    ({ hot }) => marksOf(hot, ids),
    async () => undefined,
  );
}
