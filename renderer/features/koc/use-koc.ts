import type { Group } from '@shared/domain/groups/group.schema';
import type { Koc, KocIncentive } from '@shared/domain/koc/koc.schema';
import { joinId } from '@shared/lib/record-ids';
import { useCallback, useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import type { KocStanding, KocStandings } from '@/workers/koc/koc-types';
import { type Place, readCallNames, readOpenGroups, readPool } from './koc.queries';

/** A core member with how they stand; without a standing the member is no longer there. */
export type PoolRow = {
  koc: Koc;
  standing: KocStanding | undefined;
  incentives: readonly KocIncentive[];
};

export type PoolView = { rows: PoolRow[]; count: KocStandings };

/** Everybody on the list, the highest score first; `undefined` while it is counted. */
export function usePool(): PoolView | undefined {
  const today = useToday();
  const pool = useLive(readPool, []);
  const ids = pool?.kocs.map(({ id }) => id) ?? [];
  const count = useAnswer(pool && `standings ${today} ${ids.join(' ')}`, () =>
    dataWorker().kocs.standings(ids),
  );
  return useMemo(() => {
    if (!pool || !count) return undefined;
    const standings = new Map(count.rows.map((row) => [row.memberId, row]));
    const rows = pool.kocs.map((koc) => ({
      koc,
      standing: standings.get(koc.id),
      incentives: pool.incentives.filter(({ memberId }) => memberId === koc.id),
    }));
    rows.sort(
      (a, b) =>
        (b.standing?.score ?? -1) - (a.standing?.score ?? -1) || (a.koc.id < b.koc.id ? -1 : 1),
    );
    return { rows, count };
  }, [pool, count]);
}

export const useOpenGroups = (): Group[] | undefined => useLive(readOpenGroups, []);

/** Names of the groups that are not dissolved. */
export function useGroupNames(): (groupId: string | undefined) => string | undefined {
  const groups = useOpenGroups();
  return useCallback((groupId) => groups?.find(({ id }) => id === groupId)?.name, [groups]);
}

/** How somebody is called in a group; `fallback` until it is read. */
export function useCallNames(places: readonly Place[]) {
  const key = places.map(({ memberId, groupId }) => joinId(memberId, groupId)).join(' ');
  const names = useLive(() => readCallNames(places), [key]);
  return (memberId: string, groupId: string, fallback: string) =>
    names?.get(joinId(memberId, groupId)) ?? fallback;
}
