import {
  doorOf,
  type GroupDoor,
  type InsideCounts,
  identityRefusal,
  insideTotal,
  NOBODY_INSIDE,
} from '@shared/domain/groups/entry.rules';
import { GROUP_PHASES, groupSchema } from '@shared/domain/groups/group.schema';
import type { PlacementRules } from '@shared/domain/groups/placement-settings.schema';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import {
  FULL_STORES,
  noteIfFull,
  placingWorld,
  refuseDissolved,
} from '@/features/group-rooms/index';

const { name, capacity } = groupSchema.shape;
const fields = z.object({
  name,
  identity: z.enum(IDENTITIES),
  region: z.string().trim().max(100).optional(),
  capacity: capacity.unwrap(),
  phase: z.enum(GROUP_PHASES),
  classId: idSchema.optional(),
});

export const createGroup = defineCommand({
  name: 'groups.create',
  input: fields,
  entities: ['groups'],
  label: (input) => ({ zh: `新建社群「${input.name}」`, en: `Create the group “${input.name}”` }),
  run: async (tx, input) => {
    const id = tx.newId();
    await tx.create('groups', {
      ...input,
      region: input.region || undefined,
      id,
      openedAt: tx.now,
    });
    return { groupId: id };
  },
});

/** The next group of a class, for the people of that class, with the figures of the rules. */
export const openNextGroup = defineCommand({
  name: 'groups.openNext',
  input: z.object({ classId: idSchema, name }),
  entities: ['groups', 'memberships', 'members', 'memberClasses', 'modelSettings'],
  label: (input) => ({ zh: `开下一个群「${input.name}」`, en: `Open the group “${input.name}”` }),
  run: async (tx, { classId, name: groupName }) => {
    const { classes, rules } = await placingWorld(tx, new Set());
    const ownClass = classes.find((it) => it.id === classId);
    if (!ownClass) throw new ExpectedError('class-not-found');
    const [identity, ...others] = ownClass.identities;
    const [region, ...moreRegions] = ownClass.regions;
    const id = tx.newId();
    await tx.create('groups', {
      id,
      name: groupName,
      classId,
      identity: identity && others.length === 0 ? identity : 'unknown',
      ...(region !== undefined && moreRegions.length === 0 ? { region } : {}),
      capacity: ownClass.capacity ?? rules.capacity,
      scanLimit: rules.scanLimit,
      openedAt: tx.now,
    });
    return { groupId: id };
  },
});

/** Everything but its phase, which has a story of its own. */
export const editGroup = defineCommand({
  name: 'groups.edit',
  input: fields
    .omit({ phase: true })
    .extend({ groupId: idSchema, language: z.enum(['zh', 'en']).optional() }),
  entities: [...FULL_STORES, 'memberships', 'members', 'memberClasses'],
  label: (input) => ({ zh: `修改社群「${input.name}」`, en: `Edit the group “${input.name}”` }),
  run: async (tx, { groupId, language, ...input }) => {
    const { rooms, classes, rules } = await placingWorld(tx, new Set([groupId]));
    const room = rooms.get(groupId);
    if (!room) throw new ExpectedError('group-not-found');
    await refuseDissolved(tx, groupId);
    const next = { ...input, region: input.region || undefined, classId: input.classId };
    if (next.identity !== room.group.identity || next.classId !== room.group.classId) {
      // A group does not change its class over the heads of people who could not enter it then.
      const wrong = strangersTo(doorOf(next, classes), room.inside, rules);
      if (wrong > 0) {
        throw new ExpectedError('group-class-conflict', { name: input.name, count: wrong });
      }
    }
    await tx.update('groups', groupId, next);
    if (next.capacity === room.group.capacity) return;
    await noteIfFull(tx, groupId, insideTotal(room.inside), { language });
  },
});

function strangersTo(door: GroupDoor, inside: InsideCounts, rules: PlacementRules): number {
  return IDENTITIES.filter((identity) => identityRefusal(identity, door, NOBODY_INSIDE, rules))
    .map((identity) => inside[identity])
    .reduce((sum, count) => sum + count, 0);
}

export const removeMemberFromGroup = defineCommand({
  name: 'groups.removeMember',
  input: z.object({ groupId: idSchema, memberId: idSchema }),
  entities: ['memberships', 'groups'],
  label: () => ({ zh: '移出社群', en: 'Remove a person from a group' }),
  run: async (tx, { groupId, memberId }) => {
    const id = joinId(memberId, groupId);
    if (!(await tx.get('memberships', id))) throw new ExpectedError('group-not-found');
    await refuseDissolved(tx, groupId);
    await tx.update('memberships', id, { leftAt: tx.now });
  },
});
