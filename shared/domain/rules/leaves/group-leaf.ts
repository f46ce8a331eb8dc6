import { MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import type { AssignmentSlices, PeopleColumns } from '@shared/domain/people/people-columns';
import type { Condition } from '../rule.schema';
import { named } from './event-source';
import { type Leaf, numberLeaf } from './leaf';
import type { RuleContext } from './rule-context';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/** In how many different such groups the person is on that day; at least one unless said otherwise. */
export function inGroupLeaf(condition: Of<'inGroup'>, { columns, day }: RuleContext): Leaf {
  const { start, end, group, role, joinedDay, leftDay } = columns.memberships;
  const groupWanted = wantedGroups(condition, columns);
  const roles = named(condition.roles);
  const roleWanted = Uint8Array.from(MEMBERSHIP_ROLES, (name) =>
    roles === undefined || roles.includes(name) ? 1 : 0,
  );
  const isMeant = (slot: number) =>
    (joinedDay[slot] ?? 0) <= day &&
    (leftDay[slot] ?? 0) > day &&
    groupWanted[group[slot] ?? 0] === 1 &&
    roleWanted[role[slot] ?? 0] === 1;
  const count = (row: number) => {
    const first = start[row] ?? 0;
    const last = end[row] ?? 0;
    let groups = 0;
    for (let slot = first; slot < last; slot++) {
      if (!isMeant(slot)) continue;
      let earlier = first;
      while (earlier < slot && !(group[earlier] === group[slot] && isMeant(earlier))) earlier++;
      if (earlier === slot) groups++;
    }
    return groups;
  };
  return numberLeaf(count, condition.groups ?? { min: 1 }, (row) => {
    const last = end[row] ?? 0;
    let since: number | undefined;
    for (let slot = start[row] ?? 0; slot < last; slot++) {
      const joined = joinedDay[slot];
      if (joined !== undefined && isMeant(slot) && !(since !== undefined && since <= joined)) {
        since = joined;
      }
    }
    return since;
  });
}

/** By index + 1 of a group, whether it is meant; 0 stands for a group nobody knows. */
function wantedGroups(condition: Of<'inGroup'>, { groups }: PeopleColumns): Uint8Array {
  const ids = named(condition.groupIds);
  const phases = named<string>(condition.phases);
  const isUnknownMeant = ids === undefined && phases === undefined;
  return Uint8Array.from([undefined, ...groups], (group) => {
    if (group === undefined) return isUnknownMeant ? 1 : 0;
    const isMeant =
      (ids === undefined || ids.includes(group.id)) &&
      (phases === undefined || phases.includes(group.phase));
    return isMeant ? 1 : 0;
  });
}

/** Slot of the first stored assignment of one of the tags that counts on the day, -1 for none. */
export function assignedSlot(tagIds: readonly string[], context: RuleContext) {
  const { columns, day } = context;
  const { start, end, tag, sinceDay, untilDay }: AssignmentSlices = columns.assignments;
  const wanted = Uint8Array.from(['', ...columns.tagIds], (id) => (tagIds.includes(id) ? 1 : 0));
  return (row: number): number => {
    const last = end[row] ?? 0;
    for (let slot = start[row] ?? 0; slot < last; slot++) {
      if (wanted[tag[slot] ?? 0] !== 1) continue;
      if ((sinceDay[slot] ?? 0) <= day && (untilDay[slot] ?? 0) > day) return slot;
    }
    return -1;
  };
}
