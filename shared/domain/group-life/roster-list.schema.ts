import { daySchema } from '@shared/domain/calendar/content.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

const nickname = z.string().trim().min(1).max(120);

/**
 * One member list of a group, as pasted or imported: who was inside on a day. What it changed is kept
 * (joined, left), those who stayed are in the memberships.
 */
export const rosterListSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  day: daySchema,
  /** UTC ms. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
  /** Names on the list. */
  total: z.number().int().nonnegative(),
  joinedIds: z.array(idSchema).max(5000).default([]),
  leftIds: z.array(idSchema).max(5000).default([]),
  /** On the list, but nobody of the roster is known by this name. */
  unknown: z.array(nickname).max(5000).default([]),
  /** Members whose nickname does not follow the group's template. */
  violatorIds: z.array(idSchema).max(5000).default([]),
  /** Violators whom somebody has asked to change their nickname since. */
  toldIds: z.array(idSchema).max(5000).optional(),
  /** Who was inside before and still is; absent on lists of an older console. */
  stayed: z.number().int().nonnegative().optional(),
  note: z.string().max(500).optional(),
});
export type RosterList = z.infer<typeof rosterListSchema>;
