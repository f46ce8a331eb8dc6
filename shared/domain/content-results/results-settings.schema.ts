import { z } from 'zod';
import { daySchema } from '../calendar/content.schema';
import { MEASURES } from './measures.rules';

/** The row of `modelSettings` that holds these. */
export const RESULTS_SETTINGS_ID = 'content-results';

const idea = z.string().trim().min(1).max(200);

/** How results are reckoned here, and the leader's own ideas for the five senses. */
export const resultsSettingsSchema = z.object({
  /** How long after a sending an order still counts as its own. */
  windowHours: z.number().int().min(1).max(168).default(24),
  /** A hit is an item above this percentile of the measure. */
  hitMeasure: z.enum(MEASURES).default('conversion'),
  hitPercentile: z.number().min(0.5).max(0.99).default(0.9),
  /** Since when things are done the new way; before and after are compared. */
  changeDay: daySchema.optional(),
  /** Ideas by sense; one that is absent has the ideas that come with the console. */
  senseIdeas: z
    .object({
      sight: z.array(idea).max(30).optional(),
      smell: z.array(idea).max(30).optional(),
      touch: z.array(idea).max(30).optional(),
      hearing: z.array(idea).max(30).optional(),
      taste: z.array(idea).max(30).optional(),
    })
    .prefault({}),
});
export type ResultsSettings = z.infer<typeof resultsSettingsSchema>;

/** What is stored, or the defaults where nothing (or nothing readable) is. */
export function readResultsSettings(stored: unknown): ResultsSettings {
  const read = resultsSettingsSchema.safeParse(stored ?? {});
  return read.success ? read.data : resultsSettingsSchema.parse({});
}
