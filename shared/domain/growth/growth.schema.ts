import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

const GROWTH_ENTRY_KINDS = ['adjust', 'redeem'] as const;

/**
 * Growth value that somebody booked by hand. What orders and events earn is worked out from them
 * and never stored.
 */
export const growthEntrySchema = z.object({
  id: idSchema,
  memberId: idSchema,
  kind: z.enum(GROWTH_ENTRY_KINDS),
  /** Positive for what comes in, negative for what goes out. */
  points: z.number().int(),
  /** UTC ms. */
  at: z.number().int(),
  privilegeId: idSchema.optional(),
  /** The redemption that this entry takes back, as if it had never been. */
  cancels: idSchema.optional(),
  reason: z.string().max(500).optional(),
});
export type GrowthEntry = z.infer<typeof growthEntrySchema>;

/** Something growth value can be exchanged for. */
export const privilegeSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  points: z.number().int().positive(),
  /** What one redemption costs the leader. */
  costFen: z.number().int().nonnegative().optional(),
  /** How many may be given in all, those given already included; absent without a limit. */
  stock: z.number().int().nonnegative().optional(),
  /** Keys of the levels that may have it; absent for all. */
  levels: z.array(z.string()).optional(),
  isOff: z.boolean().optional(),
  note: z.string().max(500).optional(),
});
export type Privilege = z.infer<typeof privilegeSchema>;
