import { MAX_PICTURE_BYTES, type PictureMimeType } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';

const LONGEST_SIDE_PX = 1600;
const QUALITIES = [0.85, 0.7, 0.5] as const;

export type SmallPicture = { bytes: Uint8Array<ArrayBuffer>; mimeType: PictureMimeType };

/**
 * A picture as it is kept: at most 1600 px, redrawn, so that nothing of the camera's own data (where
 * it was taken, by which phone) stays in it. Refused when it is none or stays over 5 MB.
 */
export async function shrinkPicture(file: Blob): Promise<SmallPicture> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new ExpectedError('picture-not-a-picture');
  });
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (blob.size > MAX_PICTURE_BYTES) continue;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { bytes, mimeType: blob.type === 'image/webp' ? 'image/webp' : 'image/png' };
  }
  throw new ExpectedError('picture-too-large');
}
