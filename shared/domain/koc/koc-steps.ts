import { z } from 'zod';

/** A step of cultivation; ticks are kept on the core member by `key`. */
export const kocStepsSchema = z
  .array(
    z.object({
      key: z.string().min(1).max(60),
      title: z.object({ zh: z.string(), en: z.string() }),
      detail: z.object({ zh: z.string(), en: z.string() }),
    }),
  )
  .min(1);
export type KocStep = z.infer<typeof kocStepsSchema>[number];
