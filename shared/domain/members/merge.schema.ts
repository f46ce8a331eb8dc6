import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { memberSchema } from './member.schema';

/** Two records that were made one, with both as they were, so that they can be parted again. */
export const memberMergeSchema = z.object({
  id: idSchema,
  keptId: idSchema,
  goneId: idSchema,
  kept: memberSchema,
  gone: memberSchema,
  at: z.number().int(),
  undoneAt: z.number().int().optional(),
});
export type MemberMerge = z.infer<typeof memberMergeSchema>;

/** "These two are not the same person", said once and for all. */
export const distinctPairSchema = z.object({
  /** `<smaller id>.<greater id>`. */
  id: idSchema,
  at: z.number().int(),
});
export type DistinctPair = z.infer<typeof distinctPairSchema>;
