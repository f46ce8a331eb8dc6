import { ruleSchema } from '@shared/domain/rules/rule.schema';
import { z } from 'zod';
import start from '../../../../resources/personas/personas.json';

const key = z.string().trim().min(1).max(40);
const inBoth = (max: number) =>
  z.object({ zh: z.string().trim().max(max), en: z.string().trim().max(max) });

const namedPersonaSchema = z.object({
  key,
  name: inBoth(60),
  /** Share of people that the case tells; only ever shown as a reference. */
  caseShare: z.number().min(0).max(1).optional(),
  source: inBoth(300).optional(),
  rule: ruleSchema,
});
export type NamedPersona = z.infer<typeof namedPersonaSchema>;

/** Bands from the lowest up; `fromPerWeek` belongs to the band. The first one also takes less. */
const frequencyBandSchema = z.object({ key, fromPerWeek: z.number().min(0) });
/** Bands from the lowest up; `upToFen` belongs to the band. The last one also takes more. */
const orderValueBandSchema = z.object({ key, upToFen: z.number().int().min(0).optional() });

const isRising = (values: readonly number[]) =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? Number.POSITIVE_INFINITY));
const areDistinct = (bands: readonly { key: string }[]) =>
  new Set(bands.map((band) => band.key)).size === bands.length;

/** Parsing `{}` gives the defaults. */
export const personaSettingsSchema = z.object({
  /** Orders count within the last so many days. */
  windowDays: z.number().int().min(7).max(365).default(28),
  /** Orders a week: how many orders within the window, times 7, by the window's days. */
  frequencyBands: z
    .array(frequencyBandSchema)
    .min(2)
    .max(9)
    .refine(areDistinct)
    .refine((bands) => isRising(bands.map((band) => band.fromPerWeek)))
    .default([
      { key: 'rare', fromPerWeek: 0 },
      { key: 'weekly', fromPerWeek: 1 },
      { key: 'several', fromPerWeek: 3 },
      { key: 'most-days', fromPerWeek: 5 },
      { key: 'daily', fromPerWeek: 7 },
    ]),
  /** Net money per order within the window, rounded to a fen. */
  orderValueBands: z
    .array(orderValueBandSchema)
    .min(2)
    .max(9)
    .refine(areDistinct)
    .refine((bands) => isRising(bands.map((band) => band.upToFen ?? Number.POSITIVE_INFINITY)))
    .default([
      { key: 'low', upToFen: 5000 },
      { key: 'middle', upToFen: 8000 },
      { key: 'high', upToFen: 12_000 },
      { key: 'top' },
    ]),
  named: z
    .array(namedPersonaSchema)
    .max(20)
    .refine(areDistinct)
    .default(start.personas as NamedPersona[]),
});
export type PersonaSettings = z.infer<typeof personaSettingsSchema>;
