import type { Asset } from '@shared/domain/assets/asset.schema';
import { bridge } from '@/platform/bridge';

export type Pictured = Pick<Asset, 'id' | 'kind' | 'mimeType' | 'bytes'> &
  Partial<Pick<Asset, 'width' | 'height'>>;

const LONGEST_SIDE_PX = 360;
/** Decoding takes four bytes a pixel: what would take more than about half a gigabyte gets an icon. */
const MOST_PIXELS = 120_000_000;
const MOST_KEPT = 500;
/** Decoding is heavy; what is scrolled past should not wait for much. */
const AT_ONCE = 3;
const HASH = /^[0-9a-f]{64}$/;
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

const urls = new Map<string, Promise<string | null>>();
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Pictures are decoded here, in the sandbox, never in the main process. */
async function shrink(bytes: Uint8Array<ArrayBuffer>, mimeType: string): Promise<Blob> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mimeType }));
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
}

async function load({ id, width = 0, height = 0 }: Pictured): Promise<string | null> {
  const kept = await bridge.readAssetThumbnail(id);
  if (kept) return URL.createObjectURL(new Blob([kept.bytes], { type: kept.mimeType }));
  if (width * height > MOST_PIXELS) return null;
  const picture = await bridge.readAssetPicture(id);
  if (!picture) return null;
  const small = await shrink(new Uint8Array(picture.bytes), picture.mimeType);
  await bridge.keepAssetThumbnail(id, new Uint8Array(await small.arrayBuffer()));
  return URL.createObjectURL(small);
}

/** Whether a small picture can be had of a file at all. */
export const canBeShown = ({ id, kind, mimeType }: Pictured): boolean =>
  kind === 'image' && SHOWN.has(mimeType) && HASH.test(id);

/** The address of a file's small picture; null when there is none to be had. */
export function thumbnailOf(asset: Pictured): Promise<string | null> {
  const known = urls.get(asset.id);
  if (known) {
    // The ones looked at last stay longest.
    urls.delete(asset.id);
    urls.set(asset.id, known);
    return known;
  }
  const loading = inTurn(() => load(asset)).catch(() => null);
  urls.set(asset.id, loading);
  // A file that is not here now may come.
  void loading.then((url) => url === null && forgetPictures(asset.id));
  for (const [id] of [...urls].slice(0, Math.max(0, urls.size - MOST_KEPT))) forgetPictures(id);
  return loading;
}

export function forgetPictures(id: string): void {
  const known = urls.get(id);
  urls.delete(id);
  void known?.then((url) => url !== null && URL.revokeObjectURL(url));
}
