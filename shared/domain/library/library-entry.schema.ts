import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const LIBRARY_KINDS = ['title', 'cover', 'callToAction', 'greeting', 'text'] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** Something that worked and is kept for the next time: a title, a cover, a call to action, a text. */
export const libraryEntrySchema = z.object({
  id: idSchema,
  kind: z.enum(LIBRARY_KINDS),
  text: z.string().max(20_000).default(''),
  assetId: z.string().optional(),
  columnId: z.string().optional(),
  note: z.string().max(500).optional(),
  /** The experiment that it won, and by what. */
  experimentId: z.string().optional(),
  evidence: z.string().max(500).optional(),
  /** UTC ms. */
  addedAt: z.number().int(),
  addedBy: z.string().max(60).optional(),
  isArchived: z.boolean().optional(),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;
