import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** What is measured at a supplier, on the road or in the store. */
export const READING_KINDS = [
  'temperature',
  'waste',
  'traceability',
  'audit',
  'complaint',
  'cost',
  'other',
] as const;

export const supplierReadingSchema = z.object({
  id: idSchema,
  supplier: z.string().trim().min(1).max(200),
  kind: z.enum(READING_KINDS),
  /** UTC ms. */
  at: z.number().int(),
  value: z.number(),
  unit: z.string().max(20).optional(),
  product: z.string().max(300).optional(),
  place: z.string().max(200).optional(),
  note: z.string().max(2000).optional(),
  batchId: z.string().optional(),
});
export type SupplierReading = z.infer<typeof supplierReadingSchema>;
