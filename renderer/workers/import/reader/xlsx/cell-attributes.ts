import { cellType, TYPE } from './cell-writer';
import { BYTE, isSpace } from './markup';
import { Unrecognised } from './refusals';

/** A cell's attributes; `reference` is where the value of `r` begins, -1 without it. */
export type CellAttributes = { reference: number; style: number; type: number };

const R = 114;
const S = 115;
const T = 116;
/** `inlineStr` */
const LONGEST_TYPE = 9;

function typeOf(bytes: Uint8Array, from: number, to: number): number {
  // One letter for nearly all cells: no text is made for it.
  if (to - from === 1 && bytes[from] === S) return TYPE.shared;
  let name = '';
  for (let at = from; at < to && at <= from + LONGEST_TYPE; at++) {
    name += String.fromCharCode(bytes[at] ?? 0);
  }
  return cellType(name);
}

function wholeOf(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to && value < 1e9; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads the attributes of the cell between `at` (its `<`) and `close` (its `>`) into `into`. */
export function readCellAttributes(
  bytes: Uint8Array,
  at: number,
  close: number,
  into: CellAttributes,
): void {
  into.reference = -1;
  into.style = 0;
  into.type = TYPE.number;
  let index = at + 1;
  while (index < close && !isSpace(bytes[index] ?? 0)) index += 1;
  for (;;) {
    while (index < close && isSpace(bytes[index] ?? 0)) index += 1;
    if (index >= close || bytes[index] === BYTE.slash) return;
    const name = index;
    while (index < close && bytes[index] !== BYTE.equals && !isSpace(bytes[index] ?? 0)) index += 1;
    const letter = index - name === 1 ? bytes[name] : 0;
    while (index < close && bytes[index] !== BYTE.quote && bytes[index] !== BYTE.apostrophe) {
      index += 1;
    }
    if (index >= close) throw new Unrecognised('an attribute');
    const quote = bytes[index];
    const from = index + 1;
    index = from;
    while (index < close && bytes[index] !== quote) index += 1;
    if (letter === R) into.reference = from;
    else if (letter === S) into.style = wholeOf(bytes, from, index);
    else if (letter === T) into.type = typeOf(bytes, from, index);
    index += 1;
  }
}
