import type { Comment } from '@shared/domain/feelings/comment.schema';
import type { Membership } from '@shared/domain/groups/group.schema';
import type { LedgerEntry } from '@shared/domain/growth/growth-ledger';
import type { TagAssignment } from '@shared/domain/tags/tag.schema';
import { dayOf } from '@shared/lib/time';
import type { MemberEvent, OrderFacts } from '@/workers/index/list-types';
import type { TagLogLine } from '@/workers/people/people-types';

export type TimelineMerge = { id: string; at: number; name: string };
export type TimelineImport = { fileName: string; at: number };

/** One thing that happened to a member, at a moment in UTC ms. */
export type TimelineEntry =
  | { kind: 'order'; id: string; at: number; order: OrderFacts }
  | { kind: 'event'; id: string; at: number; event: MemberEvent }
  | { kind: 'tag'; id: string; at: number; assignment: TagAssignment }
  | { kind: 'ruleTag'; id: string; at: number; line: TagLogLine }
  | { kind: 'points'; id: string; at: number; entry: LedgerEntry }
  | { kind: 'comment'; id: string; at: number; comment: Comment }
  | { kind: 'join' | 'leave'; id: string; at: number; membership: Membership }
  | { kind: 'merge' | 'part'; id: string; at: number; merge: TimelineMerge }
  | { kind: 'import'; id: string; at: number; fileName: string }
  | { kind: 'known'; id: string; at: number };

/** Rows as they are drawn: a head for each month, then what happened in it. */
export type TimelineRow =
  | { kind: 'month'; id: string; month: string; count: number }
  | TimelineEntry;

export type TimelineSource = {
  orders: readonly OrderFacts[];
  events: readonly MemberEvent[];
  assignments: readonly TagAssignment[];
  /** What rules gave and took. */
  tagLog: readonly TagLogLine[];
  points: readonly LedgerEntry[];
  comments: readonly Comment[];
  memberships: readonly Membership[];
  /** Records that were made one with this one, or parted from it again (`isParted`). */
  merges: readonly (TimelineMerge & { isParted: boolean })[];
  /** The file that brought the record, if that is known. */
  imported: TimelineImport | undefined;
  /** When the person became a customer, if that is known. */
  joinedAt: number | undefined;
};

/** What a filter lets through; several kinds of entries belong together. */
export const TIMELINE_FILTERS = [
  'order',
  'event',
  'tag',
  'points',
  'comment',
  'group',
  'record',
] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

const FILTER_OF: Record<TimelineEntry['kind'], TimelineFilter> = {
  order: 'order',
  event: 'event',
  tag: 'tag',
  ruleTag: 'tag',
  points: 'points',
  comment: 'comment',
  join: 'group',
  leave: 'group',
  merge: 'record',
  part: 'record',
  import: 'record',
  known: 'record',
};

/** Everything that happened, newest first. */
export function timelineEntries(source: TimelineSource): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const order of source.orders) {
    entries.push({ kind: 'order', id: order.id, at: order.orderedAt, order });
  }
  for (const event of source.events) {
    entries.push({ kind: 'event', id: event.id, at: event.at, event });
  }
  for (const it of source.assignments) {
    entries.push({ kind: 'tag', id: it.id, at: it.at, assignment: it });
  }
  for (const line of source.tagLog) {
    const id = `rule.${line.tagId}.${line.at}.${Number(line.isOn)}`;
    entries.push({ kind: 'ruleTag', id, at: line.at, line });
  }
  for (const entry of source.points) {
    entries.push({ kind: 'points', id: `points.${entry.id}`, at: entry.at, entry });
  }
  for (const comment of source.comments) {
    entries.push({ kind: 'comment', id: comment.id, at: comment.at, comment });
  }
  for (const membership of source.memberships) entries.push(...membershipEntries(membership));
  for (const { isParted, ...merge } of source.merges) {
    entries.push({ kind: isParted ? 'part' : 'merge', id: merge.id, at: merge.at, merge });
  }
  if (source.imported) {
    const { at, fileName } = source.imported;
    entries.push({ kind: 'import', id: 'import', at, fileName });
  }
  if (source.joinedAt !== undefined) {
    entries.push({ kind: 'known', id: 'known', at: source.joinedAt });
  }
  return entries.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** How many entries each filter lets through. */
export function countByFilter(entries: readonly TimelineEntry[]): Record<TimelineFilter, number> {
  const counts = Object.fromEntries(TIMELINE_FILTERS.map((it) => [it, 0])) as Record<
    TimelineFilter,
    number
  >;
  for (const entry of entries) counts[FILTER_OF[entry.kind]] += 1;
  return counts;
}

/** Entries that the filters let through (all when none is chosen), under a head for each month. */
export function timelineRows(
  entries: readonly TimelineEntry[],
  filters: readonly TimelineFilter[],
  timeZone: string,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let head: Extract<TimelineRow, { kind: 'month' }> | undefined;
  for (const entry of entries) {
    if (filters.length > 0 && !filters.includes(FILTER_OF[entry.kind])) continue;
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
