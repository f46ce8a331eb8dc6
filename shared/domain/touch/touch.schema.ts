import { clockSpanSchema } from '@shared/domain/sop/due.schema';
import { bilingualSchema } from '@shared/domain/sop/sop.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** One touch after a member's first order. */
export const touchStageSchema = z.object({
  /** Part of the touches' ids. */
  key: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[^.]+$/),
  label: bilingualSchema,
  /** Days after the day of the first order; 1 is the day after it. */
  day: z.number().int().nonnegative().max(365),
  /** How many days later it still makes sense; afterwards it counts as missed. */
  graceDays: z.number().int().nonnegative().max(60).default(3),
  channel: z.enum(['sms', 'wechat', 'group', 'call']).default('wechat'),
  text: bilingualSchema,
});
export type TouchStage = z.infer<typeof touchStageSchema>;

/** The five touches (五阶触达) as one leader does them: for whose first orders, with what. */
export const touchPlanSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  stages: z.array(touchStageSchema).min(1).max(20),
  /** First orders from this day on, `YYYY-MM-DD`. */
  startDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Only members who fit this segment; absent for everybody. */
  segmentId: z.string().optional(),
  /**
   * Left alone by lot to compare with: share 0–0.5 of the newcomers and the seed of the lot. Whoever
   * the lot names never appears on the daily list.
   */
  holdOut: z.object({ share: z.number().min(0).max(0.5), seed: z.number().int() }).optional(),
  /**
   * The lot was changed since: from that day's first orders on this share is left alone instead.
   * Whoever came before keeps the lot they had.
   */
  laterHoldOuts: z
    .array(
      z.object({
        fromDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        share: z.number().min(0).max(0.5),
        seed: z.number().int(),
      }),
    )
    .max(100)
    .optional(),
  /** Nobody is written to between these hours. */
  quietHours: clockSpanSchema.optional(),
  /** UTC ms. */
  createdAt: z.number().int(),
  closedAt: z.number().int().optional(),
});
export type TouchPlan = z.infer<typeof touchPlanSchema>;

/** One member was touched at one stage, or it was left out on purpose. */
export const touchSchema = z.object({
  /** `<memberId>.<planId>.<stage>`. */
  id: idSchema,
  memberId: idSchema,
  planId: idSchema,
  stage: z.string().max(60),
  /** UTC ms. */
  at: z.number().int(),
  status: z.enum(['done', 'left']).default('done'),
  by: z.string().max(60).optional(),
});
export type Touch = z.infer<typeof touchSchema>;
