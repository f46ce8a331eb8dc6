import { cbc } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import {
  digestNamed,
  isSameBytes,
  joinBytes,
  numberBytes,
  sized,
  spinPassword,
} from './password-key';
import { UnlockFailure } from './unlock-failure';

/** [MS-OFFCRYPTO] 2.3.4.10: agile encryption, what Excel 2010 and later and WPS write. */
const BLOCK = {
  verifierInput: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierHash: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
  hmacKey: [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6],
  hmacValue: [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33],
} as const;

const SEGMENT = 4096;
const SIZE_LENGTH = 8;
const FILLER = 0x36;
/** Excel spins 100 000 times; far more is not meant to be opened. */
const MOST_SPINS = 2_000_000;

type Attributes = (name: string) => string;

/** The attributes of the first element of this name; the descriptor is small and has no text. */
function element(xml: string, name: string): Attributes {
  const tag = new RegExp(`<(?:[\\w-]+:)?${name}\\b([^>]*)>`).exec(xml)?.[1];
  if (tag === undefined) throw new UnlockFailure('unknown');
  return (attribute) => {
    const value = new RegExp(`\\b${attribute}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
    if (value === undefined) throw new UnlockFailure('unknown');
    return value;
  };
}

function base64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw new UnlockFailure('damaged');
  }
}

/** What `keyData` and `encryptedKey` have in common. */
function parametersOf(attribute: Attributes) {
  const digest = digestNamed(attribute('hashAlgorithm'));
  const blockSize = Number(attribute('blockSize'));
  const keyBytes = Number(attribute('keyBits')) / 8;
  const hashSize = Number(attribute('hashSize'));
  const isKnown =
    digest !== undefined &&
    attribute('cipherAlgorithm') === 'AES' &&
    attribute('cipherChaining') === 'ChainingModeCBC' &&
    blockSize === 16 &&
    [16, 24, 32].includes(keyBytes) &&
    hashSize === digest.outputLen;
  if (!isKnown) throw new UnlockFailure('unknown');
  return { digest, blockSize, keyBytes, hashSize, salt: base64(attribute('saltValue')) };
}

type Parameters = ReturnType<typeof parametersOf>;

function decrypt(key: Uint8Array, vector: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw new UnlockFailure('damaged');
  return cbc(key, vector, { disablePadding: true }).decrypt(bytes);
}

/** The key of the package, if the password is right. */
function packageKey(xml: string, password: string): Uint8Array {
  const attribute = element(xml, 'encryptedKey');
  const { digest, blockSize, keyBytes, hashSize, salt } = parametersOf(attribute);
  const spins = Number(attribute('spinCount'));
  if (!(spins >= 0 && spins <= MOST_SPINS)) throw new UnlockFailure('unknown');
  const spun = spinPassword(digest, salt, password, spins);
  const vector = sized(salt, blockSize, FILLER);
  const open = (name: string, block: readonly number[]) => {
    const key = sized(digest(joinBytes(spun, Uint8Array.from(block))), keyBytes, FILLER);
    return decrypt(key, vector, base64(attribute(name)));
  };
  const input = open('encryptedVerifierHashInput', BLOCK.verifierInput).slice(0, salt.length);
  const hash = open('encryptedVerifierHashValue', BLOCK.verifierHash).slice(0, hashSize);
  if (!isSameBytes(digest(input), hash)) throw new UnlockFailure('wrong-password');
  return open('encryptedKeyValue', BLOCK.key).slice(0, keyBytes);
}

/** Refuses a package of which a byte was changed after it was protected. */
function checkIntegrity(xml: string, data: Parameters, key: Uint8Array, stored: Uint8Array): void {
  const attribute = element(xml, 'dataIntegrity');
  const { digest, salt, blockSize, hashSize } = data;
  const open = (name: string, block: readonly number[]) => {
    const vector = sized(digest(joinBytes(salt, Uint8Array.from(block))), blockSize, FILLER);
    return decrypt(key, vector, base64(attribute(name))).slice(0, hashSize);
  };
  const found = hmac(digest, open('encryptedHmacKey', BLOCK.hmacKey), stored);
  if (!isSameBytes(found, open('encryptedHmacValue', BLOCK.hmacValue))) {
    throw new UnlockFailure('damaged');
  }
}

/** The package inside; `xml` is the descriptor, `stored` the whole encrypted stream. */
export function unlockAgile(xml: string, stored: Uint8Array, password: string): Uint8Array {
  const data = parametersOf(element(xml, 'keyData'));
  const key = packageKey(xml, password);
  if (xml.includes('dataIntegrity')) checkIntegrity(xml, data, key, stored);
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  const size = view.getUint32(0, true);
  const body = stored.subarray(SIZE_LENGTH);
  const open = new Uint8Array(Math.floor(body.length / 16) * 16);
  for (let start = 0; start < open.length; start += SEGMENT) {
    const number = numberBytes(start / SEGMENT);
    const vector = sized(data.digest(joinBytes(data.salt, number)), data.blockSize, FILLER);
    const end = Math.min(start + SEGMENT, open.length);
    open.set(decrypt(key, vector, body.subarray(start, end)), start);
  }
  if (size > open.length) throw new UnlockFailure('damaged');
  return open.subarray(0, size);
}
