import { z } from 'zod';

const cuts = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** Four cut-offs by hand part a measure into scores 1–5. */
const manualCutsSchema = z.object({
  /** Days, falling: more than the first is score 1, at most the last is score 5. */
  r: cuts.default([90, 60, 30, 14]),
  /** Orders (or order days), rising: at most the first is score 1, more than the last is score 5. */
  f: cuts.default([1, 2, 4, 8]),
  /** Fen, rising, read like `f`. */
  m: cuts.default([10_000, 30_000, 80_000, 200_000]),
});

/** How RFM scores are found. Parsing `{}` gives the defaults. */
export const rfmSettingsSchema = z.object({
  /** Frequency and money count over the last so many days, the day asked for included. */
  windowDays: z.number().int().min(7).max(3660).default(365),
  frequencyBy: z.enum(['orders', 'days']).default('orders'),
  scoresBy: z.enum(['quantile', 'manual']).default('quantile'),
  manualCuts: manualCutsSchema.prefault({}),
  /** A score from here up counts as high when people are named. */
  highFrom: z
    .object({
      r: z.number().int().min(2).max(5).default(4),
      f: z.number().int().min(2).max(5).default(4),
      m: z.number().int().min(2).max(5).default(4),
    })
    .prefault({}),
});
export type RfmSettings = z.infer<typeof rfmSettingsSchema>;
