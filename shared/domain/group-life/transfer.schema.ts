import { daySchema } from '@shared/domain/calendar/content.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

const TRANSFER_PLAN_STATES = ['draft', 'inviting', 'dissolving', 'dissolved', 'dropped'] as const;

/** The decision about a group in its late phase, and the way to its end. */
export const transferPlanSchema = z.object({
  id: idSchema,
  fromGroupId: idSchema,
  state: z.enum(TRANSFER_PLAN_STATES).default('draft'),
  /** UTC ms. */
  createdAt: z.number().int(),
  createdBy: z.string().max(60).optional(),
  /** What spoke for it, as it stood then. */
  reasons: z.array(z.string().max(300)).max(20).default([]),
  invitation: z.string().max(2000).optional(),
  untilDay: daySchema.optional(),
  /** Keys of the checklist that are ticked, with who, when and why it may go all the same. */
  ticks: z
    .record(
      z.string().max(60),
      z.object({
        at: z.number().int(),
        by: z.string().max(60).optional(),
        reason: z.string().max(300).optional(),
      }),
    )
    .default({}),
  dissolvedAt: z.number().int().optional(),
  note: z.string().max(1000).optional(),
  /** How many weeks back the activity of its people was counted. */
  weeks: z.number().int().positive().max(520).optional(),
});
export type TransferPlan = z.infer<typeof transferPlanSchema>;

/** What somebody did in the group before the plan was made, as counted then. */
export const transferCountsSchema = z.object({
  orders: z.number().int().nonnegative(),
  interactions: z.number().int().nonnegative(),
  isKoc: z.boolean().default(false),
});
export type TransferCounts = z.infer<typeof transferCountsSchema>;

export const TRANSFER_STATES = ['planned', 'invited', 'moved', 'declined', 'refused'] as const;

/** One person of a plan: where to, and how far it got. */
export const transferItemSchema = z.object({
  /** `<planId>.<memberId>`. */
  id: idSchema,
  planId: idSchema,
  memberId: idSchema,
  toGroupId: z.string().optional(),
  state: z.enum(TRANSFER_STATES),
  /** Why the console refused, by its code, or why they declined. */
  reason: z.string().max(300).optional(),
  /** UTC ms of the last step. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
  counts: transferCountsSchema.optional(),
});
export type TransferItem = z.infer<typeof transferItemSchema>;
