import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import {
  type ClassBook,
  type GroupWithCount,
  readClassBook,
  readGroups,
  readWaiting,
  withCounts,
} from './groups.queries';

export function useGroups(): GroupWithCount[] | undefined {
  const groups = useLive(readGroups, []);
  const inside = useAnswer('inside', () => dataWorker().groups.inside());
  return useMemo(() => groups && inside && withCounts(groups, inside), [groups, inside]);
}

export const useClassBook = (): ClassBook | undefined => useLive(readClassBook, []);

/** How many people wait for room, by class. */
export function useWaitingCounts(): ReadonlyMap<string, number> {
  const waiting = useLive(readWaiting, []);
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { classId } of waiting ?? []) counts.set(classId, (counts.get(classId) ?? 0) + 1);
    return counts;
  }, [waiting]);
}
