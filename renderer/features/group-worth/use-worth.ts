import { activityOf } from '@shared/domain/group-life/activity.rules';
import { adviseFate, type FateAdvice } from '@shared/domain/group-life/fate.rules';
import { figuresAt, periodsOfKind } from '@shared/domain/group-life/figure-table';
import type { GroupLifeSettings } from '@shared/domain/group-life/life-settings.schema';
import { WORTH_WEEKS, type Worth, worthOf } from '@shared/domain/group-life/worth.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { useMemo } from 'react';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useGroupWeeks, useLifeSettings } from '@/features/group-life';

export type GroupWorth = {
  group: Group;
  settings: GroupLifeSettings;
  worth: Worth;
  advice: FateAdvice;
  /** Activity of the last seven days, where it is below the line that the mean of the time still holds. */
  lately?: number;
};

/** What the rule says of a group that put in and brought so much. */
export const adviceFor = (
  worth: Pick<Worth, 'economy' | 'activity' | 'activePeople'>,
  group: Pick<Group, 'phase'>,
  settings: GroupLifeSettings,
): FateAdvice =>
  adviseFate(
    {
      economy: worth.economy,
      activity: worth.activity,
      activePeople: worth.activePeople,
      isEarly: group.phase === 'early',
    },
    settings.economy,
  );

/** Inputs against outputs of one group over the last weeks, and what they speak for. */
export function useWorth(groupId: string, weeks: number): GroupWorth | undefined {
  const settings = useLifeSettings();
  // As many as can be asked for, so that another span is there at once.
  const table = useGroupWeeks(groupId, Math.max(...WORTH_WEEKS));
  const group = useLive(() => readDb.rows('groups').get(groupId), [groupId]);
  return useMemo(() => {
    if (!settings || !table || !group) return undefined;
    const worth = worthOf(table, 0, weeks, settings, group.classId);
    const advice = adviceFor(worth, group, settings);
    const seven = periodsOfKind(table, 'seven')[0];
    const figures = seven === undefined ? {} : figuresAt(table, 0, seven);
    const lately = activityOf(figures, settings.activity).score;
    const line = settings.economy.keepActivity;
    const hides = lately !== undefined && lately < line && (worth.activity ?? 0) >= line;
    return { group, settings, worth, advice, ...(hides && { lately }) };
  }, [settings, table, group, weeks]);
}

/** A figure that is a ratio of money, as it is read and reckoned with. */
export const ratioText = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
