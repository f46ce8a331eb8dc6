import type { Membership } from '@shared/domain/groups/group.schema';
import type { TagAssignment } from '@shared/domain/tags/tag.schema';
import { dayOf } from '@shared/lib/time';
import type { MemberEvent, OrderFacts } from '@/workers/index/list-types';

/** One thing that happened to a member, at a moment in UTC ms. */
export type TimelineEntry =
  | { kind: 'order'; id: string; at: number; order: OrderFacts }
  | { kind: 'event'; id: string; at: number; event: MemberEvent }
  | { kind: 'tag'; id: string; at: number; assignment: TagAssignment }
  | { kind: 'join' | 'leave'; id: string; at: number; membership: Membership }
  | { kind: 'known'; id: string; at: number };

/** Rows as they are drawn: a head for each month, then what happened in it. */
export type TimelineRow =
  | { kind: 'month'; id: string; month: string; count: number }
  | TimelineEntry;

export type TimelineSource = {
  orders: readonly OrderFacts[];
  events: readonly MemberEvent[];
  assignments: readonly TagAssignment[];
  memberships: readonly Membership[];
  /** When the person became a customer, if that is known. */
  joinedAt: number | undefined;
};

/** Everything in one list, newest first, with months (`YYYY-MM` in the workspace's zone) as heads. */
export function buildTimeline(source: TimelineSource, timeZone: string): TimelineRow[] {
  const entries: TimelineEntry[] = [
    ...source.orders.map((order) => ({
      kind: 'order' as const,
      id: order.id,
      at: order.orderedAt,
      order,
    })),
    ...source.events.map((event) => ({
      kind: 'event' as const,
      id: event.id,
      at: event.at,
      event,
    })),
    ...source.assignments.map((it) => ({
      kind: 'tag' as const,
      id: it.id,
      at: it.at,
      assignment: it,
    })),
    ...source.memberships.flatMap(membershipEntries),
  ];
  if (source.joinedAt !== undefined) {
    entries.push({ kind: 'known', id: 'known', at: source.joinedAt });
  }
  entries.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const rows: TimelineRow[] = [];
  let head: Extract<TimelineRow, { kind: 'month' }> | undefined;
  for (const entry of entries) {
    const month = dayOf(entry.at, timeZone).slice(0, 7);
    if (head?.month !== month) {
      head = { kind: 'month', id: month, month, count: 0 };
      rows.push(head);
    }
    head.count += 1;
    rows.push(entry);
  }
  return rows;
}

function membershipEntries(membership: Membership): TimelineEntry[] {
  const { id, joinedAt, leftAt } = membership;
  const joined = { kind: 'join' as const, id: `${id}.join`, at: joinedAt, membership };
  if (leftAt === undefined) return [joined];
  return [joined, { kind: 'leave', id: `${id}.leave`, at: leftAt, membership }];
}
