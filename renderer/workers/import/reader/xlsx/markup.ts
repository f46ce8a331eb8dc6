import { Refusal, Unrecognised } from './refusals';

/** The bytes that matter in markup. */
export const BYTE = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  exclamation: 33,
  quote: 34,
  ampersand: 38,
  apostrophe: 39,
  slash: 47,
  colon: 58,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  underscore: 95,
} as const;

export const NEEDS_MORE = -1;

/** Of ASCII text. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
const COMMENT = bytesOf('<!--');
const COMMENT_END = bytesOf('-->');
const CDATA = bytesOf('<![CDATA[');
const CDATA_END = bytesOf(']]>');
const INSTRUCTION_END = bytesOf('?>');

export const CDATA_LENGTH = CDATA.length;
export const CDATA_END_LENGTH = CDATA_END.length;

/** Whether the bytes at `at` are these; the buffer must reach that far. */
export function stands(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

function fits(bytes: Uint8Array, at: number, end: number, wanted: Uint8Array): boolean {
  return at + wanted.length <= end && stands(bytes, at, wanted);
}

/** Behind the next `wanted`, or `NEEDS_MORE`. */
function behind(bytes: Uint8Array, from: number, end: number, wanted: Uint8Array): number {
  const first = wanted[0] ?? 0;
  for (
    let at = bytes.indexOf(first, from);
    at >= 0 && at < end;
    at = bytes.indexOf(first, at + 1)
  ) {
    if (fits(bytes, at, end, wanted)) return at + wanted.length;
  }
  return NEEDS_MORE;
}

export const isCdata = (bytes: Uint8Array, at: number, end: number) => fits(bytes, at, end, CDATA);

/**
 * Behind the comment, CDATA section or processing instruction at `at`, or `NEEDS_MORE`. A document
 * type is refused: no spreadsheet has one, XML bombs and files that fetch others do.
 */
export function endOfSpecial(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 1] === BYTE.question) return behind(bytes, at + 2, end, INSTRUCTION_END);
  if (end - at < CDATA.length) return NEEDS_MORE;
  if (fits(bytes, at, end, COMMENT)) return behind(bytes, at + COMMENT.length, end, COMMENT_END);
  if (fits(bytes, at, end, CDATA)) return behind(bytes, at + CDATA.length, end, CDATA_END);
  throw new Refusal('unsafe');
}

/** The `>` of the tag at `at`, or `NEEDS_MORE`. */
export function endOfTag(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let index = at + 1; index < end; index++) {
    const byte = bytes[index] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === BYTE.greater) return index;
    else if (byte === BYTE.quote || byte === BYTE.apostrophe) quote = byte;
    else if (byte === BYTE.less) throw new Unrecognised('a tag within a tag');
  }
  return NEEDS_MORE;
}

export function isSpace(byte: number): boolean {
  return byte <= BYTE.space && (byte === BYTE.space || (byte >= BYTE.tab && byte <= 13));
}

function nameStart(bytes: Uint8Array, at: number, close: number): number {
  const from = at + (bytes[at + 1] === BYTE.slash ? 2 : 1);
  for (let index = from; index < close; index++) {
    const byte = bytes[index] ?? 0;
    if (byte === BYTE.colon) return index + 1;
    if (byte === BYTE.slash || isSpace(byte)) break;
  }
  return from;
}

/**
 * The name without its prefix of the tag between `at` (its `<`) and `close` (its `>`), its bytes in one
 * number (`nameCode`); 0 for names of more than four letters.
 */
export function shortName(bytes: Uint8Array, at: number, close: number): number {
  let code = 0;
  const from = nameStart(bytes, at, close);
  for (let index = from; index < close; index++) {
    const byte = bytes[index] ?? 0;
    if (byte === BYTE.slash || isSpace(byte)) break;
    if (index - from === 4) return 0;
    code = code * 256 + byte;
  }
  return code;
}

export function nameCode(name: string): number {
  return bytesOf(name).reduce((code, byte) => code * 256 + byte, 0);
}

/** The same name in letters. */
export function longName(bytes: Uint8Array, at: number, close: number): string {
  let name = '';
  for (let index = nameStart(bytes, at, close); index < close; index++) {
    const byte = bytes[index] ?? 0;
    if (byte === BYTE.slash || isSpace(byte)) break;
    name += String.fromCharCode(byte);
  }
  return name;
}

/**
 * The first byte of an attribute's value in this tag, or -1 without it; the value ends at the quote
 * that stands before it.
 */
export function attributeStart(
  bytes: Uint8Array,
  at: number,
  close: number,
  name: Uint8Array,
): number {
  let index = at + 1;
  while (index < close && !isSpace(bytes[index] ?? 0)) index += 1;
  while (index < close) {
    while (index < close && isSpace(bytes[index] ?? 0)) index += 1;
    const from = index;
    while (index < close && bytes[index] !== BYTE.equals && !isSpace(bytes[index] ?? 0)) index += 1;
    const isWanted = index - from === name.length && fits(bytes, from, close, name);
    while (index < close && isSpace(bytes[index] ?? 0)) index += 1;
    if (bytes[index] !== BYTE.equals) return NEEDS_MORE;
    index += 1;
    while (index < close && isSpace(bytes[index] ?? 0)) index += 1;
    const quote = bytes[index];
    if (quote !== BYTE.quote && quote !== BYTE.apostrophe) throw new Unrecognised('an attribute');
    if (isWanted) return index + 1;
    index = bytes.indexOf(quote, index + 1) + 1;
    if (index === 0) return NEEDS_MORE;
  }
  return NEEDS_MORE;
}
