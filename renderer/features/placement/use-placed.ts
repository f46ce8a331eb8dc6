import type { Membership } from '@shared/domain/groups/group.schema';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';

/** The people that a run brought into groups and who are still inside; one row a membership. */
export function usePlacedByRun(runId: string): Membership[] | undefined {
  return useAnswer(`placed ${runId}`, () => dataWorker().groups.placedBy(runId));
}
