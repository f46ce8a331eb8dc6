import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** A saved filter over members. The rule's own language lives with the rule engine. */
export const segmentSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  rule: z.unknown(),
  note: z.string().max(500).optional(),
});
