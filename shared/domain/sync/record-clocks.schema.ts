import { z } from 'zod';

/** When the parts of a record were written (`RowClocks` of `shared/sync/merge`), beside the record. */
export const recordClocksSchema = z.object({
  /** `<entity>:<id of the record>`. */
  id: z.string().min(1).max(200),
  since: z.string().optional(),
  isGone: z.literal(true).optional(),
  at: z.record(z.string(), z.string()).optional(),
  hidden: z.record(z.string(), z.unknown()).optional(),
});
