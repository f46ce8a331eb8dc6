import { z } from 'zod';

/**
 * The four names of the case, which are no clean 2 × 2: an explicit table says where each begins.
 */
export const QUADRANTS = ['top', 'basin', 'churn', 'potential'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** All the conditions that a row names must hold; a row without conditions takes everybody left. */
const quadrantRowSchema = z.object({
  quadrant: z.enum(QUADRANTS),
  /** ARPU at least so many times the median of those who bought within the window. */
  arpuFrom: z.number().min(0).optional(),
  arpuBelow: z.number().min(0).optional(),
  /** The same for the value to come, against the median of everybody with an order. */
  ltvFrom: z.number().min(0).optional(),
  ltvBelow: z.number().min(0).optional(),
  /** Has fallen silent by `silent` below, or has not. */
  isSilent: z.boolean().optional(),
});
export type QuadrantRow = z.infer<typeof quadrantRowSchema>;

const DEFAULT_TABLE: QuadrantRow[] = [
  { quadrant: 'churn', isSilent: true },
  { quadrant: 'top', arpuFrom: 2, ltvFrom: 2 },
  { quadrant: 'basin', arpuBelow: 1, ltvFrom: 1 },
  { quadrant: 'potential' },
];

/** Parsing `{}` gives the defaults. */
export const quadrantSettingsSchema = z.object({
  /** ARPU is a person's net money over the last so many days. */
  arpuDays: z.number().int().min(7).max(730).default(90),
  /** Either of the two makes silent; the chance is known only where the model is fitted. */
  silent: z
    .object({
      aliveBelow: z.number().min(0).max(1).default(0.4),
      daysFrom: z.number().int().min(1).max(3660).default(90),
    })
    .prefault({}),
  /** Read from the top, the first row that fits decides; whom no row takes belongs to the last. */
  table: z.array(quadrantRowSchema).min(1).max(20).default(DEFAULT_TABLE),
  /** Share of the net amount that is left as profit, before the cost of an order. */
  margin: z.number().min(0).max(1).default(0.2),
  costPerOrderFen: z.number().int().min(0).default(0),
});
export type QuadrantSettings = z.infer<typeof quadrantSettingsSchema>;

/** What the case says of the four: shares of people, and of profit where it is told. */
export const CASE_SHARES: Record<Quadrant, { people: number; profit?: number }> = {
  top: { people: 0.02, profit: 0.68 },
  basin: { people: 0.15 },
  churn: { people: 0.2 },
  potential: { people: 0.63 },
};
