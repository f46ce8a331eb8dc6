import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { ExpectedError } from '../../lib/errors';
import { TextEncoder } from '../../lib/text-codec';
import { formOfPack, PACK_MAGIC, type PackForm } from './pack-form';
import { decodePackHeader, MAX_PACK_HEADER_BYTES, type PackHeader } from './pack-header';
import { openSeal } from './seal';

/**
 * A hand-off pack as a file: `QDHANDOF · u8 form`, then, behind the passphrase if it has one,
 * `u32 bytes of the header · header as JSON · 64 bytes signature · the parts`. The signature
 * (ed25519, RFC 8032) covers the header, which names length and SHA-256 of every part.
 */
const START = PACK_MAGIC.length + 1;
const LENGTH_BYTES = 4;
const SIGNATURE_BYTES = 64;
/** So that a signature under something else never passes for one under a pack. */
const SIGNED_AS = 'qunduo hand-off pack 1\n';

/** What is signed: the digest of the header under the name of what it is. */
export const digestToSign = (header: Uint8Array): Uint8Array =>
  sha256.create().update(new TextEncoder().encode(SIGNED_AS)).update(header).digest();

export const digestOfPart = (part: Uint8Array): string => bytesToHex(sha256(part));

/** What lies behind the form: to be sealed, or to follow the start of the file as it is. */
export function encodePack(
  header: Uint8Array,
  signature: Uint8Array,
  parts: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const size = parts.reduce((sum, part) => sum + part.byteLength, 0);
  const bytes = new Uint8Array(LENGTH_BYTES + header.byteLength + SIGNATURE_BYTES + size);
  new DataView(bytes.buffer).setUint32(0, header.byteLength);
  let at = LENGTH_BYTES;
  for (const chunk of [header, signature, ...parts]) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

export function encodePackFile(form: PackForm, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(START + content.byteLength);
  bytes.set(new TextEncoder().encode(PACK_MAGIC));
  bytes[PACK_MAGIC.length] = form === 'sealed' ? 1 : 0;
  bytes.set(content, START);
  return bytes;
}

export type Pack = { header: PackHeader; parts: Uint8Array[] };

/**
 * Opens a file and believes nothing of it before the signature and all digests hold. Refusals:
 * `pack-not-one`, `pack-passphrase`, `pack-newer`, `pack-damaged` (cut short, altered, no pack),
 * `pack-signature`.
 */
export function openPackFile(file: Uint8Array, passphrase: string): Pack {
  const sealed = file.subarray(START);
  const bytes = formOfPack(file) === 'sealed' ? openSeal(sealed, passphrase) : sealed;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength < LENGTH_BYTES ? Number.POSITIVE_INFINITY : view.getUint32(0);
  const signedTo = LENGTH_BYTES + length;
  if (length > MAX_PACK_HEADER_BYTES || signedTo + SIGNATURE_BYTES > bytes.byteLength) {
    throw new ExpectedError('pack-damaged');
  }
  const said = bytes.subarray(LENGTH_BYTES, signedTo);
  const header = decodePackHeader(said);
  const signature = bytes.subarray(signedTo, signedTo + SIGNATURE_BYTES);
  if (!isSignedBy(header.publicKey, signature, said)) throw new ExpectedError('pack-signature');
  return { header, parts: cutParts(header, bytes.subarray(signedTo + SIGNATURE_BYTES)) };
}

function isSignedBy(publicKey: string, signature: Uint8Array, header: Uint8Array): boolean {
  try {
    const key = hexToBytes(publicKey);
    return ed25519.verify(signature, digestToSign(header), key, { zip215: false });
  } catch {
    return false;
  }
}

function cutParts({ parts }: PackHeader, bytes: Uint8Array): Uint8Array[] {
  const size = parts.reduce((sum, part) => sum + part.bytes, 0);
  if (size !== bytes.byteLength) throw new ExpectedError('pack-damaged');
  let at = 0;
  return parts.map(({ bytes: length, sha256: digest }) => {
    const part = bytes.subarray(at, at + length);
    at += length;
    if (digestOfPart(part) !== digest) throw new ExpectedError('pack-damaged');
    return part;
  });
}

const WORDS = 6;

/** A key short enough to be read out on the phone: `3f2a 91bc …`, 24 hex digits of its SHA-256. */
export function fingerprintOf(publicKey: string): string {
  const digest = bytesToHex(sha256(hexToBytes(publicKey)));
  return Array.from({ length: WORDS }, (_, i) => digest.slice(i * 4, i * 4 + 4)).join(' ');
}
