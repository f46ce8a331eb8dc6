import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

export type Digest = (bytes: Uint8Array) => Uint8Array;

/** The hashes that [MS-OFFCRYPTO] knows, by the names it gives them. */
const DIGESTS: Readonly<Record<string, typeof sha1 | typeof md5 | typeof sha512>> = {
  SHA1: sha1,
  'SHA-1': sha1,
  SHA256: sha256,
  'SHA-256': sha256,
  SHA384: sha384,
  'SHA-384': sha384,
  SHA512: sha512,
  'SHA-512': sha512,
  MD5: md5,
};

export const digestNamed = (name: string) =>
  Object.hasOwn(DIGESTS, name) ? DIGESTS[name] : undefined;

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export function numberBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** A password as UTF-16, little end first, without a mark. */
export function passwordBytes(password: string): Uint8Array {
  const bytes = new Uint8Array(password.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < password.length; index++) {
    view.setUint16(index * 2, password.charCodeAt(index), true);
  }
  return bytes;
}

/** Cut, or filled up with a byte, as [MS-OFFCRYPTO] makes keys and vectors from hashes. */
export function sized(bytes: Uint8Array, length: number, filler: number): Uint8Array {
  if (bytes.length >= length) return bytes.slice(0, length);
  const whole = new Uint8Array(length).fill(filler);
  whole.set(bytes);
  return whole;
}

/**
 * The password's hash, made slow ([MS-OFFCRYPTO] 2.3.6.2 and 2.3.4.11): salt and password, then
 * `spins` times the counter and the hash before.
 */
export function spinPassword(
  digest: Digest,
  salt: Uint8Array,
  password: string,
  spins: number,
): Uint8Array {
  let hash = digest(joinBytes(salt, passwordBytes(password)));
  const input = new Uint8Array(4 + hash.length);
  const counter = new DataView(input.buffer);
  for (let spin = 0; spin < spins; spin++) {
    counter.setUint32(0, spin, true);
    input.set(hash, 4);
    hash = digest(input);
  }
  return hash;
}
