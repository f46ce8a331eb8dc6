import { isCounted } from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import { addDays, dayOf } from '@shared/lib/time';
import { PageSet } from '@/db/paged/page-set';
import { ContentDesk } from '@/workers/content/content-desk';
import type { CreditQuestion } from '@/workers/content/content-types';
import { CONTENT_SIZE, groupName, itemId } from '../content-commands';
import { middle, type Place, timed } from '../place';
import { type PlainOrder, plainCredit, plainSendings } from '../plain-credit';

const RUNS = 5;
const ZONE = 'Asia/Shanghai';

/** A month of items and the orders of a million: from disk, again, and after one more order. */
export async function measureContent({ api, addOrder }: Place): Promise<Record<string, number>> {
  const { db } = await api.beat();
  const memberIds: string[] = [];
  await new PageSet(db, 'members').scan(['id'], ({ id }) => memberIds.push(String(id)));
  const orders: PlainOrder[] = [];
  const fields = ['orderedAt', 'status', 'memberId'];
  await new PageSet(db, 'orders').scan(fields, ({ orderedAt, status, memberId }) => {
    if (isCounted({ status: status as Order['status'] })) {
      orders.push({ memberId: String(memberId), at: Number(orderedAt) });
    }
  });
  const last = orders.reduce((latest, { at }) => Math.max(latest, at), 0);
  const to = dayOf(last, ZONE);
  const from = addDays(to, 1 - CONTENT_SIZE.days);
  await api.run('bench.fillContent', { memberIds, firstDay: from });
  const question = (windowHours: number): CreditQuestion => ({
    from,
    to,
    windowHours,
    nowMs: last + 3 * 86_400_000,
  });
  const creditFromDiskMs = await timed(() => api.content.credits(question(24)));
  // Another desk each time: it reads the memberships again.
  const creditMembershipsMs = await middle(RUNS, () =>
    timed(() => new ContentDesk(async () => db, api.lists).credits(question(24))),
  );
  // Another window each time: nothing of the answer is kept, the columns are.
  const value = await middle(RUNS, (run) => timed(() => api.content.credits(question(12 + run))));
  const answer = await api.content.credits(question(24));
  const groups = new Map(memberIds.map((id, n) => [id, groupName(n % CONTENT_SIZE.groups)]));
  const peer = await middle(RUNS, () =>
    timed(() => {
      const sendings = plainSendings(from);
      const groupOf = (memberId: string) => groups.get(memberId) ?? '';
      const counts = plainCredit(orders, sendings, groupOf, 24 * 3_600_000);
      for (const [item, count] of counts.entries()) {
        const own = answer.items[itemId(item)]?.orders;
        if (own !== count) throw new Error(`item ${item}: ${own} orders, ${count} by hand`);
      }
    }),
  );
  await addOrder(memberIds[0] ?? '');
  const creditAfterOneOrderMs = await timed(() => api.content.credits(question(24)));
  const floor = await middle(RUNS, () =>
    timed(() => orders.reduce((sum, { at }) => sum + (at > last - 30 * 86_400_000 ? 1 : 0), 0)),
  );
  return {
    credit1m: value,
    credit1mFloor: floor,
    credit1mPeer: peer,
    creditFromDiskMs,
    creditMembershipsMs,
    creditAfterOneOrderMs,
    creditedItems: Object.keys(answer.items).length,
    ordersOfMonth: answer.period.all.orders,
    ordersSeen: answer.seen,
  };
}
