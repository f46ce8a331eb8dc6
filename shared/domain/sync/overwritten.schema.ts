import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** A value that two people wrote without knowing of each other, and that lost. */
export const overwrittenSchema = z.object({
  /** `<entity>.<record>.<field>.<stamp of the lost write>`: the same on every laptop. */
  id: z.string().min(1).max(400),
  entity: z.string(),
  entityId: idSchema,
  field: z.string(),
  /** Absent where the lost write had cleared the field. */
  value: z.unknown().optional(),
  /** Hybrid logical clocks of the write that lost and of the one that won. */
  writtenAt: z.string(),
  lostTo: z.string(),
  /** UTC ms at which this laptop learned of it. */
  at: z.number().int(),
  /** UTC ms; somebody looked at it here, and took it or let it be. */
  settledAt: z.number().int().optional(),
});
export type OverwrittenValue = z.infer<typeof overwrittenSchema>;
