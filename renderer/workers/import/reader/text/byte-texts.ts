import { TEXTS_PER_BLOCK, type TextTable } from '@shared/domain/import/sheet';

/** A block of texts that is still being filled. */
type Page = { index: number; bytes: Uint8Array; length: number; ends: Uint32Array; count: number };

const FIRST_BYTES = 65_536;
/** A string holds only so much; long texts close their block early. */
const PAGE_BYTES = 16_777_216;
const NUL = 0;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Collects texts from their UTF-8 bytes into a text table without a string for each of them. ASCII
 * texts lie in blocks of their own, which take one byte a letter instead of two.
 */
export function createByteTexts() {
  const blocks: TextTable['blocks'] = [];
  let ascii = open();
  let wide = open();

  function open(): Page {
    const index = blocks.length;
    blocks.push({ text: '', ends: new Uint32Array(0) });
    return {
      index,
      bytes: new Uint8Array(FIRST_BYTES),
      length: 0,
      ends: new Uint32Array(TEXTS_PER_BLOCK),
      count: 0,
    };
  }

  function closeAscii(): void {
    const { index, bytes, length, ends, count } = ascii;
    blocks[index] = { text: utf8.decode(bytes.subarray(0, length)), ends: ends.slice(0, count) };
  }

  /** Letters are counted after decoding: the texts are parted by zero bytes until then. */
  function closeWide(): void {
    const { index, bytes, length, ends, count } = wide;
    const parts = utf8.decode(bytes.subarray(0, length)).split('\0');
    let end = 0;
    for (let place = 0; place < count; place++) {
      end += parts[place]?.length ?? 0;
      ends[place] = end;
    }
    blocks[index] = { text: parts.join(''), ends: ends.slice(0, count) };
  }

  function append(page: Page, from: Uint8Array, start: number, end: number): void {
    const needed = page.length + end - start + 1;
    if (needed > page.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, page.bytes.length * 2));
      grown.set(page.bytes.subarray(0, page.length));
      page.bytes = grown;
    }
    const { bytes } = page;
    let { length } = page;
    for (let at = start; at < end; at++) bytes[length++] = from[at] ?? 0;
    page.length = length;
  }

  const isFull = (page: Page) => page.count === TEXTS_PER_BLOCK || page.length > PAGE_BYTES;

  return {
    /** The place of the text whose bytes lie from `start` to before `end`; no byte is zero. */
    add(from: Uint8Array, start: number, end: number, isAscii: boolean): number {
      if (isAscii) {
        if (isFull(ascii)) {
          closeAscii();
          ascii = open();
        }
        append(ascii, from, start, end);
        ascii.ends[ascii.count] = ascii.length;
        ascii.count += 1;
        return ascii.index * TEXTS_PER_BLOCK + ascii.count - 1;
      }
      if (isFull(wide)) {
        closeWide();
        wide = open();
      }
      append(wide, from, start, end);
      wide.bytes[wide.length++] = NUL;
      wide.count += 1;
      return wide.index * TEXTS_PER_BLOCK + wide.count - 1;
    },
    finish(): TextTable {
      closeAscii();
      closeWide();
      const last = blocks.length - 1;
      return { count: last * TEXTS_PER_BLOCK + (blocks[last]?.ends.length ?? 0), blocks };
    },
  };
}
