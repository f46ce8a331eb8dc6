import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const SPOT_VERDICTS = ['right', 'wrong', 'unsure'] as const;

/** One person drawn at random from those who carry a tag, and what whoever knows them said. */
export const spotCheckSchema = z.object({
  id: idSchema,
  tagId: idSchema,
  memberId: idSchema,
  /** Drawn together; the accuracy of a draw is judged by its own sample. */
  drawId: idSchema,
  /** UTC ms of the draw. */
  drawnAt: z.number().int(),
  /** How many carried the tag when it was drawn. */
  population: z.number().int().nonnegative(),
  /** What the draw began with: the same seed over the same people draws the same ones. */
  seed: z.number().int().nonnegative().optional(),
  verdict: z.enum(SPOT_VERDICTS).optional(),
  /** UTC ms of the verdict. */
  judgedAt: z.number().int().optional(),
  note: z.string().max(500).optional(),
});
export type SpotCheck = z.infer<typeof spotCheckSchema>;
