import { ecb } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { isSameBytes, joinBytes, numberBytes, spinPassword } from './password-key';
import { UnlockFailure } from './unlock-failure';

/** [MS-OFFCRYPTO] 2.3.4.5: standard encryption, what Excel 2007 writes. */
const SPINS = 50_000;
const SIZE_LENGTH = 8;
const AES_KEY_BYTES = new Map([
  [0x660e, 16],
  [0x660f, 24],
  [0x6610, 32],
]);

type Standard = { keyBytes: number; salt: Uint8Array; verifier: Uint8Array; hash: Uint8Array };

/** The header and the verifier behind the version; `info` is the whole stream. */
function readStandard(info: Uint8Array): Standard {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const headerLength = view.getUint32(8, true);
  const keyBytes = AES_KEY_BYTES.get(view.getUint32(20, true));
  const start = 12 + headerLength;
  if (keyBytes === undefined || start + 72 > info.length) throw new UnlockFailure('unknown');
  if (view.getUint32(start, true) !== 16) throw new UnlockFailure('unknown');
  return {
    keyBytes,
    salt: info.subarray(start + 4, start + 20),
    verifier: info.subarray(start + 20, start + 36),
    hash: info.subarray(start + 40, start + 72),
  };
}

/** [MS-OFFCRYPTO] 2.3.4.7: the hash spread over twice its length. */
function deriveKey(password: string, { salt, keyBytes }: Standard): Uint8Array {
  const spun = spinPassword(sha1, salt, password, SPINS);
  const hash = sha1(joinBytes(spun, numberBytes(0)));
  const spread = (filler: number) => {
    const block = new Uint8Array(64).fill(filler);
    hash.forEach((byte, index) => {
      block[index] = byte ^ filler;
    });
    return sha1(block);
  };
  return joinBytes(spread(0x36), spread(0x5c)).slice(0, keyBytes);
}

/** The package inside; `info` describes the protection, `stored` is the encrypted stream. */
export function unlockStandard(info: Uint8Array, stored: Uint8Array, password: string): Uint8Array {
  const standard = readStandard(info);
  const cipher = ecb(deriveKey(password, standard), { disablePadding: true });
  const verifier = cipher.decrypt(standard.verifier.slice());
  const hash = cipher.decrypt(standard.hash.slice()).slice(0, 20);
  if (!isSameBytes(sha1(verifier), hash)) throw new UnlockFailure('wrong-password');
  const size = new DataView(stored.buffer, stored.byteOffset).getUint32(0, true);
  const whole = Math.floor((stored.length - SIZE_LENGTH) / 16) * 16;
  if (whole === 0 || size > whole) throw new UnlockFailure('damaged');
  return cipher.decrypt(stored.slice(SIZE_LENGTH, SIZE_LENGTH + whole)).subarray(0, size);
}
