import { ruleSchema } from '@shared/domain/rules/rule.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const TAG_KINDS = ['base', 'behaviour', 'emotion'] as const;
export const TAG_SOURCES = ['hand', 'rule', 'import', 'flow', 'model'] as const;

/**
 * A tag of the leader's own, or a ready-made one of the library that was changed: such a row bears
 * the library tag's id and stands for it whole.
 */
export const tagSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  kind: z.enum(TAG_KINDS).default('base'),
  note: z.string().max(500).optional(),
  /** Who carries it by rule; absent for tags that are only put on by hand, import or flow. */
  rule: ruleSchema.optional(),
  /** A rule that is off gives the tag to nobody; what was given by hand stays. */
  isOff: z.boolean().optional(),
  /** Days after which an assignment that was not made by rule runs out. */
  validDays: z.number().int().min(1).max(3660).optional(),
  /** Taken out of the lists: a ready-made tag cannot be deleted, only hidden. */
  isHidden: z.boolean().optional(),
});
export type Tag = z.infer<typeof tagSchema>;

/** What somebody carries by hand, import, flow or model. What rules give is kept in `memberTags`. */
export const tagAssignmentSchema = z.object({
  /** `<memberId>.<tagId>`. */
  id: idSchema,
  memberId: idSchema,
  tagId: idSchema,
  source: z.enum(TAG_SOURCES).default('hand'),
  at: z.number().int(),
  /** UTC ms from which it no longer counts. */
  expiresAt: z.number().int().optional(),
  /** 0–1, how sure the giver was; absent for what a person decided. */
  confidence: z.number().min(0).max(1).optional(),
  reason: z.string().max(500).optional(),
  batchId: z.string().optional(),
});
export type TagAssignment = z.infer<typeof tagAssignmentSchema>;
