import { daySchema } from '@shared/domain/calendar/content.schema';
import { z } from 'zod';

/** `HH:mm` on a 24-hour clock, in the workspace's time zone. */
export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Hours of a day; `from` after `to` reaches over midnight (22:00–08:00). */
export const clockSpanSchema = z.object({ from: clockSchema, to: clockSchema });
export type ClockSpan = z.infer<typeof clockSpanSchema>;

const dayCount = z.number().int().nonnegative().max(3650);

/** The day by which a step is due. */
export const dueDaySchema = z.discriminatedUnion('kind', [
  /** Days after the day on which the run starts; 0 is that day. */
  z.object({ kind: z.literal('afterStart'), days: dayCount }),
  /** Days after the day on which another step (1-based) was closed; open until then. */
  z.object({ kind: z.literal('afterStep'), step: z.number().int().positive(), days: dayCount }),
  /** The first such weekday (1 Monday … 7 Sunday) on or after the run's start. */
  z.object({ kind: z.literal('weekday'), weekday: z.number().int().min(1).max(7) }),
  z.object({ kind: z.literal('onDay'), day: daySchema }),
]);
export type DueDay = z.infer<typeof dueDaySchema>;

export const dueRuleSchema = z.object({
  on: dueDaySchema,
  /** Days are counted as, and end on, working days of the Chinese calendar (调休 included). */
  isWorkingDays: z.boolean().default(false),
  /** The hours within which the step is done; without it the whole day. */
  window: clockSpanSchema.optional(),
});
export type DueRule = z.infer<typeof dueRuleSchema>;
