import { ASSET_KINDS } from '@shared/domain/assets/asset.schema';
import { z } from 'zod';

/** A larger file is refused with words: videos of a quarter of an hour still fit. */
export const MAX_ASSET_BYTES = 500 * 1024 * 1024;
/** Pictures up to this size are shown in the window; larger ones can be saved and opened elsewhere. */
export const MAX_SHOWN_ASSET_BYTES = 40 * 1024 * 1024;
export const MAX_THUMBNAIL_BYTES = 512 * 1024;
/** A dropped file goes over in pieces of at most this size. */
export const MAX_ASSET_BLOCK_BYTES = 8 * 1024 * 1024;

/** SHA-256 of the bytes. */
export const assetFileIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Kinds of picture that a window draws; read from the bytes, never from a name. */
export const shownPictureTypeSchema = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
]);

/** A file that lies in the box now. */
export const keptAssetSchema = z.object({
  id: assetFileIdSchema,
  bytes: z.number().int().nonnegative(),
  kind: z.enum(ASSET_KINDS),
  mimeType: z.string().max(100),
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  /** The same bytes lay there before. */
  isKnown: z.boolean(),
});
export type KeptAsset = z.infer<typeof keptAssetSchema>;

export const shownPictureSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  mimeType: shownPictureTypeSchema,
});
export type ShownPicture = z.infer<typeof shownPictureSchema>;
