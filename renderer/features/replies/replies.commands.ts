import { replySchema } from '@shared/domain/replies/reply.schema';
import { foldReplyText } from '@shared/domain/replies/reply-search.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { dayOf } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const MOST_REPLIES = 20_000;
const fields = replySchema.pick({
  keyword: true,
  synonyms: true,
  answer: true,
  category: true,
  groupIds: true,
});
const draft = fields.omit({ groupIds: true });

const signed = (tx: Tx) => ({
  changedAt: tx.now,
  ...(tx.actor !== undefined && { changedBy: tx.actor.slice(0, 60) }),
});

/** One keyword may stand once for all groups and once more for each group. */
async function refuseKnown(tx: Tx, fresh: z.output<typeof fields>, except?: string) {
  const replies = await tx.all('replies');
  const key = foldReplyText(fresh.keyword);
  const twin = replies.find(
    ({ id, keyword, groupIds, isArchived }) =>
      id !== except &&
      !isArchived &&
      foldReplyText(keyword) === key &&
      (groupIds.length === 0
        ? fresh.groupIds.length === 0
        : groupIds.some((groupId) => fresh.groupIds.includes(groupId))),
  );
  if (twin) throw new ExpectedError('reply-known', { keyword: fresh.keyword });
  return replies.length;
}

function refuseTooMany(count: number) {
  if (count > MOST_REPLIES) throw new ExpectedError('replies-full', { most: MOST_REPLIES });
}

async function replyOf(tx: Tx, id: string) {
  const reply = await tx.get('replies', id);
  if (!reply) throw new ExpectedError('reply-gone');
  return reply;
}

export const addReply = defineCommand({
  name: 'replies.add',
  input: fields,
  entities: ['replies'],
  label: ({ keyword }) => ({ zh: `添加关键词「${keyword}」`, en: `Add the keyword “${keyword}”` }),
  run: async (tx, input) => {
    refuseTooMany((await refuseKnown(tx, input)) + 1);
    const id = tx.newId();
    await tx.create('replies', { ...input, id, ...signed(tx) });
    return { replyId: id };
  },
});

export const editReply = defineCommand({
  name: 'replies.edit',
  input: fields.extend({ id: idSchema }),
  entities: ['replies'],
  label: ({ keyword }) => ({ zh: `修改关键词「${keyword}」`, en: `Edit the keyword “${keyword}”` }),
  run: async (tx, { id, category, ...input }) => {
    await replyOf(tx, id);
    await refuseKnown(tx, { ...input, category }, id);
    await tx.update('replies', id, { ...input, category, ...signed(tx) });
  },
});

/** Archived entries are not found any more; what they did stays on record. */
export const archiveReply = defineCommand({
  name: 'replies.archive',
  input: z.object({ id: idSchema, keyword: z.string(), isArchived: z.boolean() }),
  entities: ['replies'],
  label: ({ keyword, isArchived }) =>
    isArchived
      ? { zh: `归档关键词「${keyword}」`, en: `Archive the keyword “${keyword}”` }
      : { zh: `恢复关键词「${keyword}」`, en: `Bring the keyword “${keyword}” back` },
  run: async (tx, { id, isArchived }) => {
    const reply = await replyOf(tx, id);
    if (!isArchived) await refuseKnown(tx, reply, id);
    await tx.update('replies', id, { isArchived: isArchived || undefined, ...signed(tx) });
  },
});

/** Takes an import's plan in: what is new, and what reads otherwise than before. */
export const takeInReplies = defineCommand({
  name: 'replies.takeIn',
  input: z.object({
    adds: z.array(draft).max(MOST_REPLIES),
    changes: z.array(z.object({ id: idSchema, after: draft })).max(MOST_REPLIES),
  }),
  entities: ['replies'],
  label: ({ adds, changes }) => ({
    zh: `导入关键词 ${adds.length + changes.length} 条`,
    en: `Take in ${adds.length + changes.length} keywords`,
  }),
  run: async (tx, { adds, changes }) => {
    const replies = await tx.all('replies');
    const general = new Set(
      replies
        .filter(({ groupIds, isArchived }) => groupIds.length === 0 && !isArchived)
        .map(({ keyword }) => foldReplyText(keyword)),
    );
    // Somebody may have added the same word since the plan was made.
    const fresh = adds.filter(({ keyword }) => {
      const key = foldReplyText(keyword);
      if (general.has(key)) return false;
      general.add(key);
      return true;
    });
    refuseTooMany(replies.length + fresh.length);
    const here = new Set(replies.map(({ id }) => id));
    const updates = changes.filter(({ id }) => here.has(id));
    await tx.bulkCreate(
      'replies',
      fresh.map((it) => ({ ...it, groupIds: [], id: tx.newId(), ...signed(tx) })),
    );
    await tx.bulkUpdate(
      'replies',
      updates.map(({ id, after }) => ({ id, patch: { ...after, ...signed(tx) } })),
    );
    return {
      added: fresh.length,
      changed: updates.length,
      skipped: adds.length - fresh.length + changes.length - updates.length,
    };
  },
});

const useInput = z.object({
  replyId: idSchema,
  groupId: idSchema.optional(),
  keyword: z.string().default(''),
});

async function addUse(
  tx: Tx,
  { replyId, groupId }: z.output<typeof useInput>,
  questionId?: string,
): Promise<string> {
  await replyOf(tx, replyId);
  const zone = (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
  const id = tx.newId();
  await tx.create('replyUses', {
    id,
    replyId,
    day: dayOf(tx.now, zone),
    at: tx.now,
    ...(tx.actor !== undefined && { by: tx.actor.slice(0, 60) }),
    ...(groupId !== undefined && { groupId }),
    ...(questionId !== undefined && { questionId }),
  });
  return id;
}

/** An answer was copied. Nobody would want to take that back before what they did last. */
export const noteReplyUse = defineCommand({
  name: 'replies.use',
  input: useInput,
  entities: ['replies', 'replyUses', 'workspace'],
  label: ({ keyword }) => ({ zh: `使用答案「${keyword}」`, en: `Use the answer “${keyword}”` }),
  undoable: false,
  run: async (tx, input) => ({ useId: await addUse(tx, input) }),
});

/** An answer was copied for a question, which is answered now. */
export const answerQuestion = defineCommand({
  name: 'replies.answerQuestion',
  input: useInput.extend({ questionId: idSchema }),
  entities: ['replies', 'replyUses', 'chatQuestions', 'workspace'],
  label: ({ keyword }) => ({
    zh: `用「${keyword}」回答问题`,
    en: `Answer a question with “${keyword}”`,
  }),
  run: async (tx, { questionId, ...input }) => {
    const useId = await addUse(tx, input, questionId);
    const question = await tx.get('chatQuestions', questionId);
    if (!question) throw new ExpectedError('question-gone');
    const by = tx.actor?.slice(0, 60);
    // Who answered first stays; the entry that served is noted either way.
    await tx.update(
      'chatQuestions',
      questionId,
      question.state === 'answered'
        ? { replyId: input.replyId }
        : {
            state: 'answered',
            isSetByHand: true,
            replyId: input.replyId,
            answeredAt: Math.max(tx.now, question.askedAt),
            ...(by !== undefined && { answeredBy: by }),
          },
    );
    return { useId };
  },
});
