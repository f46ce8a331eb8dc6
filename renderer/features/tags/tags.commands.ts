import { ruleSchema } from '@shared/domain/rules/rule.schema';
import { TAG_KINDS, type Tag, tagSchema } from '@shared/domain/tags/tag.schema';
import { asTag, libraryTag } from '@shared/domain/tags/tag-library';
import { tagIdsByName } from '@shared/domain/tags/tag-names.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseCircle, refuseInUse } from './tag-references';

const { name, note, validDays } = tagSchema.shape;
/** `null` takes away what is there, absence leaves it. */
const fields = z.object({
  name,
  kind: z.enum(TAG_KINDS),
  note: note.unwrap().trim().optional(),
  rule: ruleSchema.nullish(),
  validDays: validDays.unwrap().nullish(),
});
const oneTag = z.object({ tagId: idSchema, name: z.string() });

export const createTag = defineCommand({
  name: 'tags.create',
  input: fields,
  entities: ['tags'],
  label: (input) => ({ zh: `新建标签「${input.name}」`, en: `Create the tag “${input.name}”` }),
  run: async (tx, { rule, validDays: days, ...input }) => ({
    tagId: await addTag(tx, {
      ...input,
      ...(rule ? { rule } : {}),
      ...(days ? { validDays: days } : {}),
    }),
  }),
});

/** A ready-made tag that was never changed gets its row now. */
export const editTag = defineCommand({
  name: 'tags.edit',
  input: fields.extend({ tagId: idSchema }),
  entities: ['tags', 'segments'],
  label: (input) => ({ zh: `修改标签「${input.name}」`, en: `Edit the tag “${input.name}”` }),
  run: async (tx, { tagId, rule, validDays: days, ...input }) => {
    await refuseKnownName(tx, input.name, tagId);
    if (rule) await refuseCircle(tx, { id: tagId, name: input.name, rule });
    await changeTag(tx, tagId, {
      ...input,
      note: input.note || undefined,
      ...(rule === undefined ? {} : { rule: rule ?? undefined }),
      ...(days === undefined ? {} : { validDays: days ?? undefined }),
    });
  },
});

/** Rules that are off give their tags to nobody; what was given by hand stays. */
export const switchTags = defineCommand({
  name: 'tags.switch',
  input: z.object({ tagIds: z.array(idSchema).min(1), isOff: z.boolean(), name: z.string() }),
  entities: ['tags'],
  label: ({ isOff, name: what }) => ({
    zh: isOff ? `停用规则「${what}」` : `启用规则「${what}」`,
    en: isOff ? `Switch the rule of “${what}” off` : `Switch the rule of “${what}” on`,
  }),
  run: async (tx, { tagIds, isOff }) => {
    for (const tagId of tagIds) await changeTag(tx, tagId, { isOff: isOff || undefined });
  },
});

/** Out of the lists, and its rule off: what nobody sees should not go on being given. */
export const hideTag = defineCommand({
  name: 'tags.hide',
  input: oneTag.extend({ isHidden: z.boolean() }),
  entities: ['tags'],
  label: (input) => ({
    zh: input.isHidden ? `隐藏标签「${input.name}」` : `取回标签「${input.name}」`,
    en: input.isHidden ? `Hide the tag “${input.name}”` : `Bring back the tag “${input.name}”`,
  }),
  run: (tx, { tagId, isHidden }) =>
    changeTag(tx, tagId, { isHidden: isHidden || undefined, isOff: isHidden || undefined }),
});

/** A ready-made tag as it came: its row goes. */
export const resetTag = defineCommand({
  name: 'tags.reset',
  input: oneTag,
  entities: ['tags'],
  label: (input) => ({
    zh: `恢复标签「${input.name}」的原样`,
    en: `Restore the tag “${input.name}” as it came`,
  }),
  run: async (tx, { tagId }) => {
    const ready = libraryTag(tagId);
    if (!ready) throw new ExpectedError('tag-not-found');
    for (const original of Object.values(ready.name)) await refuseKnownName(tx, original, tagId);
    await tx.remove('tags', tagId);
  },
});

/** Takes the tag off everybody who carries it, and away; refused while a rule names it. */
export const removeTag = defineCommand({
  name: 'tags.remove',
  input: oneTag,
  entities: ['tags', 'tagAssignments', 'segments', 'spotChecks'],
  label: (input) => ({ zh: `删除标签「${input.name}」`, en: `Delete the tag “${input.name}”` }),
  run: async (tx, { tagId, name: what }) => {
    const tag = await tx.get('tags', tagId);
    if (!tag) throw new ExpectedError('tag-not-found');
    if (libraryTag(tagId)) throw new ExpectedError('tag-ready-made', { name: what });
    await refuseInUse(tx, { id: tagId, name: what });
    const carried: string[] = [];
    await tx.scan('tagAssignments', ['id', 'tagId'], (row) => {
      if (row.tagId === tagId) carried.push(row.id);
    });
    for (const id of carried) await tx.remove('tagAssignments', id);
    for (const check of await tx.findBy('spotChecks', 'tagId', tagId))
      await tx.remove('spotChecks', check.id);
    await tx.remove('tags', tagId);
    return { taken: carried.length };
  },
});

/** A new tag of the workspace's own, under a name that no other tag has. */
export async function addTag(tx: Tx, input: Omit<Tag, 'id'>): Promise<string> {
  await refuseKnownName(tx, input.name);
  const id = tx.newId();
  await tx.create('tags', { ...input, note: input.note || undefined, id });
  return id;
}

async function changeTag(tx: Tx, tagId: string, patch: Partial<Omit<Tag, 'id'>>): Promise<void> {
  if (await tx.get('tags', tagId)) return tx.update('tags', tagId, patch);
  const ready = libraryTag(tagId);
  if (!ready) throw new ExpectedError('tag-not-found');
  await tx.create('tags', { ...asTag(ready, 'zh'), ...patch });
}

/** Two tags of one name could not be told apart on a member. */
async function refuseKnownName(tx: Tx, wanted: string, except?: string): Promise<void> {
  const rows = (await tx.all('tags')).filter((tag) => tag.id !== except);
  const known = tagIdsByName(rows).get(wanted);
  if (known !== undefined && known !== except) {
    throw new ExpectedError('tag-name-taken', { name: wanted });
  }
}
