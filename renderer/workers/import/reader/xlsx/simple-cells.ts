import { plainNumber, smallWhole } from './cell-number';
import { type CellWriter, TYPE } from './cell-writer';
import { LIMITS } from './limits';
import { BYTE, bytesOf, stands } from './markup';

/**
 * Where the sheet is; `column` is that of the last cell, -1 before the first. `isNumbered`: the row
 * tells its number itself.
 */
export type RowPlace = { row: number; column: number; isNumbered: boolean };

/** A simple cell is no longer than this, so inside of it no end of the buffer can be met. */
const REACH = 512;
/** What may be looked at behind it. */
const TAIL = 16;

const C = 99;
const E = 101;
const I = 105;
const N = 110;
const R = 114;
const S = 115;
const T = 116;
const V = 118;

/** `</v></c>` */
function endsValue(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === BYTE.less &&
    bytes[at + 1] === BYTE.slash &&
    bytes[at + 2] === V &&
    bytes[at + 3] === BYTE.greater &&
    endsCell(bytes, at + 4)
  );
}

/** `</c>` */
function endsCell(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === BYTE.less &&
    bytes[at + 1] === BYTE.slash &&
    bytes[at + 2] === C &&
    bytes[at + 3] === BYTE.greater
  );
}

/** The type in a `t` attribute whose value begins at `at`; its length is `typeLength`. */
function typeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (bytes[at + 1] === BYTE.quote) {
    if (first === S) return TYPE.shared;
    if (first === N) return TYPE.number;
    if (first === E) return TYPE.error;
    return first === 98 ? TYPE.boolean : -1;
  }
  if (first === S && bytes[at + 1] === T && bytes[at + 2] === R && bytes[at + 3] === BYTE.quote) {
    return TYPE.string;
  }
  return first === I && bytes[at + 9] === BYTE.quote ? TYPE.inline : -1;
}

function typeLength(type: number): number {
  if (type === TYPE.inline) return 9;
  return type === TYPE.string ? 3 : 1;
}

/** The next `<`, or -1 if a reference, a line end to normalise or too long a text comes first. */
function plainTextEnd(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const byte = bytes[at];
    if (byte === BYTE.less) return at;
    if (byte === BYTE.ampersand || byte === BYTE.carriageReturn) return -1;
  }
  return -1;
}

const INLINE_START = bytesOf('<is><t');
const INLINE_END = bytesOf('</t></is></c>');

/** Reads `<is><t>…</t></is></c>` at `at` and returns what is behind it, or -1 if it is not that. */
function inlineCell(
  bytes: Uint8Array,
  at: number,
  limit: number,
  place: RowPlace,
  column: number,
  writer: CellWriter,
): number {
  if (!stands(bytes, at, INLINE_START)) return -1;
  let from = at + INLINE_START.length;
  // The one attribute is xml:space, whose values hold no mark.
  while (from < limit && bytes[from] !== BYTE.greater) from += 1;
  if (bytes[from - 1] === BYTE.slash) return -1;
  const to = plainTextEnd(bytes, from + 1, limit);
  if (to < 0 || !stands(bytes, to, INLINE_END)) return -1;
  writer.text(place.row, column, bytes, from + 1, to);
  return to + INLINE_END.length;
}

const NEXT_ROW = bytesOf('</row><row r="');

/** Goes on from the end of a row to the inside of the next, or returns -1 if it is not plain to see. */
function nextRow(bytes: Uint8Array, at: number, place: RowPlace): number {
  if (!stands(bytes, at, NEXT_ROW)) return -1;
  let next = at + NEXT_ROW.length;
  let number = 0;
  let byte = bytes[next] ?? 0;
  for (; byte >= 48 && byte <= 57 && number < 1e8; byte = bytes[++next] ?? 0) {
    number = number * 10 + byte - 48;
  }
  if (byte !== BYTE.quote || number === 0 || number > LIMITS.rows) return -1;
  let isQuoted = false;
  const limit = at + REACH;
  for (next += 1; next < limit; next++) {
    const other = bytes[next];
    if (other === BYTE.quote) isQuoted = !isQuoted;
    else if (other === BYTE.apostrophe || other === BYTE.less) return -1;
    else if (other === BYTE.greater && !isQuoted) break;
  }
  if (next >= limit || bytes[next - 1] === BYTE.slash) return -1;
  place.row = number - 1;
  place.column = -1;
  place.isNumbered = true;
  return next + 1;
}

