import { z } from 'zod';

/** How the value to come is estimated. Parsing `{}` gives the defaults. */
export const ltvSettingsSchema = z.object({
  /** The value is that of the orders within so many days from today on. */
  horizonDays: z.number().int().min(7).max(1830).default(365),
  /** What money a year away is worth less, 0.1 for 10 %. */
  discountPerYear: z.number().min(0).max(1).default(0),
  /** `plain` asks for the fallback even where the better way works. */
  way: z.enum(['auto', 'plain']).default('auto'),
  /** Fewer people with a second order day than this are too thin for a fit. */
  minRepeatCustomers: z.number().int().min(2).max(10_000).default(50),
  /** The fallback looks at the pace of the last so many days. */
  plainPaceDays: z.number().int().min(14).max(730).default(90),
});
export type LtvSettings = z.infer<typeof ltvSettingsSchema>;
