import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();
/** Compared with where there is no such seat, so that this costs what a wrong token costs. */
const NOBODY = new Uint8Array(32);
const NO_ID = '-';
const MAX_TOKEN = 400;

/** `<workspace>.<seat>.<secret>`: whoever looks it up asks one node only. The hub keeps the hash. */
export function makeToken(
  workspaceId: string,
  seatId: string,
): { token: string; hash: Uint8Array } {
  const token = `${workspaceId}.${seatId}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashOf(token) };
}

export type TokenClaim = { workspaceId: string; seatId: string; hash: Uint8Array };

/** What a token claims; of nonsense it is a claim that no seat fits. */
export function readToken(token: string | undefined): TokenClaim {
  const known = token !== undefined && token.length <= MAX_TOKEN ? token : '';
  const [workspaceId, seatId, secret, ...rest] = known.split('.');
  const isWhole = rest.length === 0 && /^[\w-]+$/.test(secret ?? '');
  const isClaim = isWhole && /^[\w-]+$/.test(workspaceId ?? '') && /^[\w-]+$/.test(seatId ?? '');
  return {
    workspaceId: isClaim && workspaceId ? workspaceId : NO_ID,
    seatId: isClaim && seatId ? seatId : NO_ID,
    hash: hashOf(known),
  };
}

/** In constant time; `stored` is absent where there is no such seat. */
export function isSameHash(hash: Uint8Array, stored: Uint8Array | undefined): boolean {
  const other = stored?.byteLength === hash.byteLength ? stored : NOBODY;
  return timingSafeEqual(hash, other) && stored !== undefined;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_DIGITS = 16;
const GROUP = 7;
const BITS = 5;
const UUID_DIGITS = 26;

/**
 * An invite as one reads it out: the workspace's id and a secret of 80 bits in Crockford's base 32
 * (no I, L, O, U), in groups of seven.
 */
export function makeCode(workspaceId: string): { code: string; hash: Uint8Array } {
  const secret = [...randomBytes(SECRET_DIGITS)].map((byte) => ALPHABET[byte % 32]).join('');
  const digits = encodeUuid(workspaceId) + secret;
  const groups = digits.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
  return { code: groups.join('-'), hash: hashOf(digits) };
}

/** What a typed code claims: upper or lower case, with or without dashes, O for 0 and I or L for 1. */
export function readCode(code: string): { workspaceId: string; hash: Uint8Array } {
  const digits = code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return {
    workspaceId: decodeUuid(digits.slice(0, UUID_DIGITS)) ?? NO_ID,
    hash: hashOf(digits),
  };
}

function encodeUuid(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`);
  let digits = '';
  for (let n = 0; n < UUID_DIGITS; n++) {
    digits = (ALPHABET[Number(rest & 31n)] ?? '') + digits;
    rest >>= BigInt(BITS);
  }
  return digits;
}

function decodeUuid(digits: string): string | undefined {
  if (digits.length !== UUID_DIGITS) return undefined;
  let value = 0n;
  for (const digit of digits) {
    const worth = ALPHABET.indexOf(digit);
    if (worth < 0) return undefined;
    value = (value << BigInt(BITS)) | BigInt(worth);
  }
  const hex = value.toString(16).padStart(32, '0');
  if (hex.length !== 32) return undefined;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
