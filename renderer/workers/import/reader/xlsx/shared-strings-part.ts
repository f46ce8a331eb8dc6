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
  stands,
} from './markup';
import { Refusal, Unrecognised } from './refusals';
import { StringItem } from './string-item';
import type { TextCollector } from './text-collector';

const ITEM = nameCode('si');
/** How nearly every text stands. */
const PLAIN_START = bytesOf('<si><t');
const KEPT_SPACE = bytesOf(' xml:space="preserve">');
const PLAIN_END = bytesOf('</t></si>');
/** The start of an item is no longer. */
const HEADROOM = 64;

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
      if (this.depth === 1) {
        const behind = this.plainItems(bytes, at, end);
        if (behind > at) {
          at = behind;
          continue;
        }
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
        this.enter(bytes, at, close);
        if (bytes[close - 1] === BYTE.slash) this.leave();
      }
      at = close + 1;
    }
    return at;
  };

  finish(): void {
    if (this.depth !== 0 || !this.sawRoot) throw new Refusal('damaged');
  }

  /** Reads items of one plain text as long as they come, and returns where it stopped. */
  private plainItems(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at + HEADROOM < end && stands(bytes, at, PLAIN_START)) {
      let from = at + PLAIN_START.length;
      if (bytes[from] === BYTE.greater) from += 1;
      else if (stands(bytes, from, KEPT_SPACE)) from += KEPT_SPACE.length;
      else return at;
      const to = this.texts.copyPlain(bytes, from, end);
      if (to < 0 || to + PLAIN_END.length > end || !stands(bytes, to, PLAIN_END)) return at;
      this.texts.addCopied();
      at = to + PLAIN_END.length;
    }
    return at;
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
