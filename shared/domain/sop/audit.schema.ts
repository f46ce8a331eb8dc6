import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const AUDIT_STATUSES = ['waiting', 'approved', 'rejected', 'askAgain'] as const;

/** One person in the audit queue of a run (step 6). */
export const auditSchema = z.object({
  /** `<memberId>.<runId>`. */
  id: idSchema,
  memberId: idSchema,
  runId: idSchema,
  status: z.enum(AUDIT_STATUSES),
  reason: z.string().max(500).optional(),
  /** UTC ms of the last decision, or of the arrival. */
  at: z.number().int(),
  queuedAt: z.number().int().optional(),
  decidedBy: z.string().max(60).optional(),
  /** What the decision rests on, in the auditor's words. */
  evidence: z.string().max(500).optional(),
  askedCount: z.number().int().nonnegative().optional(),
});
export type Audit = z.infer<typeof auditSchema>;

/**
 * A picture that belongs to an audit (licence, shop front). The picture itself lies encrypted in
 * this laptop's own folder and never leaves it; this row only says that there is one.
 */
export const auditPhotoSchema = z.object({
  /** Also the picture's name in the vault. */
  id: idSchema,
  auditId: idSchema,
  memberId: idSchema,
  runId: idSchema,
  kind: z.enum(['licence', 'shopFront', 'other']).default('licence'),
  mimeType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  byteCount: z.number().int().positive(),
  at: z.number().int(),
  by: z.string().max(60).optional(),
  /** The laptop on which the picture lies. */
  deviceId: z.string().optional(),
});
export type AuditPhoto = z.infer<typeof auditPhotoSchema>;
