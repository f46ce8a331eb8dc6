import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const IMPORT_KINDS = [
  'members',
  'orders',
  'funnel',
  'interactions',
  'results',
  'content',
  'suppliers',
  'weather',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * What became of the records of a file. The five sum to the file's records; `rows` counts the data
 * rows (an order may take several), `newMembers` the buyers who were not on the roster.
 */
export const importCountsSchema = z.object({
  create: z.number().int().nonnegative(),
  update: z.number().int().nonnegative(),
  unchanged: z.number().int().nonnegative(),
  confirm: z.number().int().nonnegative(),
  rejected: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  rows: z.number().int().nonnegative(),
  newMembers: z.number().int().nonnegative(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const importBatchSchema = z.object({
  id: idSchema,
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  /** SHA-256 of the file, hex: the same file again says so. */
  fileHash: z.string(),
  at: z.number().int(),
  counts: importCountsSchema,
  undoneAt: z.number().int().optional(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;
