import type { Group } from '@shared/domain/groups/group.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useDataVersion } from '@/db/use-data-version';
import { buildTimeline, type TimelineRow } from './timeline.rules';

export type Timeline = {
  rows: TimelineRow[];
  groups: ReadonlyMap<string, Group>;
  /** How many of the member's orders are listed, if not all. */
  cutAt: number | undefined;
};

/** Orders, interactions, tags and groups of one member; read again after every change. */
export function useTimeline(member: Member): Timeline | undefined {
  const version = useDataVersion();
  const { id, joinedAt } = member;
  const [timeline, setTimeline] = useState<Timeline>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read again
  useEffect(() => {
    let isCurrent = true;
    readTimeline(id, joinedAt).then((read) => isCurrent && setTimeline(read), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [id, joinedAt, version]);
  return timeline;
}

async function readTimeline(memberId: string, joinedAt: number | undefined): Promise<Timeline> {
  const { lists } = dataWorker();
  const [orders, events, assignments, memberships, groups] = await Promise.all([
    lists.ordersOf(memberId),
    lists.eventsOf(memberId),
    readDb.pagedByPrefix('tagAssignments', `${memberId}.`),
    readDb.pagedByPrefix('memberships', `${memberId}.`),
    readDb.rows('groups').all(),
  ]);
  const source = { orders: orders.rows, events, assignments, memberships, joinedAt };
  return {
    rows: buildTimeline(source, DEFAULT_TIME_ZONE),
    groups: new Map(groups.map((group) => [group.id, group])),
    cutAt: orders.total > orders.rows.length ? orders.rows.length : undefined,
  };
}
