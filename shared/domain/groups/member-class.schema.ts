import { IDENTITIES } from '@shared/domain/members/member.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * A class of people who share groups: identity × channel × region. An empty list means any. The
 * classes are tried in the order of `rank`, the first that fits is the person's class.
 */
export const memberClassSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  identities: z.array(z.enum(IDENTITIES)).default([]),
  channels: z.array(z.string().max(100)).default([]),
  regions: z.array(z.string().max(100)).default([]),
  rank: z.number().default(0),
  /** What the next group is called; `{n}` is its number, `{region}` the region. */
  groupNamePattern: z.string().max(100).optional(),
  capacity: z.number().int().positive().max(100_000).optional(),
  /** What people of the class are sent to come in. */
  invitation: z.string().max(2000).optional(),
  positioningId: z.string().optional(),
  isArchived: z.boolean().optional(),
});
export type MemberClass = z.infer<typeof memberClassSchema>;

/** Approved, but no group of their class has room, or none exists yet. */
export const waitingEntrySchema = z.object({
  /** `<memberId>.<classId>`. */
  id: idSchema,
  memberId: idSchema,
  classId: idSchema,
  runId: z.string().optional(),
  /** UTC ms since when; order of the list. */
  at: z.number().int(),
  reason: z.enum(['full', 'noGroup', 'paused']),
});
export type WaitingEntry = z.infer<typeof waitingEntrySchema>;
