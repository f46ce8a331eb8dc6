import { daySchema } from '@shared/domain/calendar/content.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** The weather of one place on one day. */
export const weatherDaySchema = z.object({
  /** `<day>.<place>`. */
  id: idSchema,
  day: daySchema,
  place: z.string().max(60),
  condition: z.string().max(60).optional(),
  /** Degrees Celsius. */
  lowC: z.number().optional(),
  highC: z.number().optional(),
  rainMm: z.number().nonnegative().optional(),
  wind: z.string().max(60).optional(),
  batchId: z.string().optional(),
});
export type WeatherDay = z.infer<typeof weatherDaySchema>;
