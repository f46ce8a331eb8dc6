import { daySchema } from '@shared/domain/calendar/content.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** One person reaching one step of a flow, as a tracking export tells it. */
export const funnelEventSchema = z.object({
  id: idSchema,
  /** Whoever did it, as the export names them; the same text is the same person. */
  subject: z.string().min(1).max(200),
  memberId: idSchema.optional(),
  /** 1-based place of the step in the flow. */
  step: z.number().int().positive(),
  /** UTC ms. */
  at: z.number().int(),
  runId: z.string().optional(),
  placement: z.string().max(100).optional(),
  channel: z.string().max(100).optional(),
  /** Which wording of the script they were shown. */
  variant: z.string().max(100).optional(),
  batchId: z.string().optional(),
});

/** How many people or exposures a step had on one day, where only sums are known. */
export const funnelCountSchema = z.object({
  id: idSchema,
  runId: z.string(),
  day: daySchema,
  step: z.number().int().positive(),
  count: z.number().int().nonnegative(),
  placement: z.string().max(100).optional(),
  channel: z.string().max(100).optional(),
  /** Which wording of the script they were shown. */
  variant: z.string().max(100).optional(),
  batchId: z.string().optional(),
});
export type FunnelCount = z.infer<typeof funnelCountSchema>;
