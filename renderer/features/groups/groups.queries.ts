import type { Group, Membership } from '@shared/domain/groups/group.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { readDb } from '@/db/read';

export type GroupWithCount = { group: Group; count: number };
export type Insider = { membership: Membership; member: Member };

/** Who is in which group now; those who left are not among them. */
export async function currentMemberships(): Promise<Membership[]> {
  const all = await readDb.firstPage('memberships', Number.POSITIVE_INFINITY, 'oldest');
  return all.filter((row) => row.leftAt === undefined);
}

/** Every group with the number of people inside: those still running first, then by name. */
export async function listGroups(): Promise<GroupWithCount[]> {
  const [groups, memberships] = await Promise.all([
    readDb.rows('groups').all(),
    currentMemberships(),
  ]);
  const counts = new Map<string, number>();
  for (const { groupId } of memberships) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  const isGone = (group: Group) => Number(group.phase === 'dissolved');
  return groups
    .sort((a, b) => isGone(a) - isGone(b) || a.name.localeCompare(b.name, 'zh-CN'))
    .map((group) => ({ group, count: counts.get(group.id) ?? 0 }));
}

/** The people inside a group, the latest to join first. */
export async function insidersOf(groupId: string): Promise<Insider[]> {
  const memberships = (await currentMemberships())
    .filter((row) => row.groupId === groupId)
    .sort((a, b) => b.joinedAt - a.joinedAt);
  const ids = memberships.map((row) => row.memberId);
  const members = await readDb.pagedGetMany('members', ids);
  return memberships.flatMap((membership, index) => {
    const member = members[index];
    return member ? [{ membership, member }] : [];
  });
}
