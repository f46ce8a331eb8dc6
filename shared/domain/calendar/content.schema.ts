import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { SLOTS } from './slots';

export const CONTENT_FORMS = ['article', 'video', 'live', 'relay', 'topic'] as const;
export type ContentForm = (typeof CONTENT_FORMS)[number];
export const CONTENT_STATUSES = ['draft', 'review', 'ready', 'sent', 'measured'] as const;
export type ContentStatus = (typeof CONTENT_STATUSES)[number];
export const COLUMN_CATEGORIES = ['service', 'guide', 'knowledge', 'interaction'] as const;

export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const VOICES = ['official', 'peer', 'seeded'] as const;
export type Voice = (typeof VOICES)[number];

/** Who carries a piece: an outside expert, the house's own character, a brand, or a group member. */
export const SPEAKER_KINDS = ['expert', 'internalIp', 'brandOwner', 'member'] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** The five senses (五感) that a piece plays on. */
export const SENSES = ['sight', 'smell', 'touch', 'hearing', 'taste'] as const;
export type Sense = (typeof SENSES)[number];

/** `HH:mm`, wall time in the workspace's zone. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const contentColumnSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(40),
  category: z.enum(COLUMN_CATEGORIES),
  /** Who speaks in it: the official voice, one of the trade, or a seeded account. */
  voice: z.enum(VOICES).optional(),
  /** A seeded account says that it works for the shop. */
  isDisclosed: z.boolean().optional(),
  /** Its usual slots, form and speaker; an item may differ. */
  slots: z.array(z.enum(SLOTS)).optional(),
  form: z.enum(CONTENT_FORMS).optional(),
  speaker: z.enum(SPEAKER_KINDS).optional(),
  purpose: z.string().max(300).optional(),
  /** How often it should come, in pieces a week. */
  perWeek: z.number().int().positive().max(28).optional(),
  isArchived: z.boolean().optional(),
});
export type ContentColumn = z.infer<typeof contentColumnSchema>;

/** A finding of the check before sending that somebody let stand, and why. */
export const overrideSchema = z.object({
  /** The words as they stand in the text. */
  text: z.string().min(1).max(200),
  family: z.string().max(60),
  reason: z.string().trim().min(1).max(300),
  by: z.string().max(60).optional(),
  /** UTC ms. */
  at: z.number().int(),
});
export type Override = z.infer<typeof overrideSchema>;

const checkItemSchema = z.object({
  text: z.string().trim().min(1).max(200),
  isDone: z.boolean().default(false),
});

/** What is planned of a piece, whatever becomes of it: this is what copies and repeats take along. */
const contentPlanShape = {
  title: z.string().trim().min(1).max(200),
  columnId: z.string().optional(),
  form: z.enum(CONTENT_FORMS).default('article'),
  text: z.string().max(20_000).optional(),
  owner: z.string().max(60).optional(),
  groupIds: z.array(z.string()).default([]),
  /** Without one the column's. */
  voice: z.enum(VOICES).optional(),
  speaker: z.enum(SPEAKER_KINDS).optional(),
  speakerName: z.string().max(60).optional(),
  sense: z.enum(SENSES).optional(),
  characterId: z.string().optional(),
  /** When in the slot; without one the slot's beginning. */
  time: clockTimeSchema.optional(),
  /** Files of the asset box, by their hash. */
  assetIds: z.array(z.string()).optional(),
  checklist: z.array(checkItemSchema).max(30).optional(),
  /** For those who work on it; printed in the internal edition only. */
  note: z.string().max(2000).optional(),
  /** What making it cost (writer, gift, design). */
  costFen: z.number().int().nonnegative().optional(),
};
export const contentPlanSchema = z.object(contentPlanShape);
export type ContentPlan = z.infer<typeof contentPlanSchema>;

export const contentItemSchema = z.object({
  id: idSchema,
  /** `YYYY-MM-DD`, a business day in the workspace's time zone. */
  date: daySchema,
  slot: z.enum(SLOTS),
  ...contentPlanShape,
  status: z.enum(CONTENT_STATUSES).default('draft'),
  /** Order within its cell; fractions let an item go between two others. */
  position: z.number().default(0),
  /** UTC ms of the first group that got it. */
  sentAt: z.number().int().optional(),
  /** Who said that it may go out, and when (UTC ms). */
  approvedBy: z.string().max(60).optional(),
  approvedAt: z.number().int().optional(),
  /** UTC ms of the last change of title or text after it was approved. */
  rewordedAt: z.number().int().optional(),
  /** Why it went back from review to draft. */
  sentBackWhy: z.string().max(500).optional(),
  overrides: z.array(overrideSchema).max(100).optional(),
  /** The repeat that made it, and the day for which it did, wherever it was moved since. */
  repeatId: z.string().optional(),
  repeatDay: daySchema.optional(),
  /** Where it was planned before it was carried over. */
  carriedFrom: z.object({ date: daySchema, slot: z.enum(SLOTS) }).optional(),
  /** The run of an experiment that it shows one arm of. */
  experimentId: z.string().optional(),
  armKey: z.string().max(60).optional(),
  /** The import that brought it. */
  batchId: z.string().optional(),
});
export type ContentItem = z.infer<typeof contentItemSchema>;

export const weekPlanSchema = z.object({
  /** The week's Monday, `YYYY-MM-DD`. */
  id: daySchema,
  title: z.string().max(100).optional(),
  note: z.string().max(2000).optional(),
});
export type WeekPlan = z.infer<typeof weekPlanSchema>;
