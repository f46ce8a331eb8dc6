import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * The record that somebody was erased. It holds no personal data: ids, and salted digests by which
 * a restored backup or a late operation is recognised and erased again.
 */
export const erasureSchema = z.object({
  /** The erased member's id. */
  id: idSchema,
  /** Records that had been merged into this one: an older copy still holds them on their own. */
  alsoIds: z.array(idSchema).default([]),
  at: z.number().int(),
  reason: z.string().max(500).optional(),
  /** SHA-256 over this erasure's id and each key (phone with name, WeChat id …), hex. */
  digests: z.array(z.string()).default([]),
  /** Orders that stay for the books, without the person. */
  orders: z.number().int().nonnegative().default(0),
  /** An entry on the risk list was kept, on a legal ground of its own. */
  keptRisk: z.boolean().default(false),
});
export type Erasure = z.infer<typeof erasureSchema>;
