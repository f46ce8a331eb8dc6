import type { Asset } from '@shared/domain/assets/asset.schema';
import { assetFileName } from '@shared/domain/assets/file-name.rules';
import { ExpectedError } from '@shared/lib/errors';
import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import { assetsMessages } from '../assets.messages';

type File = Pick<Asset, 'id' | 'name' | 'mimeType'>;

async function telling(work: () => Promise<string | undefined>): Promise<void> {
  try {
    const said = await work();
    if (said !== undefined) showDone(said);
  } catch (error) {
    showProblem(error);
  }
}

/** A copy where the user wants it, under the file's own name. */
export const saveAssetAs = (file: File): Promise<void> =>
  telling(async () => {
    const name = assetFileName(file);
    const { saved, name: savedAs = name } = await bridge.saveAssetAs(file.id, name);
    return saved ? translator(assetsMessages)('savedAs', { name: savedAs }) : undefined;
  });

/** Opens the file manager at a copy with the file's own name, to be dragged from there. */
export const showAssetFile = (file: File): Promise<void> =>
  telling(async () => {
    await bridge.showAssetInFolder(file.id, assetFileName(file));
    return undefined;
  });

/** The clipboard takes PNG; whatever the picture is, it is drawn into one. */
async function asPng(id: string): Promise<Blob> {
  const picture = await bridge.readAssetPicture(id);
  if (!picture) throw new ExpectedError('asset-missing');
  const bitmap = await createImageBitmap(
    new Blob([picture.bytes], { type: picture.mimeType }),
  ).catch(() => {
    throw new ExpectedError('asset-not-a-picture');
  });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

/** The picture itself into the clipboard, so that it can be pasted into a chat. */
export const copyAssetPicture = ({ id }: File): Promise<void> =>
  telling(async () => {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await asPng(id) })]);
    return translator(assetsMessages)('pictureCopied');
  });

/** A picture of the box as a data URL, for documents that must hold everything inside; null when it is not here. */
export async function readAssetDataUrl(id: string): Promise<string | null> {
  const picture = await bridge.readAssetPicture(id);
  if (!picture) return null;
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([picture.bytes], { type: picture.mimeType }));
  });
}
