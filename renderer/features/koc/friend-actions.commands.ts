import { friendActionSchema } from '@shared/domain/group-life/group-day.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

const fields = friendActionSchema.omit({ id: true, by: true });
const ENTITIES = ['friendActions', 'groups', 'members'] as const;

/** The people named who are still there, each once. */
async function here(tx: Tx, memberIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(memberIds)];
  const members = await tx.getMany('members', ids);
  return ids.filter((_, at) => members[at] !== undefined);
}

async function refuseGone(tx: Tx, id: string) {
  const known = await tx.get('friendActions', id);
  if (!known) throw new ExpectedError('friend-action-gone');
  await refuseDissolved(tx, known.groupId);
}

/** Notes something done so that members get to know each other: topic, praise, meet-up. */
export const addFriendAction = defineCommand({
  name: 'friendActions.add',
  input: fields,
  entities: ENTITIES,
  label: ({ title }) => ({ zh: `记录互识「${title}」`, en: `Note “${title}”` }),
  run: async (tx, input) => {
    if (!(await tx.get('groups', input.groupId))) throw new ExpectedError('chat-group-gone');
    await refuseDissolved(tx, input.groupId);
    const id = tx.newId();
    const by = tx.actor?.slice(0, 60);
    await tx.create('friendActions', {
      ...input,
      id,
      memberIds: await here(tx, input.memberIds),
      ...(by !== undefined && { by }),
    });
    return { id };
  },
});

export const editFriendAction = defineCommand({
  name: 'friendActions.edit',
  input: fields.extend({ id: idSchema }),
  entities: ENTITIES,
  label: ({ title }) => ({ zh: `修改互识「${title}」`, en: `Edit “${title}”` }),
  run: async (tx, { id, participants, note, ...rest }) => {
    await refuseGone(tx, id);
    await refuseDissolved(tx, rest.groupId);
    const memberIds = await here(tx, rest.memberIds);
    await tx.update('friendActions', id, { ...rest, memberIds, participants, note });
  },
});

export const removeFriendAction = defineCommand({
  name: 'friendActions.remove',
  input: z.object({ id: idSchema, title: z.string().default('') }),
  entities: ENTITIES,
  label: ({ title }) => ({ zh: `删除互识「${title}」`, en: `Remove “${title}”` }),
  run: async (tx, { id }) => {
    await refuseGone(tx, id);
    await tx.remove('friendActions', id);
  },
});
