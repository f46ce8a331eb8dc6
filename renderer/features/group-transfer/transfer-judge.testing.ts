import { isForbiddenPair } from '@shared/domain/groups/entry.rules';
import type { Group, Membership } from '@shared/domain/groups/group.schema';
import { classesInUse } from '@shared/domain/groups/member-class.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { placementRulesSchema } from '@shared/domain/groups/placement-settings.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { expect } from 'vitest';
import { allRows } from '@/db/test-db';
import { type Desk, OLD, type Situation } from './transfer-world.testing';

/** All that a step of a plan may write, and what stands beside it. */
const TOUCHED = [
  'members',
  'groups',
  'memberships',
  'transferPlans',
  'transferItems',
  'groupEvents',
] as const;

/** Everything that decides, read from the tables: the judge does not ask the code it judges. */
export async function look({ db }: Desk) {
  const [groups, members, memberships, classes, items] = await Promise.all([
    allRows(db, 'groups'),
    allRows(db, 'members'),
    allRows(db, 'memberships'),
    allRows(db, 'memberClasses'),
    allRows(db, 'transferItems'),
  ]);
  return {
    groups: new Map(groups.map((it) => [it.id, it])),
    members: new Map(members.map((it) => [it.id, it])),
    stays: memberships.filter((it) => it.leftAt === undefined),
    classes,
    items: new Map(items.map((it) => [it.id, it])),
  };
}
type Seen = Awaited<ReturnType<typeof look>>;

/** Whether a group is for such a person, by its own class or its own traits. */
function isMeantFor(group: Group, person: Member, classes: readonly MemberClass[]): boolean {
  const own = classes.find(({ id }) => id === group.classId);
  const identities = own?.identities ?? (group.identity === 'unknown' ? [] : [group.identity]);
  const regions = own?.regions ?? (group.region ? [group.region] : []);
  const channels = own?.channels ?? (group.channel ? [group.channel] : []);
  const isIn = (list: readonly string[], value: string | undefined) =>
    list.length === 0 || (value !== undefined && list.includes(value));
  return (
    isIn(identities, person.identity) &&
    isIn(regions, person.region) &&
    isIn(channels, person.channel)
  );
}

export const key = ({ memberId: who, groupId: group }: Pick<Membership, 'memberId' | 'groupId'>) =>
  `${who} ${group}`;

/** What a move may have changed, and that each newcomer had the right to come in. */
export function judge(
  before: Seen,
  after: Seen,
  rules: Situation['rules'],
  planned: ReadonlySet<string>,
) {
  const given = placementRulesSchema.parse(rules);
  const was = new Set(before.stays.map(key));
  const is = new Set(after.stays.map(key));
  const came = after.stays.filter((it) => !was.has(key(it)));
  const went = before.stays.filter((it) => !is.has(key(it)));
  // Into exactly one other group, out of the old one and of no other.
  expect(new Set(came.map((it) => it.memberId)).size).toBe(came.length);
  for (const { memberId: who, groupId: left } of went) {
    expect(left).toBe(OLD);
    expect(came.some((it) => it.memberId === who)).toBe(true);
  }
  for (const stay of came) {
    expect(planned.has(stay.memberId)).toBe(true);
    expect(after.stays.some((it) => it.memberId === stay.memberId && it.groupId === OLD)).toBe(
      false,
    );
    const group = after.groups.get(stay.groupId);
    const person = after.members.get(stay.memberId);
    if (!group || !person) throw new Error('nobody came nowhere');
    expect(group.id).not.toBe(OLD);
    expect(group.phase).not.toBe('dissolved');
    const inside = after.stays.filter((it) => it.groupId === group.id);
    expect(inside.length).toBeLessThanOrEqual(group.capacity);
    expect(isMeantFor(group, person, classesInUse(after.classes, 'zh'))).toBe(true);
    for (const { memberId: other } of inside) {
      const beside = after.members.get(other);
      const isForbidden =
        beside !== undefined && isForbiddenPair(given, person.identity, beside.identity);
      expect(isForbidden, `${person.identity} beside ${beside?.identity}`).toBe(false);
    }
  }
  // Moved are exactly those who came.
  const movedNow = [...after.items.values()].filter(
    (it) => it.state === 'moved' && before.items.get(it.id)?.state !== 'moved',
  );
  expect(movedNow.map((it) => `${it.memberId} ${it.toGroupId}`).sort()).toEqual(
    came.map(key).sort(),
  );
}

export const everything = ({ db }: Desk) =>
  Promise.all(TOUCHED.map((entity) => allRows(db, entity)));
