import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { clockTimeSchema, daySchema } from './content.schema';
import { SLOTS } from './slots';

const SEND_STATES = ['sent', 'missed'] as const;

/** One item in one group: what was planned when it went out (or was given up), and what happened. */
export const contentSendSchema = z.object({
  /** `<itemId>.<groupId>`: two laptops that mark the same sending make the same record. */
  id: idSchema,
  itemId: idSchema,
  /** A group, or `ALL_GROUPS`. */
  groupId: z.string(),
  /** The plan at that moment, by which adherence is judged. */
  day: daySchema,
  slot: z.enum(SLOTS),
  plannedTime: clockTimeSchema.optional(),
  state: z.enum(SEND_STATES),
  /** UTC ms of the sending, or of giving up. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
  /** Why it was not sent, or sent in spite of a warning. */
  reason: z.string().max(300).optional(),
  assetIds: z.array(z.string()).optional(),
  /** What it was called then: a piece that is removed afterwards was sent all the same. */
  title: z.string().max(200).optional(),
  /** Where the piece was first planned, when it was carried over before. */
  carriedFrom: z.object({ date: daySchema, slot: z.enum(SLOTS) }).optional(),
});
export type ContentSend = z.infer<typeof contentSendSchema>;
