import type { SendVariables } from '@shared/domain/calendar/send-variables.schema';
import type { Reply } from '@shared/domain/replies/reply.schema';
import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { answerQuestion, noteReplyUse } from '../replies.commands';
import { repliesMessages } from '../replies.messages';
import { rememberValues } from './remembered-values';

/** For whom an answer is copied. */
export type CopyFor = {
  groupId?: string | undefined;
  /** The asker's name, put where the answer says {昵称}. */
  asker?: string | undefined;
  /** The question that it answers. */
  questionId?: string | undefined;
};

/** Puts a filled answer into the clipboard, counts the use and says so. False: it could not be copied. */
export async function copyAnswer(
  { id: replyId, keyword }: Pick<Reply, 'id' | 'keyword'>,
  text: string,
  typed: SendVariables,
  { groupId, questionId }: CopyFor,
): Promise<boolean> {
  const t = translator(repliesMessages);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    showDone(t('copyFailed'));
    return false;
  }
  rememberValues(typed);
  const use = { replyId, keyword, ...(groupId !== undefined && { groupId }) };
  try {
    if (questionId === undefined) await execute(noteReplyUse, use);
    else await execute(answerQuestion, { ...use, questionId });
    showDone(t(questionId === undefined ? 'copied' : 'copiedForQuestion', { keyword }), {
      undo: questionId !== undefined,
    });
  } catch (error) {
    showProblem(error);
  }
  return true;
}
