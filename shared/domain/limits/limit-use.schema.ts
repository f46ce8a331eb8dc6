import { daySchema } from '@shared/domain/calendar/content.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const LIMIT_KEYS = ['friendRequests', 'massSends', 'groupInvites', 'qrScans'] as const;
export type LimitKey = (typeof LIMIT_KEYS)[number];

/** How much of a platform's daily limit one account used on one day. */
export const limitUseSchema = z.object({
  /** `<limit>.<day>.<account>`. */
  id: idSchema,
  limit: z.enum(LIMIT_KEYS),
  day: daySchema,
  /** The WeChat account that was used, as the leader calls it; '' for the only one. */
  account: z.string().max(60).default(''),
  count: z.number().int().nonnegative(),
  /** UTC ms. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
});
