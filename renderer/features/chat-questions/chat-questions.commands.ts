import { dayChange, questionChange } from '@shared/domain/chat/chat-plan.rules';
import { groupDaySchema } from '@shared/domain/group-life/group-day.schema';
import { chatQuestionSchema } from '@shared/domain/replies/reply.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

/** Takes a chat's questions and days in, as the plan showed them; the same chat again changes nothing. */
export const commitChat = defineCommand({
  name: 'chatQuestions.commit',
  input: z.object({
    groupId: idSchema,
    groupName: z.string().default(''),
    questions: z.array(chatQuestionSchema).max(20_000),
    days: z.array(groupDaySchema).max(400),
  }),
  entities: ['groups', 'members', 'chatQuestions', 'groupDays'],
  label: ({ groupName }) => ({
    zh: `收录「${groupName}」的聊天`,
    en: `Take in the chat of “${groupName}”`,
  }),
  run: async (tx, { groupId, questions, days }) => {
    if (!(await tx.get('groups', groupId))) throw new ExpectedError('chat-group-gone');
    const done = { added: 0, changed: 0, same: 0 };
    const before = await tx.getMany(
      'chatQuestions',
      questions.map(({ id }) => id),
    );
    const memberIds = [...new Set(questions.flatMap(({ memberId }) => memberId ?? []))];
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
    return { questions: done, days: doneDays };
  },
});
