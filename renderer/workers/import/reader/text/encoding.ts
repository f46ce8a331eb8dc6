/** The encodings that text exports come in, in the order in which another one is offered. */
export const TEXT_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** What a text file was taken for, and as what else it could be read without a broken character. */
export type RecognisedText = { encoding: TextEncoding; others: TextEncoding[] };

const SAMPLE_BYTES = 262_144;
const WIDE_SAMPLE_BYTES = 8192;
const HEAD_BYTES = 2048;
const FEW = 2;
const CONTROL_SHARE = 0.02;
const BROKEN_SHARE = 0.02;
const COMMON_SHARE = 0.9;
const UNCOMMON_SHARE = 0.6;

/** From the first byte that is not ASCII on: what comes before tells nothing of the encoding. */
function telling(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return first < 0 ? bytes.subarray(0, 0) : bytes.subarray(first, first + SAMPLE_BYTES);
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  // `stream`: a character that the sample's end cuts is not broken.
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

/** Broken characters and how many are neither ASCII nor broken. */
function countBroken(text: string): { broken: number; wide: number } {
  let broken = 0;
  let wide = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code >= 0x80) wide++;
  }
  return { broken, wide };
}

const isCleanAs = (bytes: Uint8Array, encoding: TextEncoding) =>
  countBroken(decode(bytes, encoding)).broken === 0;

/** Text has hardly any control characters; pictures and programs are full of them. */
function isText(text: string): boolean {
  let odd = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code < 9 && code > 0) || (code > 13 && code < 32) || code === 0xfffd) odd++;
  }
  return odd <= Math.max(FEW, text.length * CONTROL_SHARE);
}

/** A character of names, numbers and marks in Chinese or Western text. */
const isUsual = (code: number) =>
  (code >= 0x20 && code < 0x250) ||
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x2000 && code < 0x2700) ||
  (code >= 0x3000 && code < 0x3100) ||
  (code >= 0x4e00 && code < 0xa000) ||
  (code >= 0xd800 && code < 0xe000) ||
  (code >= 0xff00 && code < 0xfff0);

/** Without its mark UTF-16 shows by the zero halves of its ASCII, all on the same side. */
function guessUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const head = bytes.subarray(0, Math.min(bytes.length, WIDE_SAMPLE_BYTES) & ~1);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if ((even === 0) === (odd === 0)) return undefined;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  const text = decode(head, encoding);
  let usual = 0;
  for (let index = 0; index < text.length; index++) {
    if (isUsual(text.charCodeAt(index))) usual++;
  }
  return usual >= text.length * COMMON_SHARE ? encoding : undefined;
}

/** The share of two-byte characters that lie in an encoding's rows of common characters. */
function commonShare(bytes: Uint8Array, isCommon: (lead: number, trail: number) => boolean) {
  let pairs = 0;
  let common = 0;
  for (let index = 0; index + 1 < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x81) continue;
    pairs++;
    if (isCommon(lead, bytes[index + 1] ?? 0)) common++;
    index++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** Level 1 of GB 2312 and its marks: nearly every character of a list written in China. */
const isCommonInGb = (lead: number, trail: number) =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
/** Level 1 of Big5 and its marks. */
const isCommonInBig5 = (lead: number, trail: number) =>
  lead >= 0xa1 &&
  lead <= 0xc6 &&
  ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe));

function recogniseNarrow(sample: Uint8Array): TextEncoding {
  if (sample.length === 0) return 'utf-8';
  const { broken, wide } = countBroken(decode(sample, 'utf-8'));
  // One damaged letter in a long list does not make it another encoding.
  if (broken === 0 || broken <= wide * BROKEN_SHARE) return 'utf-8';
  const isBig5 =
    isCleanAs(sample, 'big5') &&
    commonShare(sample, isCommonInBig5) >= COMMON_SHARE &&
    commonShare(sample, isCommonInGb) < UNCOMMON_SHARE;
  return isBig5 ? 'big5' : 'gb18030';
}

/** What a page or document says of itself; believed only where the bytes do not tell better. */
const DECLARED = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i;

function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  return /^\s*</.test(head) ? DECLARED.exec(head)?.[1]?.toLowerCase() : undefined;
}

function recognise(bytes: Uint8Array, sample: Uint8Array): TextEncoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const guess = guessUtf16(bytes) ?? recogniseNarrow(sample);
  const isBig5 = guess === 'gb18030' && declared(bytes) === 'big5' && isCleanAs(sample, 'big5');
  return isBig5 ? 'big5' : guess;
}

/**
 * By its mark, else by its zero bytes, else UTF-8 if that fits, else Big5 if that is certain, else
 * GB18030 (what Excel and WPS write in China). Undefined: this is no text.
 */
export function recogniseText(bytes: Uint8Array): RecognisedText | undefined {
  const sample = telling(bytes);
  const encoding = recognise(bytes, sample);
  if (!isText(decode(bytes.subarray(0, SAMPLE_BYTES), encoding))) return undefined;
  const isWide = encoding.startsWith('utf-16');
  const others = TEXT_ENCODINGS.filter((other) => {
    if (other === encoding || sample.length === 0) return false;
    if (isWide || other.startsWith('utf-16')) return false;
    return isCleanAs(sample, other);
  });
  return { encoding, others };
}
