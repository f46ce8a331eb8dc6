import { quantiles } from '@shared/domain/statistics/quantile.rules';
import type { ChatQuestion, Reply, ReplyUse } from './reply.schema';

export type AnswerTimes = {
  /** Answered questions whose times are both known to the minute. */
  n: number;
  medianMs?: number;
  p90Ms?: number;
};

/**
 * How long answers took, askedAt to answeredAt. Questions known by their day only and those without
 * a time of answer do not count; median and 90th percentile by linear interpolation (type 7).
 */
export function answerTimes(questions: readonly ChatQuestion[]): AnswerTimes {
  const took = questions.flatMap(({ state, askedAt, answeredAt, isDayOnly }) =>
    state === 'answered' && answeredAt !== undefined && !isDayOnly && answeredAt >= askedAt
      ? [answeredAt - askedAt]
      : [],
  );
  const [medianMs, p90Ms] = quantiles(Float64Array.from(took), [0.5, 0.9]);
  return {
    n: took.length,
    ...(medianMs !== undefined && { medianMs }),
    ...(p90Ms !== undefined && { p90Ms }),
  };
}

export type ReplyHits = {
  replyId: string;
  /** Copies within the days asked for. */
  uses: number;
  /** Of these, copies that answered a question. */
  answered: number;
  /** UTC ms of the last copy. */
  lastAt?: number;
  times: AnswerTimes;
};

/** What each entry did from one day to another (both `YYYY-MM-DD`, included), most used first. */
export function replyHits(
  replies: readonly Pick<Reply, 'id'>[],
  uses: readonly ReplyUse[],
  questions: readonly ChatQuestion[],
  days: { from: string; to: string },
): ReplyHits[] {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const byReply = new Map<string, ReplyUse[]>();
  for (const use of uses) {
    if (use.day < days.from || use.day > days.to) continue;
    const list = byReply.get(use.replyId);
    if (list) list.push(use);
    else byReply.set(use.replyId, [use]);
  }
  return replies
    .map(({ id }) => {
      const own = byReply.get(id) ?? [];
      const lastAt = own.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
      const ids = new Set(own.flatMap(({ questionId }) => questionId ?? []));
      const answered = [...ids].flatMap((questionId) => asked.get(questionId) ?? []);
      return {
        replyId: id,
        uses: own.length,
        answered: ids.size,
        times: answerTimes(answered),
        ...(own.length > 0 && { lastAt }),
      };
    })
    .sort((a, b) => b.uses - a.uses || (a.replyId < b.replyId ? -1 : 1));
}

/** Open questions, those who wait longest first; of one group or of all. */
export function unanswered(questions: readonly ChatQuestion[], groupId?: string): ChatQuestion[] {
  return questions
    .filter(
      (question) =>
        question.state === 'open' && (groupId === undefined || question.groupId === groupId),
    )
    .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
}
