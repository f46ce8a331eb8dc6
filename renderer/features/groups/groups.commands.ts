import { GROUP_PHASES, type Group, groupSchema } from '@shared/domain/groups/group.schema';
import { classRefusal, NOBODY_INSIDE } from '@shared/domain/groups/placement.rules';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema, joinId } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const { name, capacity } = groupSchema.shape;
const fields = z.object({
  name,
  identity: z.enum(IDENTITIES),
  region: z.string().trim().max(100).optional(),
  capacity: capacity.unwrap(),
  phase: z.enum(GROUP_PHASES),
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

export const editGroup = defineCommand({
  name: 'groups.edit',
  input: fields.extend({ groupId: idSchema }),
  entities: ['groups', 'memberships', 'members'],
  label: (input) => ({ zh: `修改社群「${input.name}」`, en: `Edit the group “${input.name}”` }),
  run: async (tx, { groupId, ...input }) => {
    const before = await tx.get('groups', groupId);
    if (!before) throw new ExpectedError('group-not-found');
    if (input.identity !== before.identity) await refuseWrongClass(tx, groupId, input);
    await tx.update('groups', groupId, { ...input, region: input.region || undefined });
  },
});

export const removeMemberFromGroup = defineCommand({
  name: 'groups.removeMember',
  input: z.object({ groupId: idSchema, memberId: idSchema }),
  entities: ['memberships'],
  label: () => ({ zh: '移出社群', en: 'Remove a person from a group' }),
  run: async (tx, { groupId, memberId }) => {
    const id = joinId(memberId, groupId);
    if (!(await tx.get('memberships', id))) throw new ExpectedError('group-not-found');
    await tx.update('memberships', id, { leftAt: tx.now });
  },
});

/** A group does not change its class over the heads of people who could not enter it then. */
async function refuseWrongClass(
  tx: Tx,
  groupId: string,
  group: Pick<Group, 'identity' | 'name'>,
): Promise<void> {
  let wrong = 0;
  for (const row of await tx.all('memberships')) {
    if (row.groupId !== groupId || row.leftAt !== undefined) continue;
    const identity = (await tx.get('members', row.memberId))?.identity ?? 'unknown';
    if (classRefusal(identity, group, NOBODY_INSIDE)) wrong += 1;
  }
  if (wrong > 0)
    throw new ExpectedError('group-class-conflict', { name: group.name, count: wrong });
}
