import type { Membership } from '@shared/domain/groups/group.schema';
import { useLive } from '@/db/use-live';
import { currentMemberships } from '@/features/groups/index';

/** The people that a run brought into groups and who are still inside; one row a membership. */
export function usePlacedByRun(runId: string): Membership[] | undefined {
  return useLive(async () => {
    const memberships = await currentMemberships();
    return memberships.filter((row) => row.runId === runId);
  }, [runId]);
}
