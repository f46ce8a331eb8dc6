export type PictureSize = { width: number; height: number };

const viewOf = (head: Uint8Array) => new DataView(head.buffer, head.byteOffset, head.byteLength);

/** JPEG keeps its size in the first start-of-frame segment; the segments before it are stepped over. */
function jpegSize(head: Uint8Array): PictureSize | undefined {
  const view = viewOf(head);
  let at = 2;
  while (at + 9 < head.length) {
    if (head[at] !== 0xff) return undefined;
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(head: Uint8Array): PictureSize | undefined {
  const view = viewOf(head);
  const form = String.fromCharCode(...head.subarray(12, 16));
  if (form === 'VP8 ' && head.length >= 30) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (form === 'VP8L' && head.length >= 25) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (form === 'VP8X' && head.length >= 30) {
    const uint24 = (at: number) => view.getUint16(at, true) | ((head[at + 2] ?? 0) << 16);
    return { width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  return undefined;
}

function sizeOf(head: Uint8Array, mimeType: string): PictureSize | undefined {
  const view = viewOf(head);
  if (mimeType === 'image/png' && head.length >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (mimeType === 'image/gif' && head.length >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (mimeType === 'image/jpeg') return jpegSize(head);
  if (mimeType === 'image/webp') return webpSize(head);
  return undefined;
}

/**
 * Width and height as the head of a picture states them: nothing is decoded in this process. Absent
 * when the head does not reach that far or says nothing possible.
 */
export function pictureSize(head: Uint8Array, mimeType: string): PictureSize | undefined {
  const size = sizeOf(head, mimeType);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}
