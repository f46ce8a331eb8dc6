import type { Group } from '@shared/domain/groups/group.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useDataVersion } from '@/db/use-data-version';
import {
  countByFilter,
  type TimelineEntry,
  type TimelineFilter,
  timelineEntries,
} from './timeline.rules';

/** More lines than anybody reads; what lies before is counted. */
const MOST_ORDERS = 20_000;
const MOST_EVENTS = 20_000;
const MOST_TAGS = 2000;
const MOST_COMMENTS = 2000;

export type Timeline = {
  entries: TimelineEntry[];
  counts: Record<TimelineFilter, number>;
  groups: ReadonlyMap<string, Group>;
  /** What is not listed: how many of how many are, by kind. */
  cuts: { what: 'order' | 'tag' | 'comment'; shown: number; total: number }[];
};

/** Everything that is known to have happened to one member; read again after every change. */
export function useTimeline(member: Member): Timeline | undefined {
  const version = useDataVersion();
  const { id, joinedAt, batchId } = member;
  const [timeline, setTimeline] = useState<Timeline>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read again
  useEffect(() => {
    let isCurrent = true;
    readTimeline(id, joinedAt, batchId).then((read) => isCurrent && setTimeline(read), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [id, joinedAt, batchId, version]);
  return timeline;
}

async function readTimeline(
  memberId: string,
  joinedAt: number | undefined,
  batchId: string | undefined,
): Promise<Timeline> {
  const { lists, growth, member, people } = dataWorker();
  const [
    orders,
    events,
    assignments,
    comments,
    tagLog,
    ledger,
    memberships,
    groups,
    merges,
    batch,
  ] = await Promise.all([
    lists.ordersOf(memberId, 0, MOST_ORDERS),
    lists.eventsOf(memberId, MOST_EVENTS),
    member.assignmentsOf(memberId, MOST_TAGS),
    member.commentsOf(memberId, MOST_COMMENTS),
    people.tagLogOf(memberId),
    growth.ledgerOf(memberId),
    readDb.pagedByPrefix('memberships', `${memberId}.`),
    readDb.rows('groups').all(),
    readDb.rows('memberMerges').by('keptId', memberId),
    batchId === undefined ? undefined : readDb.rows('importBatches').get(batchId),
  ]);
  const cut = (
    what: Timeline['cuts'][number]['what'],
    { rows, total }: { rows: unknown[]; total: number },
  ) => (total > rows.length ? [{ what, shown: rows.length, total }] : []);
  const entries = timelineEntries({
    orders: orders.rows,
    events,
    assignments: assignments.rows,
    tagLog,
    points: ledger.entries,
    comments: comments.rows,
    memberships,
    merges: merges.flatMap(({ id, at, gone, undoneAt }) => [
      { id, at, name: gone.name, isParted: false },
      ...(undoneAt === undefined
        ? []
        : [{ id: `${id}.part`, at: undoneAt, name: gone.name, isParted: true }]),
    ]),
    imported: batch && { fileName: batch.fileName, at: batch.at },
    joinedAt,
  });
  return {
    entries,
    counts: countByFilter(entries),
    groups: new Map(groups.map((group) => [group.id, group])),
    cuts: [...cut('order', orders), ...cut('tag', assignments), ...cut('comment', comments)],
  };
}
