import { md5, sha1 } from '@noble/hashes/legacy.js';
import { FILE_PASS, type RecordPlace, recordsOf } from '../compound/records';
import { isSameBytes, joinBytes, numberBytes, passwordBytes, sized } from './password-key';
import { createRc4 } from './rc4';
import { UnlockFailure } from './unlock-failure';

/** [MS-XLS] 2.2.10: old workbooks hide the content of their records, not what kind they are. */
const BOF = 0x0809;
const BOUND_SHEET = 0x0085;
/** A record that readers pass over; stands where the FilePass record stood. */
const HARMLESS = 0x00e2;
/** BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const NEVER_HIDDEN = new Set([BOF, FILE_PASS, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);
const BLOCK = 1024;

type BlockKey = (block: number) => Uint8Array;

/** [MS-OFFCRYPTO] 2.3.6.2, the 40 bits of Excel 97. */
function excel97Key(password: string, salt: Uint8Array): BlockKey {
  const short = md5(passwordBytes(password)).slice(0, 5);
  const parts = Array.from({ length: 16 }, () => [short, salt]).flat();
  const spread = md5(joinBytes(...parts)).slice(0, 5);
  return (block) => md5(joinBytes(spread, numberBytes(block)));
}

/** [MS-OFFCRYPTO] 2.3.5.2, what Excel 2003 and later write into an .xls. */
function cryptoApiKey(password: string, salt: Uint8Array, keyBytes: number): BlockKey {
  const hash = sha1(joinBytes(salt, passwordBytes(password)));
  return (block) => {
    const key = sha1(joinBytes(hash, numberBytes(block))).slice(0, keyBytes);
    return keyBytes === 5 ? sized(key, 16, 0) : key;
  };
}

function readKey(pass: Uint8Array, password: string): BlockKey {
  const view = new DataView(pass.buffer, pass.byteOffset, pass.byteLength);
  if (pass.length < 54 || view.getUint16(0, true) !== 1) throw new UnlockFailure('unknown');
  const major = view.getUint16(2, true);
  const minor = view.getUint16(4, true);
  let key: BlockKey;
  let verifierAt: number;
  let digest: typeof md5 | typeof sha1;
  if (major === 1 && minor === 1) {
    key = excel97Key(password, pass.subarray(6, 22));
    verifierAt = 22;
    digest = md5;
  } else if (minor === 2 && major >= 2 && major <= 4) {
    const start = 14 + view.getUint32(10, true);
    const isRc4 = view.getUint32(22, true) === 0x6801;
    if (!isRc4 || start + 60 > pass.length) throw new UnlockFailure('unknown');
    const keyBytes = (view.getUint32(30, true) || 40) / 8;
    key = cryptoApiKey(password, pass.subarray(start + 4, start + 20), keyBytes);
    verifierAt = start + 20;
    digest = sha1;
  } else throw new UnlockFailure('unknown');
  const next = createRc4(key(0));
  const opened = (from: number, length: number) =>
    pass.slice(from, from + length).map((byte) => byte ^ next());
  const verifier = opened(verifierAt, 16);
  // The newer form says the length of its hash in between.
  const hashAt = verifierAt + (digest === md5 ? 16 : 20);
  if (!isSameBytes(digest(verifier), opened(hashAt, digest.outputLen))) {
    throw new UnlockFailure('wrong-password');
  }
  return key;
}

/** The whole stream's key bytes, made block by block and asked for in order. */
function createKeyStream(key: BlockKey) {
  let block = -1;
  let bytes = new Uint8Array(0);
  return (at: number): number => {
    const wanted = Math.floor(at / BLOCK);
    if (wanted !== block) {
      block = wanted;
      const next = createRc4(key(block));
      bytes = Uint8Array.from({ length: BLOCK }, next);
    }
    return bytes[at % BLOCK] ?? 0;
  };
}

/**
 * The Workbook stream of a protected .xls with its records opened, protected by RC4 in either form.
 * Throws UnlockFailure.
 */
export function unlockRecords(
  stream: Uint8Array,
  filePass: RecordPlace,
  password: string,
): Uint8Array {
  const keyAt = createKeyStream(readKey(stream.subarray(filePass.start, filePass.end), password));
  const open = stream.slice();
  new DataView(open.buffer).setUint16(filePass.start - 4, HARMLESS, true);
  for (const { kind, start, end } of recordsOf(stream)) {
    if (NEVER_HIDDEN.has(kind)) continue;
    const from = kind === BOUND_SHEET ? start + 4 : start;
    for (let at = from; at < end; at++) open[at] = (stream[at] ?? 0) ^ keyAt(at);
  }
  return open;
}
