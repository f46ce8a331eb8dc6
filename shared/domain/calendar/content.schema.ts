import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** The four content slots of a day, with their hours; editable hours come with the workspace. */
export const SLOTS = ['morning', 'noon', 'evening', 'night'] as const;
export type Slot = (typeof SLOTS)[number];

export const CONTENT_FORMS = ['article', 'video', 'live', 'relay', 'topic'] as const;
export type ContentForm = (typeof CONTENT_FORMS)[number];
export const CONTENT_STATUSES = ['draft', 'review', 'ready', 'sent', 'measured'] as const;
export type ContentStatus = (typeof CONTENT_STATUSES)[number];
export const COLUMN_CATEGORIES = ['service', 'guide', 'knowledge', 'interaction'] as const;

export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const VOICES = ['official', 'peer', 'seeded'] as const;
export type Voice = (typeof VOICES)[number];

export const contentColumnSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(40),
  category: z.enum(COLUMN_CATEGORIES),
  /** Who speaks in it: the official voice, one of the trade, or a seeded account. */
  voice: z.enum(VOICES).optional(),
  /** A seeded account says that it works for the shop. */
  isDisclosed: z.boolean().optional(),
});
export type ContentColumn = z.infer<typeof contentColumnSchema>;

export const contentItemSchema = z.object({
  id: idSchema,
  /** `YYYY-MM-DD`, a business day in the workspace's time zone. */
  date: daySchema,
  slot: z.enum(SLOTS),
  title: z.string().trim().min(1).max(200),
  columnId: z.string().optional(),
  form: z.enum(CONTENT_FORMS).default('article'),
  text: z.string().max(20_000).optional(),
  status: z.enum(CONTENT_STATUSES).default('draft'),
  owner: z.string().max(60).optional(),
  groupIds: z.array(z.string()).default([]),
  /** Order within its cell; fractions let an item go between two others. */
  position: z.number().default(0),
  sentAt: z.number().int().optional(),
});
export type ContentItem = z.infer<typeof contentItemSchema>;

export const weekPlanSchema = z.object({
  /** The week's Monday, `YYYY-MM-DD`. */
  id: daySchema,
  title: z.string().max(100).optional(),
  note: z.string().max(2000).optional(),
});
export type WeekPlan = z.infer<typeof weekPlanSchema>;
