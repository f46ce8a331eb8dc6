import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** `unsure` is an answer of its own: 拿不准. */
export const FEELINGS = ['good', 'bad', 'unsure'] as const;
export type Feeling = (typeof FEELINGS)[number];

export const COMMENT_TOPICS = [
  'taste',
  'freshness',
  'quality',
  'delivery',
  'packaging',
  'price',
  'service',
  'afterSale',
  'activity',
  'other',
] as const;
export type CommentTopic = (typeof COMMENT_TOPICS)[number];

const COMMENT_ORIGINS = ['paste', 'file', 'interaction'] as const;

/** Something that somebody said: a comment, a complaint, a line of a chat. */
export const commentSchema = z.object({
  id: idSchema,
  /** Absent while nobody knows which member said it. */
  memberId: idSchema.optional(),
  /** The name beside the text, as pasted. */
  speaker: z.string().max(200).optional(),
  groupId: z.string().optional(),
  /** UTC ms. */
  at: z.number().int(),
  origin: z.enum(COMMENT_ORIGINS).default('paste'),
  /** The interaction whose text this is. */
  interactionId: z.string().optional(),
  text: z.string().max(5000),
  feeling: z.enum(FEELINGS),
  /** The model's log-odds; above 0 is good. */
  score: z.number(),
  /** How strongly it complains: 0 not at all, 1 remark, 2 complaint, 3 severe. */
  intensity: z.number().int().min(0).max(3).default(0),
  topic: z.enum(COMMENT_TOPICS).default('other'),
  /** Somebody looked and set feeling, intensity or topic by hand. */
  isCorrected: z.boolean().default(false),
  /** Which model gave the score. */
  model: z.string().max(60).optional(),
  batchId: z.string().optional(),
});
export type Comment = z.infer<typeof commentSchema>;
