import { TAG_KINDS, type Tag, tagSchema } from '@shared/domain/tags/tag.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema, joinId } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const { name, note } = tagSchema.shape;
const fields = z.object({ name, kind: z.enum(TAG_KINDS), note: note.unwrap().trim().optional() });
const memberIds = z.array(idSchema).min(1);

export const createTag = defineCommand({
  name: 'tags.create',
  input: fields,
  entities: ['tags'],
  label: (input) => ({ zh: `新建标签「${input.name}」`, en: `Create the tag “${input.name}”` }),
  run: async (tx, input) => ({ tagId: await addTag(tx, input) }),
});

export const editTag = defineCommand({
  name: 'tags.edit',
  input: fields.extend({ tagId: idSchema }),
  entities: ['tags'],
  label: (input) => ({ zh: `修改标签「${input.name}」`, en: `Edit the tag “${input.name}”` }),
  run: async (tx, { tagId, ...input }) => {
    if (!(await tx.get('tags', tagId))) throw new ExpectedError('tag-not-found');
    await refuseKnownName(tx, input.name, tagId);
    await tx.update('tags', tagId, { ...input, note: input.note || undefined });
  },
});

/** Takes the tag off everybody who carries it, and away. */
export const removeTag = defineCommand({
  name: 'tags.remove',
  input: z.object({ tagId: idSchema, name: z.string() }),
  entities: ['tags', 'tagAssignments'],
  label: (input) => ({ zh: `删除标签「${input.name}」`, en: `Delete the tag “${input.name}”` }),
  run: async (tx, { tagId }) => {
    if (!(await tx.get('tags', tagId))) throw new ExpectedError('tag-not-found');
    const carried: string[] = [];
    await tx.scan('tagAssignments', ['id', 'tagId'], (row) => {
      if (row.tagId === tagId) carried.push(row.id);
    });
    for (const id of carried) await tx.remove('tagAssignments', id);
    await tx.remove('tags', tagId);
    return { taken: carried.length };
  },
});

/** Puts a tag, known or new by its name, on people; those who carry it already keep theirs. */
export const assignTag = defineCommand({
  name: 'tags.assign',
  input: z.object({ memberIds, tagId: idSchema.optional(), name }),
  entities: ['tags', 'tagAssignments', 'members'],
  label: (input) => ({
    zh: `打标签「${input.name}」（${input.memberIds.length} 人）`,
    en: `Tag ${input.memberIds.length} with “${input.name}”`,
  }),
  run: async (tx, input) => {
    const known = input.tagId
      ? await tx.get('tags', input.tagId)
      : (await tx.findBy('tags', 'name', input.name))[0];
    if (input.tagId && !known) throw new ExpectedError('tag-not-found');
    const tagId = known?.id ?? (await addTag(tx, { name: input.name, kind: 'base' }));
    let tagged = 0;
    for (const memberId of [...input.memberIds].sort()) {
      const id = joinId(memberId, tagId);
      if (await tx.get('tagAssignments', id)) continue;
      if (!(await tx.get('members', memberId))) continue;
      await tx.create('tagAssignments', { id, memberId, tagId, source: 'hand', at: tx.now });
      tagged += 1;
    }
    return { tagId, tagged };
  },
});

export const unassignTag = defineCommand({
  name: 'tags.unassign',
  input: z.object({ memberIds, tagId: idSchema, name: z.string() }),
  entities: ['tagAssignments'],
  label: (input) => ({
    zh: `去掉标签「${input.name}」（${input.memberIds.length} 人）`,
    en: `Take “${input.name}” off ${input.memberIds.length}`,
  }),
  run: async (tx, input) => {
    let taken = 0;
    for (const memberId of input.memberIds) {
      const id = joinId(memberId, input.tagId);
      if (!(await tx.get('tagAssignments', id))) continue;
      await tx.remove('tagAssignments', id);
      taken += 1;
    }
    return { taken };
  },
});

async function addTag(tx: Tx, input: Omit<Tag, 'id'>): Promise<string> {
  await refuseKnownName(tx, input.name);
  const id = tx.newId();
  await tx.create('tags', { ...input, note: input.note || undefined, id });
  return id;
}

/** Two tags of one name could not be told apart on a member. */
async function refuseKnownName(tx: Tx, wanted: string, except?: string): Promise<void> {
  const known = await tx.findBy('tags', 'name', wanted);
  if (known.some((tag) => tag.id !== except)) {
    throw new ExpectedError('tag-name-taken', { name: wanted });
  }
}
