import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const RISK_LEVELS = ['high', 'medium', 'low'] as const;

/** Somebody on the leader's own risk list, by whatever is known of them. */
export const riskEntrySchema = z.object({
  id: idSchema,
  name: z.string().max(200).optional(),
  phone: z.string().max(40).optional(),
  wechatId: z.string().max(100).optional(),
  address: z.string().max(500).optional(),
  memberId: z.string().optional(),
  level: z.enum(RISK_LEVELS).default('medium'),
  reason: z.string().trim().min(1).max(500),
  evidence: z.string().max(5000).optional(),
  /** What the person said about it. */
  appeal: z.string().max(2000).optional(),
  at: z.number().int(),
  /** UTC ms after which the entry no longer counts; absent: it stays. */
  expiresAt: z.number().int().optional(),
});
export type RiskEntry = z.infer<typeof riskEntrySchema>;
