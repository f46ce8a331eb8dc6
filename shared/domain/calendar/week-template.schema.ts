import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { contentPlanSchema } from './content.schema';
import { SLOTS } from './slots';

/** A week as a pattern: what goes where, without dates. */
export const weekTemplateSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  items: z
    .array(
      z.object({
        /** 1, Monday, to 7, Sunday. */
        weekday: z.number().int().min(1).max(7),
        slot: z.enum(SLOTS),
        plan: contentPlanSchema,
      }),
    )
    .max(500),
});
export type WeekTemplate = z.infer<typeof weekTemplateSchema>;
