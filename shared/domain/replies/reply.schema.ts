import { daySchema } from '@shared/domain/calendar/content.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

const word = z.string().trim().min(1).max(60);

/** An entry of the keyword library: when somebody asks this, this is the answer. */
export const replySchema = z.object({
  id: idSchema,
  keyword: word,
  synonyms: z.array(word).max(30).default([]),
  /** With variables in braces. */
  answer: z.string().trim().min(1).max(4000),
  category: z.string().max(40).optional(),
  /** Groups for which it holds; none named means all. */
  groupIds: z.array(idSchema).default([]),
  /** UTC ms. */
  changedAt: z.number().int(),
  changedBy: z.string().max(60).optional(),
  isArchived: z.boolean().optional(),
});
export type Reply = z.infer<typeof replySchema>;

/** One copy of an answer. */
export const replyUseSchema = z.object({
  id: idSchema,
  replyId: idSchema,
  day: daySchema,
  /** UTC ms. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
  groupId: z.string().optional(),
  /** The question that it answered. */
  questionId: z.string().optional(),
});
export type ReplyUse = z.infer<typeof replyUseSchema>;

const QUESTION_STATES = ['open', 'answered', 'ignored'] as const;

/** A question somebody asked in a chat, and when it was answered. */
export const chatQuestionSchema = z.object({
  id: idSchema,
  groupId: z.string().optional(),
  memberId: z.string().optional(),
  /** The name in the chat, where nobody of the roster was found. */
  asker: z.string().max(120).optional(),
  text: z.string().trim().min(1).max(2000),
  /** UTC ms. */
  askedAt: z.number().int(),
  /** Only the day is known: `askedAt` is its noon, and no time of waiting can be told. */
  isDayOnly: z.boolean().optional(),
  state: z.enum(QUESTION_STATES),
  answeredAt: z.number().int().optional(),
  answeredBy: z.string().max(120).optional(),
  /** Somebody decided about it here: the same chat pasted again leaves it alone. */
  isSetByHand: z.boolean().optional(),
  replyId: z.string().optional(),
});
export type ChatQuestion = z.infer<typeof chatQuestionSchema>;
