import { writeUuid } from '@/db/paged/columns';

const HIGH_BITS = 0x1fffff;
const HIGH = 2 ** 32;

/**
 * 53 bits that tell a fact from all others: of a UUID its last bits, which are random; of any other
 * text a hash. A million facts share one with a chance of one in twenty thousand.
 */
export const keyOfWords = (third: number, fourth: number): number =>
  (third & HIGH_BITS) * HIGH + fourth;

export function keyOfId(id: string): number {
  const bytes = new Uint8Array(16);
  if (writeUuid(id, bytes, 0)) {
    const words = new Uint32Array(bytes.buffer);
    return keyOfWords(words[2] ?? 0, words[3] ?? 0);
  }
  return keyOfText(id);
}

/** FNV-1a twice. */
export function keyOfText(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return keyOfWords(a >>> 0, b >>> 0);
}