/**
 * Reads cells in the form that nearly every writer uses (`<c r="B2" s="1" t="s"><v>5</v></c>`) as long as
 * they come, row after row, and returns where it stopped: at the first thing of another form, and
 * shortly before the end of the buffer, both of which are left to the general scanner.
 */
export function readSimpleCells(
  bytes: Uint8Array,
  start: number,
  end: number,
  place: RowPlace,
  writer: CellWriter,
): number {
  let { row } = place;
  let at = start;
  while (at + REACH + TAIL < end) {
    if (bytes[at + 1] === BYTE.slash) {
      const inside = nextRow(bytes, at, place);
      if (inside < 0) return at;
      at = inside;
      row = place.row;
      continue;
    }
    if (bytes[at] !== BYTE.less || bytes[at + 1] !== C || bytes[at + 2] !== BYTE.space) return at;
    let next = at + 3;
    let column = place.column + 1;
    let type: number = TYPE.number;
    let style = 0;
    for (;;) {
      const name = bytes[next];
      if (bytes[next + 1] !== BYTE.equals || bytes[next + 2] !== BYTE.quote) return at;
      next += 3;
      if (name === R) {
        let letters = 0;
        let byte = bytes[next] ?? 0;
        for (; byte >= 65 && byte <= 90 && letters < 1e6; byte = bytes[++next] ?? 0) {
          letters = letters * 26 + byte - 64;
        }
        let number = 0;
        for (; byte >= 48 && byte <= 57 && number < 1e8; byte = bytes[++next] ?? 0) {
          number = number * 10 + byte - 48;
        }
        if (number !== row + 1 || letters === 0 || letters > LIMITS.columns) return at;
        column = letters - 1;
      } else if (name === S) {
        style = 0;
        let byte = bytes[next] ?? 0;
        for (; byte >= 48 && byte <= 57 && style < 1e8; byte = bytes[++next] ?? 0) {
          style = style * 10 + byte - 48;
        }
      } else if (name === T) {
        type = typeAt(bytes, next);
        if (type < 0) return at;
        next += typeLength(type);
      } else return at;
      if (bytes[next] !== BYTE.quote) return at;
      next += 1;
      if (bytes[next] !== BYTE.space) break;
      next += 1;
    }
    if (column >= LIMITS.columns || next > at + REACH) return at;
    if (bytes[next] === BYTE.slash && bytes[next + 1] === BYTE.greater) next += 2;
    else if (bytes[next] !== BYTE.greater) return at;
    else if (type === TYPE.inline) {
      next = inlineCell(bytes, next + 1, at + REACH, place, column, writer);
      if (next < 0) return at;
    } else {
      // `<v>`
      if (bytes[next + 1] !== BYTE.less || bytes[next + 2] !== V) return at;
      if (bytes[next + 3] !== BYTE.greater) return at;
      const from = next + 4;
      const to = plainTextEnd(bytes, from, at + REACH);
      if (to < 0 || !endsValue(bytes, to)) return at;
      if (type === TYPE.shared) {
        const text = smallWhole(bytes, from, to);
        if (text < 0) return at;
        writer.shared(row, column, text);
      } else if (type === TYPE.number) {
        const value = plainNumber(bytes, from, to);
        if (Number.isNaN(value)) writer.value(row, column, type, style, bytes, from, to);
        else writer.number(row, column, value, style);
      } else writer.value(row, column, type, style, bytes, from, to);
      next = to + 8;
    }
    place.column = column;
    at = next;
  }
  return at;
}
