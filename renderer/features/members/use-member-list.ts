import { useCallback, useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useWindowRows } from '@/ui/use-window-rows';
import type { MemberFacets, MemberListRow } from '@/workers/index/list-types';
import { isStartView, type MemberView, queryOf } from './member-view';
import { type FirstMembers, readFirstMembers } from './members.queries';

export type MemberList = {
  /** `undefined` while nothing is known yet. */
  total: number | undefined;
  rowAt: (index: number) => MemberListRow | undefined;
  onRange: (from: number, to: number) => void;
};

/**
 * The members that fit the view. The first screen comes straight from the database; everything else
 * from the data worker, whose index is loaded once the first rows are painted.
 */
export function useMemberList(view: MemberView): MemberList {
  const version = useDataVersion();
  const first = useFirstRows();
  const isPainted = useIsPainted(first !== undefined);
  const query = queryOf(view);
  const load = (offset: number, limit: number) =>
    dataWorker().lists.queryMembers({ ...query, offset, limit });
  const rows = useWindowRows<MemberListRow, { total: number }>({
    key: JSON.stringify(query),
    version,
    isEnabled: isPainted,
    load,
    onError: showProblem,
  });
  const early = rows.answer === undefined && isStartView(view) ? first : undefined;
  const { rowAt, onRange, answer } = rows;
  const earlyRowAt = useCallback((index: number) => early?.rows[index], [early]);
  return {
    total: early ? early.total : answer?.total,
    rowAt: early ? earlyRowAt : rowAt,
    onRange,
  };
}

/** Read once, from the first render on: afterwards the index keeps the list up to date. */
function useFirstRows(): FirstMembers | undefined {
  const [reading] = useState(readFirstMembers);
  const [first, setFirst] = useState<FirstMembers>();
  useEffect(() => {
    reading.then(setFirst, showProblem);
  }, [reading]);
  return first;
}

/** True a frame after the condition was first painted. */
function useIsPainted(condition: boolean): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    if (!condition) return undefined;
    const timer = setTimeout(() => setIsPainted(true), 50);
    return () => clearTimeout(timer);
  }, [condition]);
  return isPainted;
}

/** How many members have each value, for the filters; counted again after every change. */
export function useMemberFacets(isEnabled: boolean): MemberFacets | undefined {
  const version = useDataVersion();
  const [facets, setFacets] = useState<MemberFacets>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to count again
  useEffect(() => {
    if (!isEnabled) return undefined;
    let isCurrent = true;
    dataWorker()
      .lists.memberFacets()
      .then((found) => isCurrent && setFacets(found), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [version, isEnabled]);
  return facets;
}
