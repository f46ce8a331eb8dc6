/** What the scanner tells: filled cells with their bytes, and each row's end with its width. */
export type CellSink = {
  cell: (row: number, column: number, bytes: Uint8Array, start: number, end: number) => void;
  endRow: (width: number) => void;
};

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const NUL = 0;

/** No spreadsheet holds so long a cell: the quote that opened it was a letter, not a quote. */
const LONGEST_QUOTED = 262_144;
/** After so many of those a quoted cell has to end in its own line. */
const LOOSE_QUOTES = 16;

const STATE = { start: 0, plain: 1, quoted: 2, afterQuote: 3 } as const;

/** What follows the apostrophe by which a spreadsheet keeps a number or formula as text. */
const isGuarded = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || [0x2b, 0x2d, 0x3d, 0x40].includes(byte));

/** Doubled quotes become one, CRLF inside a cell the LF of spreadsheets. Returns the new length. */
function unescapeQuoted(bytes: Uint8Array, length: number): number {
  let to = 0;
  for (let from = 0; from < length; from++) {
    const byte = bytes[from] ?? 0;
    const next = from + 1 < length ? bytes[from + 1] : undefined;
    if (byte === CR && next === LF) continue;
    bytes[to++] = byte;
    if (byte === QUOTE && next === QUOTE) from++;
  }
  return to;
}

/**
 * Parts UTF-8 text into cells, in pieces of any length: RFC 4180 with what real files do besides.
 * CR, LF and CRLF end a row, mixed or not; quotes that were never escaped stay letters; zero bytes
 * are dropped; `="00123"`, `'00123` and TABs around a value, by which exports keep numbers from
 * being rounded, are taken off.
 */
export function createTextScanner(delimiter: number, sink: CellSink) {
  const stops = new Uint8Array(256);
  for (const byte of [delimiter, LF, CR, NUL]) stops[byte] = 1;
  let state: number = STATE.start;
  let row = 0;
  let column = 0;
  let cell = new Uint8Array(4096);
  let length = 0;
  let spaces = 0;
  let isEscaped = false;
  let isAfterCr = false;
  let isLiteral = false;
  let loose = 0;

  function append(bytes: Uint8Array, start: number, end: number): void {
    const needed = length + end - start;
    if (needed > cell.length) {
      const grown = new Uint8Array(Math.max(needed, cell.length * 2));
      grown.set(cell.subarray(0, length));
      cell = grown;
    }
    for (let at = start; at < end; at++) cell[length++] = bytes[at] ?? 0;
  }

  function appendQuoteAndSpaces(): void {
    append(Uint8Array.of(QUOTE), 0, 1);
    for (; spaces > 0; spaces--) append(Uint8Array.of(SPACE), 0, 1);
  }

  function give(bytes: Uint8Array, from: number, to: number): void {
    let start = from;
    let end = to;
    while (start < end && bytes[start] === TAB) start++;
    while (end > start && bytes[end - 1] === TAB) end--;
    const first = bytes[start];
    if (first === EQUALS && bytes[start + 1] === QUOTE && end - start >= 3) {
      const isWhole = bytes.indexOf(QUOTE, start + 2) === end - 1;
      if (isWhole) {
        start += 2;
        end -= 1;
      }
    } else if (first === APOSTROPHE && end - start > 1 && isGuarded(bytes[start + 1])) start += 1;
    if (start < end) sink.cell(row, column, bytes, start, end);
  }

  /** Ends the cell at the byte that parted it from the next. */
  function close(byte: number, bytes: Uint8Array, start: number, end: number): void {
    give(bytes, start, end);
    length = 0;
    isEscaped = false;
    state = STATE.start;
    if (byte === delimiter) {
      column += 1;
      return;
    }
    sink.endRow(column + 1);
    row += 1;
    column = 0;
    isLiteral = false;
    isAfterCr = byte === CR;
  }

  function closeQuoted(byte: number): void {
    if (isEscaped || cell.subarray(0, length).includes(CR)) length = unescapeQuoted(cell, length);
    spaces = 0;
    close(byte, cell, 0, length);
  }

  /** The quote at the cell's start turned out to be a letter: reads the cell again as such. */
  function rewind(): void {
    const again = cell.slice(0, length);
    loose += 1;
    isLiteral = true;
    isEscaped = false;
    spaces = 0;
    length = 0;
    append(Uint8Array.of(QUOTE), 0, 1);
    state = STATE.plain;
    push(again);
  }

  /** Reads on in a plain cell; returns the place behind what was taken. */
  function takePlain(bytes: Uint8Array, start: number): number {
    let end = start;
    while (end < bytes.length && stops[bytes[end] ?? 0] === 0) end++;
    const byte = bytes[end];
    if (byte === undefined || byte === NUL || length > 0) append(bytes, start, end);
    if (byte === undefined) return end;
    if (byte !== NUL) {
      if (length > 0) close(byte, cell, 0, length);
      else close(byte, bytes, start, end);
    }
    return end + 1;
  }

  function takeQuoted(bytes: Uint8Array, start: number): number {
    let end = start;
    const endsInLine = loose >= LOOSE_QUOTES;
    const limit = Math.min(bytes.length, start + LONGEST_QUOTED);
    for (; end < limit; end++) {
      const byte = bytes[end];
      if (byte === QUOTE || byte === NUL) break;
      if (endsInLine && (byte === LF || byte === CR)) break;
    }
    append(bytes, start, end);
    const byte = bytes[end];
    if (length > LONGEST_QUOTED || (endsInLine && (byte === LF || byte === CR))) {
      rewind();
      return end;
    }
    if (byte === undefined || end === limit) return end;
    if (byte === QUOTE) state = STATE.afterQuote;
    return end + 1;
  }

  function takeAfterQuote(byte: number): void {
    if (byte === delimiter || byte === LF || byte === CR) closeQuoted(byte);
    else if (byte === SPACE || byte === TAB) spaces += 1;
    else if (byte === QUOTE && spaces === 0) {
      append(Uint8Array.of(QUOTE, QUOTE), 0, 2);
      isEscaped = true;
      state = STATE.quoted;
    } else if (byte !== NUL) {
      appendQuoteAndSpaces();
      if (byte === QUOTE) return;
      append(Uint8Array.of(byte), 0, 1);
      state = STATE.quoted;
    }
  }

  function push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (state === STATE.start) {
        const byte = bytes[at] ?? 0;
        const isSecondOfBreak = isAfterCr && byte === LF;
        isAfterCr = false;
        if (isSecondOfBreak) {
          at += 1;
          continue;
        }
        const isOpening = byte === QUOTE && !isLiteral;
        state = isOpening ? STATE.quoted : STATE.plain;
        if (isOpening) at += 1;
      } else if (state === STATE.plain) at = takePlain(bytes, at);
      else if (state === STATE.quoted) at = takeQuoted(bytes, at);
      else {
        takeAfterQuote(bytes[at] ?? 0);
        at += 1;
      }
    }
  }

  return {
    push,
    end(): void {
      while (state === STATE.quoted) rewind();
      if (state === STATE.afterQuote) closeQuoted(LF);
      else if (state === STATE.plain || column > 0) close(LF, cell, 0, length);
    },
  };
}
