import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { ExpectedError } from '../../lib/errors';
import { TextEncoder } from '../../lib/text-codec';

/**
 * A pack behind a passphrase: scrypt (RFC 7914) makes the key, XChaCha20-Poly1305 seals. Layout:
 * `u8 log2 N · 16 bytes salt · 24 bytes nonce · sealed bytes`, the first three bound in as well.
 */
const LOG_N = 16;
/** 64 MB for a key; one that asks for more than 512 MB would only stop the console. */
const MAX_LOG_N = 19;
const SALT_BYTES = 16;
const NONCE_BYTES = 24;
const HEAD_BYTES = 1 + SALT_BYTES + NONCE_BYTES;
const KEY_BYTES = 32;

/** `random` fills with random bytes of the platform's generator. */
export function sealPack(
  plain: Uint8Array,
  passphrase: string,
  random: (bytes: Uint8Array<ArrayBuffer>) => void,
): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(HEAD_BYTES);
  random(head);
  head[0] = LOG_N;
  const sealed = cipherOf(head, passphrase).encrypt(plain);
  const bytes = new Uint8Array(HEAD_BYTES + sealed.byteLength);
  bytes.set(head);
  bytes.set(sealed, HEAD_BYTES);
  return bytes;
}

/** `pack-passphrase` where the passphrase is another one, or what is sealed was altered. */
export function openSeal(bytes: Uint8Array, passphrase: string): Uint8Array {
  const head = bytes.subarray(0, HEAD_BYTES);
  const logN = head[0] ?? 0;
  if (head.byteLength < HEAD_BYTES || logN < 1 || logN > MAX_LOG_N) {
    throw new ExpectedError('pack-damaged');
  }
  try {
    return cipherOf(head, passphrase).decrypt(bytes.subarray(HEAD_BYTES));
  } catch {
    throw new ExpectedError('pack-passphrase');
  }
}

function cipherOf(head: Uint8Array, passphrase: string) {
  const salt = head.subarray(1, 1 + SALT_BYTES);
  const nonce = head.subarray(1 + SALT_BYTES);
  const password = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const key = scrypt(password, salt, { N: 2 ** (head[0] ?? 0), r: 8, p: 1, dkLen: KEY_BYTES });
  return xchacha20poly1305(key, nonce, head);
}
