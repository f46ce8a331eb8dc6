import { ruleSchema } from '@shared/domain/rules/rule.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** A saved rule over members: always as many as fit it now. */
export const segmentSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  rule: ruleSchema,
  note: z.string().max(500).optional(),
  /** UTC ms. */
  createdAt: z.number().int().optional(),
  isArchived: z.boolean().optional(),
});
export type Segment = z.infer<typeof segmentSchema>;

/** Who fitted at one moment; it never changes afterwards. */
export const segmentSnapshotSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  /** The segment it was taken of; absent for one taken of a selection. */
  segmentId: idSchema.optional(),
  /** UTC ms. */
  at: z.number().int(),
  count: z.number().int().nonnegative(),
  /** Ids ascending, packed by `packIds`. */
  members: z.string(),
  note: z.string().max(500).optional(),
});
export type SegmentSnapshot = z.infer<typeof segmentSnapshotSchema>;
