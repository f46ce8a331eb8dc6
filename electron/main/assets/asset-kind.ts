import type { AssetKind } from '@shared/domain/assets/asset.schema';

export type SniffedKind = { kind: AssetKind; mimeType: string };

/** How many of a file's first bytes its kind is read from. */
export const HEAD_BYTES = 64 * 1024;

const OTHER: SniffedKind = { kind: 'other', mimeType: 'application/octet-stream' };

/** `ascii` at a place; a file that is shorter does not have it. */
const has = (head: Uint8Array, at: number, ascii: string): boolean =>
  [...ascii].every((character, i) => head[at + i] === character.charCodeAt(0));

const hasBytes = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

/** The brand of an ISO media file (`ftyp`) says whether it is to be watched or listened to. */
function isoKind(head: Uint8Array): SniffedKind {
  const brand = String.fromCharCode(...head.subarray(8, 12));
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) {
    return { kind: 'audio', mimeType: 'audio/mp4' };
  }
  if (brand === 'heic' || brand === 'heix' || brand === 'mif1') {
    return { kind: 'image', mimeType: 'image/heic' };
  }
  if (brand === 'avif') return { kind: 'image', mimeType: 'image/avif' };
  return { kind: 'video', mimeType: brand.startsWith('qt') ? 'video/quicktime' : 'video/mp4' };
}

/** Office files are zips; which of them only the name says. */
const ZIP_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

const TEXT_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
};

const isText = (head: Uint8Array): boolean => head.length > 0 && !head.includes(0);

/**
 * What the first bytes of a file say it is, whatever its name claims. The name decides only between
 * kinds that begin alike, and never makes a picture of anything.
 */
export function assetKindOf(head: Uint8Array, name: string): SniffedKind {
  if (hasBytes(head, [0xff, 0xd8, 0xff])) return { kind: 'image', mimeType: 'image/jpeg' };
  if (hasBytes(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return { kind: 'image', mimeType: 'image/png' };
  }
  if (has(head, 0, 'GIF87a') || has(head, 0, 'GIF89a')) {
    return { kind: 'image', mimeType: 'image/gif' };
  }
  if (has(head, 0, 'RIFF')) {
    if (has(head, 8, 'WEBP')) return { kind: 'image', mimeType: 'image/webp' };
    if (has(head, 8, 'WAVE')) return { kind: 'audio', mimeType: 'audio/wav' };
    if (has(head, 8, 'AVI ')) return { kind: 'video', mimeType: 'video/x-msvideo' };
  }
  if (has(head, 4, 'ftyp')) return isoKind(head);
  if (hasBytes(head, [0x1a, 0x45, 0xdf, 0xa3])) return { kind: 'video', mimeType: 'video/webm' };
  const isMp3Frame = head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2;
  if (has(head, 0, 'ID3') || isMp3Frame) return { kind: 'audio', mimeType: 'audio/mpeg' };
  if (has(head, 0, '%PDF-')) return { kind: 'document', mimeType: 'application/pdf' };
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (hasBytes(head, [0x50, 0x4b, 0x03, 0x04])) {
    const office = ZIP_TYPES[extension];
    return office === undefined
      ? { kind: 'other', mimeType: 'application/zip' }
      : { kind: 'document', mimeType: office };
  }
  const text = TEXT_TYPES[extension];
  if (text !== undefined && isText(head)) return { kind: 'document', mimeType: text };
  return OTHER;
}
