import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * The editable figures of one model (bands, thresholds, points), one row a model; its id is the
 * model's name. The shape belongs to the model: it parses `settings` with its own schema and falls
 * back to its defaults.
 */
export const modelSettingSchema = z.object({
  id: idSchema,
  settings: z.unknown(),
  /** UTC ms. */
  changedAt: z.number().int(),
});
