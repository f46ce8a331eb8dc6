import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * The tags that rules give a member, as of the last time they were worked out. Derived: never
 * synced, recomputable at any time, but for `since`, which remembers when each was gained.
 */
export const memberTagsSchema = z.object({
  /** The member's id. */
  id: idSchema,
  /** `day`: day number since which it is carried. */
  tags: z.array(z.object({ tagId: idSchema, day: z.number().int() })),
});
export type MemberTags = z.infer<typeof memberTagsSchema>;

/** A tag that a rule gave to or took from somebody who was known before. Only ever added. */
export const tagChangeSchema = z.object({
  id: idSchema,
  memberId: idSchema,
  tagId: idSchema,
  /** 1 gained, 0 lost. */
  isOn: z.number().int().min(0).max(1),
  /** UTC ms at which it was worked out. */
  at: z.number().int(),
  batchId: z.string().optional(),
});
export type TagChange = z.infer<typeof tagChangeSchema>;
