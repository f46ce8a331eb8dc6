import type { ChatQuestion } from '@shared/domain/replies/reply.schema';
import type { AnswerTimes } from '@shared/domain/replies/reply-figures.rules';

export type QuestionListQuestion = {
  state: ChatQuestion['state'];
  groupId?: string | undefined;
  text: string;
};

/** A question in the list, with names for the ids it holds. */
export type QuestionLine = ChatQuestion & {
  groupName?: string;
  memberName?: string;
  /** The entry that answered it. */
  keyword?: string;
};

export type QuestionCounts = Record<ChatQuestion['state'], number>;

/** Answers of one group: of the weeks together, and of each. */
export type GroupAnswers = {
  groupId: string;
  name: string;
  open: number;
  answered: number;
  times: AnswerTimes;
  /** In the order of `QuestionFigures.weeks`. */
  weeks: (AnswerTimes & { asked: number; answered: number })[];
};

export type QuestionFigures = {
  counts: QuestionCounts;
  /** Open ones of groups that were dissolved: nobody waits there, so they are in no count. */
  leftOpen: number;
  /** Mondays, the oldest first. */
  weeks: string[];
  /** Of all groups together, within the weeks. */
  times: AnswerTimes;
  groups: GroupAnswers[];
};
