import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ExpectedError } from '@shared/lib/errors';

/**
 * A sealed picture: `QDPIC1`, the print of the key (8 bytes), the nonce (12), the tag (16), then the
 * picture under AES-256-GCM. The picture's name is authenticated with it, so that one file put in
 * the place of another does not open.
 */
const MAGIC = Buffer.from('QDPIC1', 'latin1');
const PRINT_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = MAGIC.length + PRINT_BYTES + NONCE_BYTES + TAG_BYTES;

/** Tells keys apart without telling anything of them. */
const printOf = (key: Uint8Array) =>
  createHash('sha256').update('qunduo picture key').update(key).digest().subarray(0, PRINT_BYTES);

export function sealPicture(key: Uint8Array, id: string, picture: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(id, 'utf8'));
  const body = Buffer.concat([cipher.update(picture), cipher.final()]);
  return Buffer.concat([MAGIC, printOf(key), nonce, cipher.getAuthTag(), body]);
}

/**
 * The picture, or an ExpectedError: `picture-damaged` for a file that is cut short, changed or
 * another picture's, `picture-other-key` for one that was sealed with another key.
 */
export function openPicture(key: Uint8Array, id: string, file: Buffer): Buffer {
  if (file.length <= HEAD_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new ExpectedError('picture-damaged');
  }
  let at = MAGIC.length;
  const take = (count: number) => {
    at += count;
    return file.subarray(at - count, at);
  };
  if (!take(PRINT_BYTES).equals(printOf(key))) throw new ExpectedError('picture-other-key');
  const decipher = createDecipheriv('aes-256-gcm', key, take(NONCE_BYTES));
  decipher.setAuthTag(take(TAG_BYTES));
  decipher.setAAD(Buffer.from(id, 'utf8'));
  try {
    return Buffer.concat([decipher.update(file.subarray(at)), decipher.final()]);
  } catch {
    throw new ExpectedError('picture-damaged');
  }
}
