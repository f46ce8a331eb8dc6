import { ExpectedError } from '@shared/lib/errors';
import { bridge } from '@/platform/bridge';
import { reportError } from '@/platform/log';
import type { PrintedPlan } from './week-print.queries';

const QR_SIDE_PX = 700;
const LOGO_SIDE_PX = 480;

/** A picture redrawn as PNG, small enough to lie inside of a document, as a data URL. */
async function asDataUrl(file: Blob, longestPx: number): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new ExpectedError('picture-not-a-picture');
  });
  const scale = Math.min(1, longestPx / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The leader's sign, as it is kept. Tried smaller while it is too large to travel. */
export async function asLogo(file: Blob): Promise<string> {
  for (const side of [LOGO_SIDE_PX, LOGO_SIDE_PX / 2, LOGO_SIDE_PX / 4]) {
    const picture = await asDataUrl(file, side);
    if (picture.length < 400_000) return picture;
  }
  throw new ExpectedError('picture-too-large');
}

const known = new Map<string, Promise<string | undefined>>();

async function readQr(assetId: string): Promise<string | undefined> {
  try {
    const picture = await bridge.readAssetPicture(assetId);
    if (!picture) return undefined;
    const bytes = new Uint8Array(picture.bytes);
    return await asDataUrl(new Blob([bytes], { type: picture.mimeType }), QR_SIDE_PX);
  } catch (error) {
    // A sheet without its code is better than none; the dialog says that the picture is missing.
    if (!(error instanceof ExpectedError)) reportError('error', error);
    return undefined;
  }
}

/** The groups' QR pictures that lie on this laptop, by asset. */
export async function readQrPictures(
  groups: PrintedPlan['groups'],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    groups.flatMap(({ qrAssetId }) => {
      if (qrAssetId === undefined) return [];
      const reading = known.get(qrAssetId) ?? readQr(qrAssetId);
      known.set(qrAssetId, reading);
      return [
        reading.then((picture): [string, string] | undefined => {
          // Asked again next time: the file may be brought back.
          if (picture === undefined) known.delete(qrAssetId);
          return picture === undefined ? undefined : [qrAssetId, picture];
        }),
      ];
    }),
  );
  return new Map(found.filter((entry) => entry !== undefined));
}
