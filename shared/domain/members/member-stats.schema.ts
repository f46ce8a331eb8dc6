import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * What all of a member's orders say, kept beside the member so that lists, segments and funnels
 * never scan orders. Derived: recomputable from orders at any time, never synced.
 * Cancelled and pending orders count in none of the figures.
 */
export const memberStatsSchema = z.object({
  /** The member's id. */
  id: idSchema,
  orderCount: z.number().int().nonnegative(),
  /** Paid amounts, before refunds. */
  amountFen: z.number().int(),
  refundFen: z.number().int(),
  /** UTC ms. */
  firstOrderAt: z.number().int(),
  lastOrderAt: z.number().int(),
});
export type MemberStats = z.infer<typeof memberStatsSchema>;
