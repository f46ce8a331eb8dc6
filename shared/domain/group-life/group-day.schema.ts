import { daySchema } from '@shared/domain/calendar/content.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

const count = z.number().int().nonnegative().optional();

/** What a group did on one day, from the platform's statistics, a pasted chat, or by hand. */
export const groupDaySchema = z.object({
  /** `<groupId>.<day>`. */
  id: idSchema,
  groupId: idSchema,
  day: daySchema,
  messages: count,
  /** People who said something. */
  speakers: count,
  members: count,
  joined: count,
  left: count,
  source: z.enum(['typed', 'import', 'chat']).optional(),
  batchId: z.string().optional(),
});
export type GroupDay = z.infer<typeof groupDaySchema>;

export const GROUP_INPUT_KINDS = ['hours', 'gift', 'tool', 'other'] as const;

/** What was put into a group: working hours, or money. */
export const groupInputSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  day: daySchema,
  kind: z.enum(GROUP_INPUT_KINDS),
  /** For `hours`. */
  hours: z.number().positive().max(10_000).optional(),
  /** For everything else, and for hours paid at another rate than the workspace's. */
  amountFen: z.number().int().nonnegative().optional(),
  note: z.string().max(300).optional(),
  by: z.string().max(60).optional(),
});
export type GroupInput = z.infer<typeof groupInputSchema>;

export const GROUP_READING_KINDS = ['known', 'newFriends'] as const;

/** A reading of trust that somebody took: asked n people, k knew (知道率). */
export const groupReadingSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  day: daySchema,
  kind: z.enum(GROUP_READING_KINDS),
  n: z.number().int().nonnegative(),
  k: z.number().int().nonnegative(),
  note: z.string().max(300).optional(),
  by: z.string().max(60).optional(),
});
export type GroupReading = z.infer<typeof groupReadingSchema>;

export const FRIEND_ACTION_KINDS = [
  'selfIntroduction',
  'topic',
  'publicPraise',
  'meetUp',
  'other',
] as const;

/** Something done so that members get to know each other. */
export const friendActionSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  day: daySchema,
  kind: z.enum(FRIEND_ACTION_KINDS),
  title: z.string().trim().min(1).max(200),
  /** Who was praised, met, introduced. */
  memberIds: z.array(idSchema).max(2000).default([]),
  /** How many took part, where names are not known. */
  participants: count,
  note: z.string().max(500).optional(),
  by: z.string().max(60).optional(),
});
export type FriendAction = z.infer<typeof friendActionSchema>;
