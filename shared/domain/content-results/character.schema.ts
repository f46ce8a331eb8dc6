import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** A character (IP) who carries content, as the card on which everybody agrees. */
export const characterSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(40),
  tagline: z.string().max(200).optional(),
  /** Who it is, how it speaks, what it never says. */
  persona: z.string().max(2000).optional(),
  voiceRules: z.string().max(2000).optional(),
  catchphrases: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
  topics: z.array(z.string().trim().min(1).max(100)).max(30).default([]),
  /** Short videos a week. */
  episodesPerWeek: z.number().int().min(0).max(21).default(3),
  /** A product whose name holds one of these is co-branded. */
  productWords: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
  assetId: z.string().optional(),
  isArchived: z.boolean().optional(),
});
export type Character = z.infer<typeof characterSchema>;
