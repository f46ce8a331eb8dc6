import { z } from 'zod';

/** The row of `modelSettings` that holds how core members are scored. */
export const KOC_SETTINGS_ID = 'kocScore';

export const KOC_PARTS = ['answers', 'ugc', 'orders', 'followers'] as const;
export type KocPart = (typeof KOC_PARTS)[number];

const part = (weight: number, fullAt: number) =>
  z
    .object({
      weight: z.number().min(0).max(100),
      /** So many within the days give the part's full marks. */
      fullAt: z.number().positive().max(100_000),
    })
    .default({ weight, fullAt });

/**
 * Weights count in proportion to each other. The defaults ask for what others gain by (answers,
 * posts, orders around them) before what somebody buys themselves.
 */
export const kocSettingsSchema = z.object({
  days: z.number().int().min(7).max(730).default(90),
  parts: z
    .object({
      answers: part(30, 10),
      ugc: part(30, 10),
      orders: part(15, 12),
      followers: part(25, 20),
    })
    .default({
      answers: { weight: 30, fullAt: 10 },
      ugc: { weight: 30, fullAt: 10 },
      orders: { weight: 15, fullAt: 12 },
      followers: { weight: 25, fullAt: 20 },
    }),
});
export type KocSettings = z.infer<typeof kocSettingsSchema>;

export const DEFAULT_KOC_SETTINGS: KocSettings = kocSettingsSchema.parse({});

/** The stored settings; what cannot be read takes the defaults. */
export function readKocSettings(settings: unknown): KocSettings {
  return kocSettingsSchema.safeParse(settings ?? {}).data ?? DEFAULT_KOC_SETTINGS;
}
