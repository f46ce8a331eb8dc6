import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** What was done for the people of a quadrant, so that its result can be told. */
export const playSchema = z.object({
  id: idSchema,
  /** Key of the quadrant, or absent for a play on any other group of people. */
  quadrant: z.string().max(60).optional(),
  name: z.string().trim().min(1).max(100),
  /** The ready-made play that it follows, by its key in `resources/plays`. */
  recipe: z.string().max(60).optional(),
  /** Whom it was meant for: a snapshot taken when it began. */
  snapshotId: idSchema,
  /** Drawn by lot from the same people and left alone, to compare with. */
  holdoutSnapshotId: idSchema.optional(),
  /** How the lot was drawn, so that it can be drawn again: share of the people, 0–1, and the seed. */
  lot: z.object({ share: z.number().min(0.1).max(0.5), seed: z.number().int() }).optional(),
  startDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Days from the start within which an order counts as its result. */
  windowDays: z.number().int().min(1).max(365).default(30),
  costFen: z.number().int().nonnegative().optional(),
  /** Share of an order's net amount that is left as profit, 0–1. */
  margin: z.number().min(0).max(1).optional(),
  script: z.string().max(5000).optional(),
  note: z.string().max(2000).optional(),
  /** UTC ms. */
  closedAt: z.number().int().optional(),
});
export type Play = z.infer<typeof playSchema>;
