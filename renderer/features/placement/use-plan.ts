import type { Membership } from '@shared/domain/groups/group.schema';
import type { PlacementCandidate } from '@shared/domain/groups/placement.rules';
import { type PlacementPlan, planPlacement } from '@shared/domain/groups/placement-plan.rules';
import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import {
  type ClassBook,
  type GroupWithCount,
  useClassBook,
  useGroups,
} from '@/features/groups/index';
import { type ApprovedPerson, readApproved } from './placement.queries';
import { usePlacedByRun } from './use-placed';

/** Everything that step 7 shows: who waits, where the rules put them, who is in already. */
export type PlanView = {
  /** Approved and not yet brought in by this run, in order of arrival. */
  people: ApprovedPerson[];
  candidates: PlacementCandidate[];
  plan: PlacementPlan;
  placed: Membership[];
  approved: ReadonlyMap<string, ApprovedPerson>;
  groups: GroupWithCount[];
  book: ClassBook;
};

/** `undefined` until everything is known. */
export function usePlan(runId: string): PlanView | undefined {
  const approved = useLive(() => readApproved(runId), [runId]);
  const placed = usePlacedByRun(runId);
  const groups = useGroups();
  const book = useClassBook();
  const ids = approved?.map(({ member }) => member.id);
  const groupsOf = useAnswer(ids && `groups of ${ids.join(' ')}`, () =>
    dataWorker().groups.groupsOf(ids ?? []),
  );
  return useMemo(() => {
    if (!approved || !placed || !groups || !book || !groupsOf) return undefined;
    const placedIds = new Set(placed.map(({ memberId }) => memberId));
    const people = approved.filter(({ member }) => !placedIds.has(member.id));
    const candidates = people.map(({ member: { id, identity, channel, region } }) => ({
      memberId: id,
      identity,
      channel,
      region,
      isApproved: true,
      insideGroupIds: groupsOf[id] ?? [],
    }));
    const plan = planPlacement(candidates, { ...book, rooms: groups });
    const byId = new Map(approved.map((person) => [person.member.id, person]));
    return { people, candidates, plan, placed, approved: byId, groups, book };
  }, [approved, placed, groups, book, groupsOf]);
}
