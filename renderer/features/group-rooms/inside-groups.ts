import { type InsideCounts, NOBODY_INSIDE } from '@shared/domain/groups/entry.rules';
import { classesInUse } from '@shared/domain/groups/member-class.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import type { GroupRoom, PlacementCandidate } from '@shared/domain/groups/placement.rules';
import {
  PLACEMENT_RULES_ID,
  type PlacementRules,
  readPlacementRules,
} from '@shared/domain/groups/placement-settings.schema';
import type { Identity } from '@shared/domain/members/member.schema';
import type { Tx } from '@/db/command';

/** Above so many people their identities are read in one pass over the roster. */
const FEW = 64;

/** Rules, classes and the named groups with those inside, as of this transaction. */
export type PlacingWorld = {
  rules: PlacementRules;
  classes: MemberClass[];
  rooms: Map<string, GroupRoom>;
  /** Groups among the named that a person is inside. */
  groupsOf: Map<string, string[]>;
};

export async function placingWorld(tx: Tx, groupIds: ReadonlySet<string>): Promise<PlacingWorld> {
  const rules = readPlacementRules((await tx.get('modelSettings', PLACEMENT_RULES_ID))?.settings);
  // Names in one language or the other play no part here.
  const classes = classesInUse(await tx.all('memberClasses'), 'zh');
  const inside = await insiders(tx, groupIds);
  const identities = await identitiesOf(tx, [...inside.keys()]);
  const counts = new Map<string, InsideCounts>();
  for (const [memberId, groups] of inside) {
    const identity = identities.get(memberId) ?? 'unknown';
    for (const groupId of groups) {
      const before = counts.get(groupId) ?? NOBODY_INSIDE;
      counts.set(groupId, { ...before, [identity]: before[identity] + 1 });
    }
  }
  const rooms = new Map<string, GroupRoom>();
  for (const group of await tx.getMany('groups', [...groupIds])) {
    if (group) rooms.set(group.id, { group, inside: counts.get(group.id) ?? NOBODY_INSIDE });
  }
  return { rules, classes, rooms, groupsOf: inside };
}

/** Who is inside these groups now, and in which of them; columns only, no row becomes an object. */
async function insiders(tx: Tx, groupIds: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const inside = new Map<string, string[]>();
  await tx.scan('memberships', ['memberId', 'groupId', 'leftAt'], (row) => {
    const groupId = String(row.groupId);
    if (row.leftAt !== undefined || !groupIds.has(groupId)) return;
    const memberId = String(row.memberId);
    const groups = inside.get(memberId);
    if (groups) groups.push(groupId);
    else inside.set(memberId, [groupId]);
  });
  return inside;
}

async function identitiesOf(tx: Tx, memberIds: string[]): Promise<Map<string, Identity>> {
  const found = new Map<string, Identity>();
  if (memberIds.length <= FEW) {
    for (const member of await tx.getMany('members', memberIds)) {
      if (member) found.set(member.id, member.identity);
    }
    return found;
  }
  const wanted = new Set(memberIds);
  await tx.scan('members', ['id', 'identity'], (row) => {
    if (wanted.has(row.id)) found.set(row.id, (row.identity ?? 'unknown') as Identity);
  });
  return found;
}

/** People as the rules see them; those who are no longer there are left out. */
export async function candidatesOf(
  tx: Tx,
  memberIds: readonly string[],
  groupsOf: ReadonlyMap<string, string[]>,
  isApproved: (memberId: string) => Promise<boolean>,
): Promise<Map<string, PlacementCandidate>> {
  const people = new Map<string, PlacementCandidate>();
  for (const member of await tx.getMany('members', memberIds)) {
    if (!member) continue;
    const { id, identity, channel, region } = member;
    people.set(id, {
      memberId: id,
      identity,
      channel,
      region,
      isApproved: await isApproved(id),
      insideGroupIds: groupsOf.get(id) ?? [],
    });
  }
  return people;
}
