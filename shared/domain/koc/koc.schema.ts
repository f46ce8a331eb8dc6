import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const KOC_STATES = ['candidate', 'cultivating', 'active', 'paused', 'dropped'] as const;

/** A member who moves others (KOC), and how they are cultivated. */
export const kocSchema = z.object({
  /** The member's id. */
  id: idSchema,
  state: z.enum(KOC_STATES),
  /** The group they mainly work in. */
  groupId: z.string().optional(),
  /** UTC ms since when they are in this state. */
  since: z.number().int(),
  /** Steps of the cultivation, by key, with who and when. */
  steps: z
    .record(
      z.string().max(60),
      z.object({ at: z.number().int(), by: z.string().max(60).optional() }),
    )
    .default({}),
  strengths: z.string().max(500).optional(),
  note: z.string().max(2000).optional(),
  ownerName: z.string().max(60).optional(),
});
export type Koc = z.infer<typeof kocSchema>;

/** One promise at most; what was noted before there was a limit stays readable. */
export const MOST_INCENTIVE_FEN = 1_000_000_000;
export const MOST_INCENTIVE_POINTS = 100_000;

export const KOC_INCENTIVE_KINDS = ['money', 'goods', 'points', 'honour'] as const;

/** What a KOC was promised or given. */
export const kocIncentiveSchema = z.object({
  id: idSchema,
  memberId: idSchema,
  /** The group whose cost it is: the one that they mainly worked in when it was promised. */
  groupId: z.string().optional(),
  kind: z.enum(KOC_INCENTIVE_KINDS),
  what: z.string().trim().min(1).max(200),
  amountFen: z.number().int().nonnegative().optional(),
  points: z.number().int().nonnegative().optional(),
  /** UTC ms. */
  at: z.number().int(),
  givenAt: z.number().int().optional(),
  by: z.string().max(60).optional(),
});
export type KocIncentive = z.infer<typeof kocIncentiveSchema>;
