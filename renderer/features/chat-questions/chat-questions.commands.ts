import {
  type ChatAct,
  dayChange,
  questionAct,
  questionChange,
} from '@shared/domain/chat/chat-plan.rules';
import { groupDaySchema } from '@shared/domain/group-life/group-day.schema';
import { interactionSchema } from '@shared/domain/interactions/interaction.schema';
import { type ChatQuestion, chatQuestionSchema } from '@shared/domain/replies/reply.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

const actSchema = interactionSchema
  .pick({ id: true, memberId: true, at: true, text: true, groupId: true })
  .extend({ kind: z.enum(['question', 'answer']) });

/** Takes a chat's questions and days in, as the plan showed them; the same chat again changes nothing. */
export const commitChat = defineCommand({
  name: 'chatQuestions.commit',
  input: z.object({
    groupId: idSchema,
    groupName: z.string().default(''),
    questions: z.array(chatQuestionSchema).max(20_000),
    days: z.array(groupDaySchema).max(400),
    acts: z.array(actSchema).max(40_000).default([]),
  }),
  entities: ['groups', 'members', 'chatQuestions', 'groupDays', 'interactions'],
  label: ({ groupName }) => ({
    zh: `收录「${groupName}」的聊天`,
    en: `Take in the chat of “${groupName}”`,
  }),
  run: async (tx, { groupId, questions, days, acts }) => {
    if (!(await tx.get('groups', groupId))) throw new ExpectedError('chat-group-gone');
    await refuseDissolved(tx, groupId);
    const done = { added: 0, changed: 0, same: 0 };
    const before = await tx.getMany(
      'chatQuestions',
      questions.map(({ id }) => id),
    );
    const memberIds = [
      ...new Set([...questions, ...acts].flatMap(({ memberId }) => memberId ?? [])),
    ];
    const members = await tx.getMany('members', memberIds);
    const here = new Set(memberIds.filter((_, at) => members[at] !== undefined));
    for (const [at, question] of questions.entries()) {
      const { memberId, ...rest } = question;
      const isHere = memberId !== undefined && here.has(memberId);
      const fresh = { ...rest, groupId, ...(isHere && { memberId }) };
      const known = before[at];
      const change = known && questionChange(known, fresh);
      if (!known) await tx.create('chatQuestions', fresh);
      else if (change) await tx.update('chatQuestions', known.id, change);
      done[known ? (change ? 'changed' : 'same') : 'added'] += 1;
    }
    const doneDays = { added: 0, changed: 0, same: 0 };
    for (const fresh of days) {
      const known = await tx.get('groupDays', fresh.id);
      const change = known && dayChange(known, fresh);
      if (!known) await tx.create('groupDays', fresh);
      else if (change) await tx.update('groupDays', known.id, change);
      doneDays[known ? (change ? 'changed' : 'same') : 'added'] += 1;
    }
    const doneActs = await addActs(tx, acts, here, await notAsked(tx, questions));
    return { questions: done, days: doneDays, acts: doneActs };
  },
});

/** Acts of questions that somebody said are none. */
async function notAsked(tx: Tx, questions: readonly ChatQuestion[]): Promise<Set<string>> {
  const rows = await tx.getMany(
    'chatQuestions',
    questions.map(({ id }) => id),
  );
  return new Set(
    rows.flatMap((row) => (row?.state === 'ignored' ? (questionAct(row)?.id ?? []) : [])),
  );
}

/** Only what is not there yet, of people who still are. */
async function addActs(
  tx: Tx,
  acts: readonly ChatAct[],
  here: ReadonlySet<string>,
  ignored: ReadonlySet<string>,
): Promise<number> {
  const known = await tx.getMany(
    'interactions',
    acts.map(({ id }) => id),
  );
  const fresh = acts.filter(
    ({ id, memberId }, at) => !known[at] && here.has(memberId) && !ignored.has(id),
  );
  for (const act of fresh) await tx.create('interactions', act);
  return fresh.length;
}

/** Sets by hand what became of a question. */
export const settleQuestion = defineCommand({
  name: 'chatQuestions.settle',
  input: z.object({
    id: idSchema,
    state: z.enum(['open', 'answered', 'ignored']),
    /** UTC ms; without it now. */
    answeredAt: z.number().int().optional(),
  }),
  entities: ['chatQuestions', 'groups', 'members', 'interactions'],
  label: ({ state }) => {
    if (state === 'open') return { zh: '问题改为未回答', en: 'Open a question again' };
    if (state === 'ignored') return { zh: '不当作问题', en: 'Not a question' };
    return { zh: '问题记为已回答', en: 'Mark a question as answered' };
  },
  run: async (tx, { id, state, answeredAt }) => {
    const question = await tx.get('chatQuestions', id);
    if (!question) throw new ExpectedError('question-gone');
    await refuseDissolved(tx, question.groupId);
    const at = answeredAt ?? tx.now;
    if (state === 'answered' && at < question.askedAt) {
      throw new ExpectedError('answer-before-question');
    }
    const isAnswered = state === 'answered';
    await tx.update('chatQuestions', id, {
      state,
      isSetByHand: true,
      answeredAt: isAnswered ? at : undefined,
      answeredBy: isAnswered ? tx.actor?.slice(0, 60) : undefined,
      ...(!isAnswered && { replyId: undefined }),
    });
    const act = questionAct(question);
    if (!act) return;
    // What is no question was no act of the member either.
    const isKnown = (await tx.get('interactions', act.id)) !== undefined;
    if (state === 'ignored' && isKnown) await tx.remove('interactions', act.id);
    // An act that a file told of was left out when the chat came in, and is not made up for here.
    else if (
      question.state === 'ignored' &&
      state !== 'ignored' &&
      !isKnown &&
      (await tx.get('members', act.memberId))
    ) {
      await tx.create('interactions', act);
    }
  },
});
