/** Bytes that text is written into, at most seven for each of its characters (`_x0001_`). */
const MOST_PER_CHARACTER = 7;
const FIRST_SIZE = 1 << 19;

const LESS = [38, 108, 116, 59];
const GREATER = [38, 103, 116, 59];
const AMPERSAND = [38, 97, 109, 112, 59];
const ESCAPED = /^_x[0-9A-Fa-f]{4}_/;

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/**
 * UTF-8 written byte by byte: a hundred thousand rows are forty million characters of markup, which
 * as strings would be joined, flattened and encoded again.
 */
export class ByteSink {
  private bytes = new Uint8Array(FIRST_SIZE);
  length = 0;

  /** Room for so many more bytes. */
  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }

  put(markup: Uint8Array): void {
    this.reserve(markup.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < markup.length; i += 1) bytes[at++] = markup[i] ?? 0;
    this.length = at;
  }

  /** Text that is known to be ASCII and to need no escape: numbers, references. */
  ascii(text: string): void {
    this.reserve(text.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i += 1) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Text as it is. */
  text(text: string): void {
    this.reserve(text.length * 3);
    const { written } = encoder.encodeInto(text, this.bytes.subarray(this.length));
    this.length += written;
  }

  /**
   * Text inside an XML element. What XML cannot carry (control characters, lone surrogates) and what
   * it would change (a carriage return) is written as `_x000D_`, the way spreadsheets escape it; a
   * text that has such letters itself gets its underscore escaped.
   */
  xmlText(text: string): void {
    this.reserve(text.length * MOST_PER_CHARACTER);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 38) at = copy(AMPERSAND, bytes, at);
      else if (code === 60) at = copy(LESS, bytes, at);
      else if (code === 62) at = copy(GREATER, bytes, at);
      else if (code === 95 && ESCAPED.test(text.slice(i, i + 7))) at = escapeCode(code, bytes, at);
      else if (code < 32 && code !== 9 && code !== 10) at = escapeCode(code, bytes, at);
      else if (code < 0x80) bytes[at++] = code;
      else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 63);
      } else if (code >= 0xd800 && code <= 0xdfff) {
        const pair = text.codePointAt(i) ?? code;
        if (pair === code) at = escapeCode(code, bytes, at);
        else {
          bytes[at++] = 0xf0 | (pair >> 18);
          bytes[at++] = 0x80 | ((pair >> 12) & 63);
          bytes[at++] = 0x80 | ((pair >> 6) & 63);
          bytes[at++] = 0x80 | (pair & 63);
          i += 1;
        }
      } else if (code >= 0xfffe) at = escapeCode(code, bytes, at);
      else {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 63);
        bytes[at++] = 0x80 | (code & 63);
      }
    }
    this.length = at;
  }

  /** What was written so far, valid until more is written; `clear` begins anew. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  /** The same as bytes of their own; writing begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

function copy(from: readonly number[], to: Uint8Array, at: number): number {
  let next = at;
  for (const byte of from) to[next++] = byte;
  return next;
}

function escapeCode(code: number, to: Uint8Array, at: number): number {
  let next = at;
  const name = `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
  for (let i = 0; i < name.length; i += 1) to[next++] = name.charCodeAt(i);
  return next;
}
