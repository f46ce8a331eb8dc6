import type { Asset } from './asset.schema';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/csv': 'csv',
};

const LONGEST = 200;

/**
 * What a copy of the file is called outside of the box (at most 200 characters): its name, with the
 * extension of its kind when somebody renamed that away, because other programs go by it.
 */
export function assetFileName({ name, mimeType }: Pick<Asset, 'name' | 'mimeType'>): string {
  const extension = EXTENSIONS[mimeType];
  if (extension === undefined || /\.[A-Za-z0-9]{1,5}$/.test(name)) return name.slice(-LONGEST);
  return `${name.slice(0, LONGEST - extension.length - 1)}.${extension}`;
}
