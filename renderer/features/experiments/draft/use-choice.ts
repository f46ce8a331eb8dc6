import type { Rule } from '@shared/domain/rules/rule.schema';
import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import { useGroups } from '@/features/groups';
import { readActivity } from '../experiments.queries';

export type GroupChoice = { id: string; name: string; size: number; activity?: number };

/** Groups that can take part, with who is inside and how active they were. */
export function useGroupChoices(): GroupChoice[] | undefined {
  const groups = useGroups();
  const today = useToday();
  const activity = useLive(() => readActivity(today), [today]);
  return useMemo(() => {
    if (!groups || !activity) return undefined;
    return groups
      .filter(({ group }) => group.phase !== 'dissolved')
      .map(({ group, count }) => {
        const known = activity.get(group.id);
        const base = { id: group.id, name: group.name, size: count };
        return known === undefined ? base : { ...base, activity: known };
      });
  }, [groups, activity]);
}

/** The groups that were chosen, with the sizes that the leader counted where they differ. */
export function chosenGroups(
  groups: readonly GroupChoice[],
  chosen: readonly string[],
  counted: Readonly<Record<string, number>> = {},
): GroupChoice[] {
  return groups
    .filter(({ id }) => chosen.includes(id))
    .map((group) => ({ ...group, size: counted[group.id] ?? group.size }));
}

/** As the commands that draw lots take them. */
export const lotGroups = (groups: readonly GroupChoice[]) =>
  groups.map(({ name: _name, ...group }) => group);

/** Everybody inside these groups; in at least `least` of them. */
export const insideRule = (groupIds: readonly string[], least = 1): Rule => ({
  kind: 'inGroup',
  groupIds: [...groupIds],
  groups: { min: least },
});

/** Registered people of these groups, and how many of them are in several. */
export function usePeopleOf(
  groupIds: readonly string[],
): { people: number; inSeveral: number } | undefined {
  const key = groupIds.length > 0 ? [...groupIds].sort().join(' ') : undefined;
  return useAnswer(key, async () => {
    const { people } = dataWorker();
    const [all, several] = await Promise.all([
      people.count(insideRule(groupIds)),
      groupIds.length > 1 ? people.count(insideRule(groupIds, 2)) : undefined,
    ]);
    return { people: all.n, inSeveral: several?.n ?? 0 };
  });
}
