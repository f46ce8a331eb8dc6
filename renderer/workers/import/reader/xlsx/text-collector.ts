import { TEXTS_PER_BLOCK, type TextTable } from '@shared/domain/import/sheet';
import { LIMITS } from './limits';
import { BYTE } from './markup';
import { Refusal } from './refusals';
import { writeUtf8 } from './text-pieces';

const FIRST_CAPACITY = 1 << 16;
const LETTER_X = 120;
/** `_x000D_` */
const ESCAPE_LENGTH = 7;

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** The code of the escape that begins at `at`, or -1. */
function escapedCode(bytes: Uint8Array, at: number, end: number): number {
  if (at + ESCAPE_LENGTH > end) return -1;
  if (bytes[at] !== BYTE.underscore || bytes[at + 1] !== LETTER_X) return -1;
  if (bytes[at + 6] !== BYTE.underscore) return -1;
  let code = 0;
  for (let index = at + 2; index < at + 6; index++) {
    const digit = hexDigit(bytes[index] ?? 0);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/**
 * Collects the texts of a workbook as UTF-8 and decodes a block of them at once: a string for each
 * cell is what makes other readers slow. UTF-16 lengths are counted from the lead bytes.
 */
export class TextCollector {
  count = 0;
  private readonly blocks: TextTable['blocks'] = [];
  private bytes = new Uint8Array(FIRST_CAPACITY);
  private length = 0;
  private total = 0;
  private units = 0;
  private ends = new Uint32Array(TEXTS_PER_BLOCK);
  private byteEnds = new Uint32Array(TEXTS_PER_BLOCK);
  private inBlock = 0;
  private copiedLength = 0;
  private copiedUnits = 0;
  private hasEmpty = false;

  /** Adds plain UTF-8 in which Excel's `_x000D_` escapes may stand; returns the text's place. */
  add(from: Uint8Array, start: number, end: number): number {
    if (this.inBlock === TEXTS_PER_BLOCK) this.closeBlock();
    this.reserve(end - start);
    const { bytes } = this;
    let to = this.length;
    let units = this.units;
    for (let at = start; at < end; at++) {
      const byte = from[at] ?? 0;
      if (byte === BYTE.underscore && from[at + 1] === LETTER_X) {
        const code = escapedCode(from, at, end);
        if (code >= 0) {
          const low = isHigh(code) ? escapedCode(from, at + ESCAPE_LENGTH, end) : -1;
          const isPair = isLow(low);
          const isHalf = !isPair && (isHigh(code) || isLow(code));
          const whole = isPair ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : code;
          to += writeUtf8(bytes, to, isHalf ? 0xfffd : whole);
          units += isPair ? 2 : 1;
          at += isPair ? 2 * ESCAPE_LENGTH - 1 : ESCAPE_LENGTH - 1;
          continue;
        }
      }
      bytes[to++] = byte;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return this.closeText(to, units);
  }

  /**
   * Copies text up to the next `<` without adding it yet, and returns where that is; -1 if a reference,
   * an escape or the end comes first. `addCopied` adds it.
   */
  copyPlain(from: Uint8Array, start: number, end: number): number {
    if (this.inBlock === TEXTS_PER_BLOCK) this.closeBlock();
    this.reserve(end - start);
    const { bytes } = this;
    let to = this.length;
    let { units } = this;
    for (let at = start; at < end; at++) {
      const byte = from[at] ?? 0;
      if (byte === BYTE.less) {
        this.copiedLength = to;
        this.copiedUnits = units;
        return at;
      }
      if (byte === BYTE.ampersand || byte === BYTE.carriageReturn) return -1;
      if (byte === BYTE.underscore && from[at + 1] === LETTER_X) return -1;
      bytes[to++] = byte;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return -1;
  }

  addCopied(): void {
    this.closeText(this.copiedLength, this.copiedUnits);
  }

  isEmpty(place: number): boolean {
    if (!this.hasEmpty) return false;
    const ends = this.blocks[Math.floor(place / TEXTS_PER_BLOCK)]?.ends ?? this.ends;
    const within = place % TEXTS_PER_BLOCK;
    return ends[within] === (within === 0 ? 0 : ends[within - 1]);
  }

  finish(): TextTable {
    if (this.inBlock > 0) this.closeBlock();
    return { count: this.count, blocks: this.blocks };
  }

  private closeText(length: number, units: number): number {
    if (length === this.length) this.hasEmpty = true;
    this.length = length;
    this.units = units;
    this.ends[this.inBlock] = units;
    this.byteEnds[this.inBlock] = length;
    this.inBlock += 1;
    this.count += 1;
    return this.count - 1;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    if (this.total + this.length + more > LIMITS.textBytes) throw new Refusal('too-large');
    const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }

  private closeBlock(): void {
    if (this.count > LIMITS.texts) throw new Refusal('too-large');
    const bytes = this.bytes.subarray(0, this.length);
    let ends: Uint32Array<ArrayBuffer> = this.ends.slice(0, this.inBlock);
    let text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (text.length !== this.units) ({ text, ends } = this.decodeOneByOne());
    this.blocks.push({ text, ends });
    this.total += this.length;
    this.length = 0;
    this.units = 0;
    this.inBlock = 0;
  }

  /** Broken UTF-8 decodes to another length than its lead bytes tell. */
  private decodeOneByOne(): { text: string; ends: Uint32Array<ArrayBuffer> } {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const ends = new Uint32Array(this.inBlock);
    const parts: string[] = [];
    let start = 0;
    let end = 0;
    for (let index = 0; index < this.inBlock; index++) {
      const byteEnd = this.byteEnds[index] ?? 0;
      const part = decoder.decode(this.bytes.subarray(start, byteEnd));
      parts.push(part);
      end += part.length;
      ends[index] = end;
      start = byteEnd;
    }
    return { text: parts.join(''), ends };
  }
}
