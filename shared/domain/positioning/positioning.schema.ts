import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const GROUP_KINDS = ['guide', 'deals', 'afterSales', 'knowledge', 'other'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

const line = z.string().max(1000).default('');

/** What a community is for, on one card: the whole workspace's, or that of one class of groups. */
export const positioningSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  /** Absent: the card of the whole workspace. */
  classId: z.string().optional(),
  kind: z.enum(GROUP_KINDS).default('guide'),
  users: line,
  service: line,
  problem: line,
  value: line,
  goal: line,
  /** Answers to the questions that test the card, by the question's key. */
  answers: z
    .record(
      z.string(),
      z.object({ verdict: z.enum(['yes', 'no', 'unsure']), note: z.string().max(500).optional() }),
    )
    .optional(),
  /** Columns whose content serves this card, and which value each serves. */
  columnIds: z.array(z.string()).default([]),
  /** UTC ms. */
  changedAt: z.number().int(),
  changedBy: z.string().max(60).optional(),
});
export type Positioning = z.infer<typeof positioningSchema>;
