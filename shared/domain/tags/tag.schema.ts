import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const TAG_KINDS = ['base', 'behaviour', 'emotion'] as const;
export const TAG_SOURCES = ['hand', 'rule', 'import', 'flow', 'model'] as const;

export const tagSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  kind: z.enum(TAG_KINDS).default('base'),
  note: z.string().max(500).optional(),
});
export type Tag = z.infer<typeof tagSchema>;

export const tagAssignmentSchema = z.object({
  /** `<memberId>.<tagId>`. */
  id: idSchema,
  memberId: idSchema,
  tagId: idSchema,
  source: z.enum(TAG_SOURCES).default('hand'),
  at: z.number().int(),
  reason: z.string().max(500).optional(),
  batchId: z.string().optional(),
});
export type TagAssignment = z.infer<typeof tagAssignmentSchema>;
