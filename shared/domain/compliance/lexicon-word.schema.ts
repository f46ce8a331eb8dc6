import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const COMPLIANCE_RISKS = ['low', 'medium', 'high'] as const;
export type ComplianceRisk = (typeof COMPLIANCE_RISKS)[number];

/** A word of the leader's own that the check before sending looks for, or leaves alone. */
export const lexiconWordSchema = z.object({
  id: idSchema,
  text: z.string().trim().min(1).max(60),
  /** `find` points it out, `allow` silences findings inside these very words (a registered name). */
  kind: z.enum(['find', 'allow']),
  risk: z.enum(COMPLIANCE_RISKS).default('medium'),
  reason: z.string().max(300).optional(),
  rewrite: z.string().max(200).optional(),
});
export type LexiconWord = z.infer<typeof lexiconWordSchema>;
