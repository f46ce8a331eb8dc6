import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { FeelingReader } from '@shared/domain/feelings/feeling-reader';
import { readCorrections, readFields, readFiled } from '@shared/domain/feelings/taking-in.rules';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const corrected = async (tx: Tx) =>
  readCorrections((fields, visit) => tx.scan('comments', fields, visit));

const takenSchema = z.object({
  memberId: idSchema.optional(),
  speaker: z.string().max(200).optional(),
  /** UTC ms. */
  at: z.number().int(),
  text: z.string().trim().min(1).max(5000),
});

/** Takes pasted or opened comments in, read by the model as it is now, as one step. */
export const takeInComments = defineCommand({
  name: 'feelings.takeIn',
  input: z.object({
    origin: z.enum(['paste', 'file']),
    groupId: idSchema.optional(),
    comments: z.array(takenSchema).min(1).max(50_000),
  }),
  entities: ['comments'],
  label: ({ comments }) => ({
    zh: `收录 ${comments.length} 条评论`,
    en: comments.length === 1 ? 'Take in a comment' : `Take in ${comments.length} comments`,
  }),
  run: async (tx, { origin, groupId, comments }) => {
    const reader = new FeelingReader(await corrected(tx));
    const batchId = tx.newId();
    const rows = comments.map((comment) => ({
      ...comment,
      id: tx.newId(),
      origin,
      batchId,
      isCorrected: false,
      ...(groupId !== undefined && { groupId }),
      ...readFields(reader, comment.text),
    }));
    await tx.bulkCreate('comments', rows);
    return { batchId };
  },
});

/** Sets by hand what a comment says; the model learns from it for what comes after. */
export const correctComment = defineCommand({
  name: 'feelings.correct',
  input: z.object({
    id: idSchema,
    feeling: z.enum(FEELINGS).optional(),
    intensity: z.number().int().min(0).max(3).optional(),
    topic: z.enum(COMMENT_TOPICS).optional(),
  }),
  entities: ['comments'],
  label: () => ({ zh: '改正一条评论的判断', en: 'Correct the reading of a comment' }),
  run: async (tx, { id, ...patch }) => {
    await tx.update('comments', id, { ...patch, isCorrected: true });
  },
});

/** Names whose comment it is, or that nobody knows. */
export const attachComment = defineCommand({
  name: 'feelings.attach',
  input: z.object({ id: idSchema, memberId: idSchema.nullable(), who: z.string() }),
  entities: ['comments'],
  label: ({ memberId, who }) =>
    memberId === null
      ? { zh: '评论改为未关联', en: 'Leave a comment without a member' }
      : { zh: `评论关联到「${who}」`, en: `Give a comment to “${who}”` },
  run: async (tx, { id, memberId }) => {
    await tx.update('comments', id, { memberId: memberId ?? undefined });
  },
});

export const removeComment = defineCommand({
  name: 'feelings.remove',
  input: z.object({ id: idSchema }),
  entities: ['comments'],
  label: () => ({ zh: '删除一条评论', en: 'Delete a comment' }),
  run: async (tx, { id }) => tx.remove('comments', id),
});

/** Reads everything again that nobody corrected, with the present model and corrections. */
export const readCommentsAgain = defineCommand({
  name: 'feelings.readAgain',
  input: z.object({}),
  entities: ['comments'],
  label: () => ({ zh: '按现在的模型重新判断评论', en: 'Read comments again' }),
  run: async (tx) => {
    const reader = new FeelingReader(await corrected(tx));
    const updates: Parameters<typeof tx.bulkUpdate<'comments'>>[1] = [];
    let changed = 0;
    const fields = ['id', 'text', 'origin', 'isCorrected', 'feeling', 'score', 'intensity'];
    fields.push('topic', 'model');
    await tx.scan('comments', fields, (row) => {
      if (row.isCorrected === true) return;
      const isInteraction = row.origin === 'interaction';
      const read = (isInteraction ? readFiled : readFields)(reader, String(row.text));
      // What was filed as a complaint is one, however it is worded.
      if (isInteraction && row.feeling === 'bad' && read.feeling === 'unsure') {
        Object.assign(read, { feeling: 'bad', intensity: Math.max(1, read.intensity) });
      }
      if (read.feeling !== row.feeling || read.intensity !== row.intensity) changed += 1;
      const isSame = Object.entries(read).every(([field, value]) => row[field] === value);
      if (!isSame) updates.push({ id: row.id, patch: read });
    });
    await tx.bulkUpdate('comments', updates);
    return { changed };
  },
});
