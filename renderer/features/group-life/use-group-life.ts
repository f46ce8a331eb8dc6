import type { FigureTable } from '@shared/domain/group-life/figure-table';
import { useAnswer } from '@/app/use-answer';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import type { ContentLine } from '@/workers/group-life/life-types';

/** Figures of all groups by week, day and seven days; `undefined` while they are counted. */
export function useLifeBoard(weeks?: number): FigureTable | undefined {
  const today = useToday();
  return useAnswer(`board ${today} ${weeks}`, () =>
    dataWorker().groupLife.board({ nowMs: Date.now(), ...(weeks && { weeks }) }),
  );
}

/** The same of one group, over as many weeks as are asked (13 without a number, 104 at most). */
export function useGroupWeeks(groupId: string, weeks?: number): FigureTable | undefined {
  const today = useToday();
  return useAnswer(`weeks ${groupId} ${today} ${weeks}`, () =>
    dataWorker().groupLife.weeks({ groupId, nowMs: Date.now(), ...(weeks && { weeks }) }),
  );
}

/** What went out to one group over the weeks, by column and speaker. */
export function useGroupContent(groupId: string, weeks?: number): ContentLine[] | undefined {
  const today = useToday();
  return useAnswer(`content ${groupId} ${today} ${weeks}`, () =>
    dataWorker().groupLife.contentOf({ groupId, nowMs: Date.now(), ...(weeks && { weeks }) }),
  );
}
