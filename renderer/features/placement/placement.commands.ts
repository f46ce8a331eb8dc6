import type { Membership } from '@shared/domain/groups/group.schema';
import {
  type InsideCounts,
  NOBODY_INSIDE,
  type PlacementCandidate,
  planPlacement,
} from '@shared/domain/groups/placement.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema, joinId } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const MOST_AT_ONCE = 2000;

/** Puts the approved people of a run into a group; who may not enter comes back with the reason. */
export const placeMembers = defineCommand({
  name: 'sop.placeMembers',
  input: z.object({
    runId: idSchema,
    groupId: idSchema,
    memberIds: z.array(idSchema).min(1).max(MOST_AT_ONCE),
  }),
  entities: ['memberships', 'members', 'groups', 'audits', 'sopRuns'],
  label: ({ memberIds }) => ({
    zh: `把 ${memberIds.length} 人放入社群`,
    en: `Place ${memberIds.length} people into a group`,
  }),
  run: async (tx, { runId, groupId, memberIds }) => {
    const group = await tx.get('groups', groupId);
    if (!group || !(await tx.get('sopRuns', runId))) throw new ExpectedError('sop-not-found');
    const memberships = await tx.all('memberships');
    const inGroup = memberships.filter((row) => row.groupId === groupId);
    const inside = inGroup.filter((row) => row.leftAt === undefined);
    const candidates = await candidatesOf(tx, runId, groupId, [...new Set(memberIds)], inside);
    const plan = planPlacement(candidates, group, await countInside(tx, inside));
    const known = new Set(inGroup.map((row) => row.id));
    for (const memberId of plan.placed) {
      const id = joinId(memberId, groupId);
      if (known.has(id)) {
        await tx.update('memberships', id, { joinedAt: tx.now, leftAt: undefined, runId });
      } else {
        await tx.create('memberships', { id, memberId, groupId, joinedAt: tx.now, runId });
      }
    }
    return plan;
  },
});

async function candidatesOf(
  tx: Tx,
  runId: string,
  groupId: string,
  memberIds: string[],
  inside: readonly Membership[],
): Promise<PlacementCandidate[]> {
  const insideIds = new Set(inside.map((row) => row.id));
  const candidates: PlacementCandidate[] = [];
  for (const memberId of memberIds) {
    const member = await tx.get('members', memberId);
    if (!member) continue;
    const audit = await tx.get('audits', joinId(memberId, runId));
    candidates.push({
      memberId,
      identity: member.identity,
      isApproved: audit?.status === 'approved',
      isInside: insideIds.has(joinId(memberId, groupId)),
    });
  }
  return candidates;
}

async function countInside(tx: Tx, inside: readonly Membership[]): Promise<InsideCounts> {
  const counts = { ...NOBODY_INSIDE };
  for (const row of inside) {
    counts[(await tx.get('members', row.memberId))?.identity ?? 'unknown'] += 1;
  }
  return counts;
}
