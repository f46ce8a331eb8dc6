import type { Member } from '@shared/domain/members/member.schema';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { readScores } from '../panel/use-member-scores';

/** Never more than fits on a page, whatever the member has. */
const READ = { orders: 40, tags: 200, comments: 20, points: 40 } as const;

export type SheetData = Awaited<ReturnType<typeof readSheet>>;

/** Everything that the page about one member may show, read at one go. */
export async function readSheet(member: Member) {
  const { id } = member;
  const { lists, growth, member: desk } = dataWorker();
  const [stats, orders, assignments, ruleTags, comments, ledger, scores] = await Promise.all([
    readDb.pagedGet('memberStats', id),
    lists.ordersOf(id, 0, READ.orders),
    desk.assignmentsOf(id, READ.tags),
    readDb.pagedGet('memberTags', id),
    desk.commentsOf(id, READ.comments),
    growth.ledgerOf(id),
    readScores(id),
  ]);
  const whole = await readDb.pagedGetMany(
    'orders',
    orders.rows.map((order) => order.id),
  );
  return {
    member,
    stats,
    orders: {
      total: orders.total,
      rows: orders.rows.map((order, at) => ({ ...order, lines: whole[at]?.lines ?? [] })),
    },
    assignments,
    ruleTags: ruleTags?.tags ?? [],
    comments,
    ledger: {
      ...ledger,
      entries: ledger.entries.slice(0, READ.points),
      total: ledger.entries.length,
    },
    scores,
  };
}
