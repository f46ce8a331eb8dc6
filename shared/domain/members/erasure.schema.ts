import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * The record that somebody was erased. It holds no personal data: the id, and salted digests by
 * which a restored backup or a late operation is recognised and erased again.
 */
export const erasureSchema = z.object({
  /** The erased member's id. */
  id: idSchema,
  at: z.number().int(),
  reason: z.string().max(500).optional(),
  /** SHA-256 over this erasure's id and each key (phone, WeChat id …), hex. */
  digests: z.array(z.string()).default([]),
  orders: z.number().int().nonnegative().default(0),
});
export type Erasure = z.infer<typeof erasureSchema>;
