import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const ASSET_KINDS = ['image', 'video', 'audio', 'document', 'other'] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/**
 * A file of the asset box. The row tells of it, the bytes lie in the data folder under their hash:
 * the same file twice is one asset.
 */
export const assetSchema = z.object({
  /** SHA-256 of the bytes, 64 hex digits. */
  id: idSchema,
  name: z.string().trim().min(1).max(200),
  kind: z.enum(ASSET_KINDS),
  mimeType: z.string().max(100),
  bytes: z.number().int().nonnegative(),
  /** Pixels, of pictures. */
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  /** UTC ms. */
  addedAt: z.number().int(),
  addedBy: z.string().max(60).optional(),
  tags: z.array(z.string().trim().min(1).max(40)).max(30).default([]),
  note: z.string().max(1000).optional(),
  /** Whose it is, and until when it may be used (`YYYY-MM-DD`, the last day). */
  licence: z
    .object({
      holder: z.string().max(100).optional(),
      until: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      note: z.string().max(500).optional(),
    })
    .optional(),
  isArchived: z.boolean().optional(),
});
export type Asset = z.infer<typeof assetSchema>;
