import { COLUMN_CATEGORIES, VOICES } from '@shared/domain/calendar/content.schema';
import { positioningSchema } from '@shared/domain/positioning/positioning.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

export const addPositioning = defineCommand({
  name: 'positioning.add',
  input: positioningSchema.pick({ name: true, kind: true, classId: true }),
  entities: ['positionings'],
  label: ({ name }) => ({ zh: `新建定位卡「${name}」`, en: `Add the card “${name}”` }),
  run: async (tx, input) => {
    const id = tx.newId();
    await tx.create('positionings', {
      ...input,
      id,
      changedAt: tx.now,
      ...(tx.actor !== undefined && { changedBy: tx.actor }),
    });
    return { id };
  },
});

const { shape } = positioningSchema;

/**
 * Changes the fields that are given, and of the answers only those given; a class of null makes it
 * the whole workspace's card.
 */
export const changePositioning = defineCommand({
  name: 'positioning.change',
  input: z.object({
    id: idSchema,
    change: z
      .object({
        name: shape.name,
        kind: shape.kind.unwrap(),
        classId: z.string().nullable(),
        users: shape.users.unwrap(),
        service: shape.service.unwrap(),
        problem: shape.problem.unwrap(),
        value: shape.value.unwrap(),
        goal: shape.goal.unwrap(),
        answers: shape.answers.unwrap(),
        columnIds: shape.columnIds.unwrap(),
      })
      .partial(),
  }),
  entities: ['positionings'],
  label: () => ({ zh: '修改定位卡', en: 'Change a positioning card' }),
  run: async (tx, { id, change: { classId, answers, ...change } }) => {
    const card = await tx.get('positionings', id);
    if (!card) throw new ExpectedError('positioning-gone');
    await tx.update('positionings', id, {
      ...change,
      ...(answers && { answers: { ...card.answers, ...answers } }),
      ...(classId !== undefined && { classId: classId ?? undefined }),
      changedAt: tx.now,
      changedBy: tx.actor,
    });
  },
});

export const removePositioning = defineCommand({
  name: 'positioning.remove',
  input: z.object({ id: idSchema, name: z.string() }),
  entities: ['positionings'],
  label: ({ name }) => ({ zh: `删除定位卡「${name}」`, en: `Delete the card “${name}”` }),
  run: async (tx, { id }) => {
    if (!(await tx.get('positionings', id))) throw new ExpectedError('positioning-gone');
    await tx.remove('positionings', id);
  },
});

/** Says who speaks in a column of the calendar; null takes the voice away. */
export const setColumnVoice = defineCommand({
  name: 'positioning.setColumnVoice',
  input: z.object({
    columnId: idSchema,
    /** For a column that comes with the console and was never edited. */
    name: z.string().min(1).max(40),
    category: z.enum(COLUMN_CATEGORIES),
    voice: z.enum(VOICES).nullable(),
    isDisclosed: z.boolean().optional(),
  }),
  entities: ['contentColumns'],
  label: ({ name }) => ({ zh: `设定栏目「${name}」谁来说`, en: `Set who speaks in “${name}”` }),
  run: async (tx, { columnId, name, category, voice, isDisclosed }) => {
    const fields = { voice: voice ?? undefined, isDisclosed };
    if (await tx.get('contentColumns', columnId)) {
      await tx.update('contentColumns', columnId, fields);
    } else if (voice !== null) {
      await tx.create('contentColumns', { id: columnId, name, category, voice, isDisclosed });
    }
  },
});
