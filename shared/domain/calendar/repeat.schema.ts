import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { contentPlanSchema, daySchema } from './content.schema';
import { SLOTS } from './slots';

/** What happens to an occurrence that falls on a day off (放假) or a made-up working day (补班). */
export const REPEAT_SKIPS = ['never', 'daysOff', 'makeUpDays', 'both'] as const;

/** On which days a repeat falls. Weekdays count from 1, Monday, to 7, Sunday. */
export const repeatRuleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weekdays'),
    weekdays: z.array(z.number().int().min(1).max(7)).min(1),
    /** Every n-th week, counted from the week of `fromDay`. */
    everyWeeks: z.number().int().min(1).max(12).default(1),
  }),
  /** The member day of every month: 8 of 8, 18, 28; 31 means the last day of shorter months. */
  z.object({
    kind: z.literal('monthDays'),
    days: z.array(z.number().int().min(1).max(31)).min(1),
  }),
  /** Lunar days; without a month every month's. */
  z.object({
    kind: z.literal('lunar'),
    month: z.number().int().min(1).max(12).optional(),
    days: z.array(z.number().int().min(1).max(30)).min(1),
  }),
]);
export type RepeatRule = z.infer<typeof repeatRuleSchema>;

/**
 * A piece that comes again and again. Its occurrences are ordinary items named
 * `<repeatId>.<day>`, so that two laptops which plan ahead make the same ones.
 */
export const contentRepeatSchema = z.object({
  id: idSchema,
  slot: z.enum(SLOTS),
  plan: contentPlanSchema,
  rule: repeatRuleSchema,
  skip: z.enum(REPEAT_SKIPS).default('never'),
  fromDay: daySchema,
  /** The last day on which it may fall; without one it goes on. */
  untilDay: daySchema.optional(),
  /** Days on which one occurrence was taken out by hand. */
  leftOutDays: z.array(daySchema).max(1000).default([]),
  /** Occurrences up to this day were made with it; later ones when somebody looks further. */
  madeUntil: daySchema.optional(),
});
export type ContentRepeat = z.infer<typeof contentRepeatSchema>;
