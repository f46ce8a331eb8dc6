import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const INTERACTION_KINDS = [
  'checkIn',
  'share',
  'ugc',
  'question',
  'answer',
  'complaint',
  'open',
  'click',
  'nps',
  'join',
  'leave',
  'signUp',
  'attend',
  'note',
] as const;

/** An append-only event of a member. */
export const interactionSchema = z.object({
  id: idSchema,
  memberId: idSchema,
  kind: z.enum(INTERACTION_KINDS),
  /** UTC ms. */
  at: z.number().int(),
  groupId: z.string().optional(),
  contentItemId: z.string().optional(),
  text: z.string().max(5000).optional(),
  /** e.g. the NPS answer 0–10. */
  value: z.number().optional(),
  batchId: z.string().optional(),
});
export type Interaction = z.infer<typeof interactionSchema>;
