import { BYTE } from './markup';

const FIRST_CAPACITY = 1024;
const LONGEST_REFERENCE = 12;
const NAMED: Readonly<Record<string, number>> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };
const NUMERIC = /^#(?:x([0-9a-f]+)|(\d+))$/i;
const REPLACEMENT = 0xfffd;
const SEMICOLON = 59;

/** What a reference stands for, or `undefined`: an ampersand that nobody escaped stays one. */
function referenced(name: string): number | undefined {
  const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (known !== undefined) return known;
  const match = NUMERIC.exec(name);
  if (!match) return undefined;
  const code = match[1] ? Number.parseInt(match[1], 16) : Number(match[2]);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > 0x10ffff || isSurrogate ? REPLACEMENT : code;
}

function nameBefore(bytes: Uint8Array, from: number, to: number): string | undefined {
  let name = '';
  for (let at = from; at < to && at - from < LONGEST_REFERENCE; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === SEMICOLON) return name;
    name += String.fromCharCode(byte);
  }
  return undefined;
}

/** Text of a cell that comes in pieces (runs, CDATA, references), as plain UTF-8. */
export class TextPieces {
  bytes = new Uint8Array(FIRST_CAPACITY);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Text as it stands between tags: references are resolved, line ends become `\n`. */
  addText(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    for (let at = start; at < end; at++) {
      const byte = from[at] ?? 0;
      if (byte === BYTE.ampersand) {
        const name = nameBefore(from, at + 1, end);
        const code = name === undefined ? undefined : referenced(name);
        if (name !== undefined && code !== undefined) {
          this.addCode(code);
          at += name.length + 1;
          continue;
        }
      }
      if (byte === BYTE.carriageReturn) {
        if (from[at + 1] !== BYTE.lineFeed || at + 1 >= end)
          this.bytes[this.length++] = BYTE.lineFeed;
      } else this.bytes[this.length++] = byte;
    }
  }

  /** Bytes that stand for themselves. */
  addRaw(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    this.bytes.set(from.subarray(start, end), this.length);
    this.length += end - start;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }

  /** A code takes no more bytes than its reference did, so room is reserved already. */
  private addCode(code: number): void {
    this.length += writeUtf8(this.bytes, this.length, code);
  }
}

/** Returns how many bytes the code took. */
export function writeUtf8(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    bytes[at] = code;
    return 1;
  }
  if (code < 0x800) {
    bytes[at] = 0xc0 | (code >> 6);
    bytes[at + 1] = 0x80 | (code & 63);
    return 2;
  }
  if (code < 0x10000) {
    bytes[at] = 0xe0 | (code >> 12);
    bytes[at + 1] = 0x80 | ((code >> 6) & 63);
    bytes[at + 2] = 0x80 | (code & 63);
    return 3;
  }
  bytes[at] = 0xf0 | (code >> 18);
  bytes[at + 1] = 0x80 | ((code >> 12) & 63);
  bytes[at + 2] = 0x80 | ((code >> 6) & 63);
  bytes[at + 3] = 0x80 | (code & 63);
  return 4;
}
