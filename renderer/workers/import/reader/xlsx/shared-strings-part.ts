import {
  BYTE,
  bytesOf,
  CDATA_END_LENGTH,
  CDATA_LENGTH,
  endOfSpecial,
  endOfTag,
  isCdata,
  longName,
  NEEDS_MORE,
  nameCode,
  shortName,
} from './markup';
import { Refusal, Unrecognised } from './refusals';
import { StringItem } from './string-item';
import type { TextCollector } from './text-collector';

const ITEM = nameCode('si');
const TEXT = nameCode('t');
/** How nearly every text ends. */
const PLAIN_END = bytesOf('</t></si>');

/** Reads the workbook's shared texts into the collector; feed it with `scanPart`, then `finish`. */
export class SharedStringsScanner {
  private readonly texts: TextCollector;
  private readonly item = new StringItem();
  private isInItem = false;
  private depth = 0;
  private sawRoot = false;

  constructor(texts: TextCollector) {
    this.texts = texts;
  }

  readonly scan = (bytes: Uint8Array, end: number): number => {
    let at = 0;
    while (at < end) {
      if (bytes[at] !== BYTE.less) {
        let next = at;
        while (next < end && bytes[next] !== BYTE.less) next += 1;
        const isText = this.isInItem && this.item.takesText;
        if (isText && next === end) return at;
        if (isText) this.item.pieces.addText(bytes, at, next);
        at = next;
        continue;
      }
      if (at + 1 >= end) return at;
      const second = bytes[at + 1];
      if (second === BYTE.exclamation || second === BYTE.question) {
        const behind = endOfSpecial(bytes, at, end);
        if (behind === NEEDS_MORE) return at;
        if (this.isInItem && this.item.takesText && isCdata(bytes, at, end)) {
          this.item.pieces.addRaw(bytes, at + CDATA_LENGTH, behind - CDATA_END_LENGTH);
        }
        at = behind;
        continue;
      }
      const close = endOfTag(bytes, at, end);
      if (close === NEEDS_MORE) return at;
      if (second === BYTE.slash) this.leave();
      else {
        const isEmpty = bytes[close - 1] === BYTE.slash;
        const plain = isEmpty ? NEEDS_MORE : this.plainText(bytes, at, close, end);
        if (plain !== NEEDS_MORE) {
          at = plain;
          continue;
        }
        this.enter(bytes, at, close);
        if (isEmpty) this.leave();
      }
      at = close + 1;
    }
    return at;
  };

  finish(): void {
    if (this.depth !== 0 || !this.sawRoot) throw new Refusal('damaged');
  }

  /** A text of one piece without references, up to the end of its item; or `NEEDS_MORE`. */
  private plainText(bytes: Uint8Array, at: number, close: number, end: number): number {
    if (this.depth !== 2 || !this.isInItem || this.item.pieces.length > 0) return NEEDS_MORE;
    if (shortName(bytes, at, close) !== TEXT) return NEEDS_MORE;
    let to = close + 1;
    for (; to < end; to++) {
      const byte = bytes[to];
      if (byte === BYTE.less) break;
      if (byte === BYTE.ampersand || byte === BYTE.carriageReturn) return NEEDS_MORE;
    }
    if (to + PLAIN_END.length > end) return NEEDS_MORE;
    for (let index = 0; index < PLAIN_END.length; index++) {
      if (bytes[to + index] !== PLAIN_END[index]) return NEEDS_MORE;
    }
    this.texts.add(bytes, close + 1, to);
    this.isInItem = false;
    this.depth = 1;
    return to + PLAIN_END.length;
  }

  private enter(bytes: Uint8Array, at: number, close: number): void {
    this.depth += 1;
    if (this.isInItem) this.item.enter(shortName(bytes, at, close));
    else if (this.depth === 1) {
      if (longName(bytes, at, close) !== 'sst') throw new Unrecognised('shared strings');
      this.sawRoot = true;
    } else if (this.depth === 2 && shortName(bytes, at, close) === ITEM) {
      this.isInItem = true;
      this.item.begin();
    }
  }

  private leave(): void {
    this.depth -= 1;
    if (this.depth < 0) throw new Unrecognised('nesting');
    if (!this.isInItem || !this.item.leave()) return;
    this.isInItem = false;
    this.texts.add(this.item.pieces.bytes, 0, this.item.pieces.length);
  }
}
