import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import type { Standing } from '@shared/domain/group-life/standing.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { SopStep, SopTemplate } from '@shared/domain/sop/sop.schema';
import { type Timeliness, timelinessOf } from '@shared/domain/sop/sop-run.rules';
import { useAnswer } from '@/app/use-answer';
import { useNow, useToday, useZone } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import {
  type GroupRun,
  readFlows,
  readGroup,
  readGroupRuns,
  readStory,
} from './group-story.queries';

/** `null` when there is no such group, `undefined` while loading; so with all of these. */
export const useGroup = (groupId: string): Group | null | undefined =>
  useLive(() => readGroup(groupId), [groupId]);

export const useStory = (groupId: string): GroupEvent[] | undefined =>
  useLive(() => readStory(groupId), [groupId]);

export const useGroupRuns = (groupId: string): GroupRun[] | undefined =>
  useLive(() => readGroupRuns(groupId), [groupId]);

export const useFlows = (): SopTemplate[] | undefined => useLive(readFlows, []);

/** How the group stands today, judged beside all others; `undefined` while it is counted. */
export function useStanding(groupId: string): Standing | undefined {
  const today = useToday();
  return useAnswer(`standing ${groupId} ${today}`, () =>
    dataWorker().groupLife.standing({ groupId, nowMs: Date.now() }),
  );
}

/** Where a step stands against its due time, in the workspace's zone. */
export function useTimeliness(): (step: SopStep) => Timeliness {
  const now = useNow();
  const zone = useZone();
  return (step) => timelinessOf(step, now, zone);
}
