import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { daySchema } from './content.schema';
import { SLOTS } from './slots';

const count = z.number().int().nonnegative().optional();

/** What one published piece of content brought, as a platform's report tells it. */
export const contentResultSchema = z.object({
  id: idSchema,
  day: daySchema,
  title: z.string().trim().min(1).max(200),
  slot: z.enum(SLOTS).optional(),
  /** The planned item that this is, once it is found. */
  contentItemId: z.string().optional(),
  channel: z.string().max(100).optional(),
  reach: count,
  opens: count,
  likes: count,
  comments: count,
  shares: count,
  participants: count,
  /** Seconds watched or read on average. */
  averageSeconds: z.number().nonnegative().optional(),
  orders: count,
  gmvFen: z.number().int().optional(),
  /** The group that it is about; without one all that got the piece together. */
  groupId: z.string().optional(),
  /** Where the figures come from; without it from an imported sheet. */
  source: z.enum(['typed', 'import']).optional(),
  /** Somebody said that it is of no planned item. */
  isUnplanned: z.boolean().optional(),
  batchId: z.string().optional(),
});
export type ContentResult = z.infer<typeof contentResultSchema>;
