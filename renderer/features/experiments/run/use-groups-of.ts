import { useMemo } from 'react';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

const readGroups = () => readDb.rows('groups').all();

/** Names of all groups, and which are gone: dissolved, or no longer there. */
export function useGroupsOf(
  groupIds: readonly (string | undefined)[],
): { nameOf: (id: string | undefined) => string; gone: ReadonlySet<string> } | undefined {
  const groups = useLive(readGroups, []);
  return useMemo(() => {
    if (!groups) return undefined;
    const byId = new Map(groups.map((group) => [group.id, group]));
    const known = groupIds.flatMap((id) => id ?? []);
    const isGone = (id: string) => (byId.get(id)?.phase ?? 'dissolved') === 'dissolved';
    return {
      nameOf: (id) => (id === undefined ? '' : (byId.get(id)?.name ?? '—')),
      gone: new Set(known.filter(isGone)),
    };
  }, [groups, groupIds]);
}
