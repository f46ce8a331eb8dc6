import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { daySchema } from './content.schema';

/** The official holidays of a year that the console does not know yet, as somebody brought them. */
export const holidayTableSchema = z.object({
  /** The year, `2027`. */
  id: idSchema,
  days: z
    .array(
      z.object({
        day: daySchema,
        name: z.string().trim().min(1).max(60),
        /** False for a made-up working day (补班). */
        isOff: z.boolean(),
      }),
    )
    .min(1)
    .max(120),
  source: z.string().max(300).optional(),
  /** UTC ms. */
  importedAt: z.number().int(),
});
export type HolidayTable = z.infer<typeof holidayTableSchema>;
