import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const CONSEQUENCES = ['points', 'gift', 'praise', 'warning', 'removal'] as const;

/** A rule of the house: what is encouraged or forbidden, and what follows. */
export const groupRuleSchema = z.object({
  id: idSchema,
  /** One group's, one class's, or everybody's. */
  groupId: z.string().optional(),
  classId: z.string().optional(),
  polarity: z.enum(['encouraged', 'forbidden']),
  text: z.string().trim().min(1).max(200),
  consequence: z.enum(CONSEQUENCES),
  points: z.number().int().min(0).max(100_000).optional(),
  /** What exactly follows, in words. */
  detail: z.string().max(300).optional(),
  /** So many standing warnings by this rule lead to removal. */
  warningsToRemoval: z.number().int().min(1).max(20).optional(),
  rank: z.number().default(0),
  isArchived: z.boolean().optional(),
});
export type GroupRule = z.infer<typeof groupRuleSchema>;

export const RULE_ENTRY_KINDS = ['reward', 'warning', 'removal'] as const;

/** One entry of the ledger: who got what, by which rule, and whether it stands. */
export const ruleEntrySchema = z.object({
  id: idSchema,
  groupId: idSchema,
  memberId: idSchema,
  ruleId: z.string().optional(),
  kind: z.enum(RULE_ENTRY_KINDS),
  points: z.number().int().optional(),
  /** What a reward costs, where it costs money. */
  amountFen: z.number().int().nonnegative().optional(),
  what: z.string().trim().min(1).max(300),
  /** UTC ms. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
  /** A reward that was promised and is not given yet is open. */
  givenAt: z.number().int().optional(),
  appeal: z
    .object({
      text: z.string().trim().min(1).max(1000),
      at: z.number().int(),
      outcome: z.enum(['stands', 'withdrawn']).optional(),
      why: z.string().max(500).optional(),
      decidedAt: z.number().int().optional(),
      decidedBy: z.string().max(60).optional(),
    })
    .optional(),
});
export type RuleEntry = z.infer<typeof ruleEntrySchema>;
