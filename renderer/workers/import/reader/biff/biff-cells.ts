import type { Merge, RawCell } from '@shared/domain/import/sheet';
import { msOfSerial } from '../xlsx/serial-date';
import type { Globals } from './biff-globals';
import { openPieces } from './record-text';

/** Where a sheet's cells go. */
export type CellTarget = {
  put: (row: number, column: number, cell: RawCell) => void;
  merge: (merge: Merge) => void;
};

const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** A number in four bytes: a whole one or the upper half of a float, perhaps a hundredth of it. */
function packedNumber(view: DataView, at: number): number {
  const bits = view.getInt32(at, true);
  let value: number;
  if ((bits & 2) !== 0) value = bits >> 2;
  else {
    const half = new DataView(new ArrayBuffer(8));
    half.setInt32(4, bits & ~3, true);
    value = half.getFloat64(0, true);
  }
  return (bits & 1) !== 0 ? value / 100 : value;
}

/** Reads the cells of one sheet, record by record. */
export function createCellReader(globals: Globals, target: CellTarget) {
  const { version } = globals;
  /** The cell of a formula whose text comes in the next record. */
  let waiting: { row: number; column: number } | undefined;

  function shownNumber(value: number, isDate: boolean): RawCell {
    const ms = isDate ? msOfSerial(value, globals.is1904()) : undefined;
    return ms === undefined ? value : new Date(ms);
  }

  const coded = (value: number, isError: boolean): RawCell =>
    isError ? { error: ERRORS.get(value) ?? '#N/A' } : value !== 0;

  /** A text behind its length, which takes two bytes, or one in the second generation. */
  function textOf(pieces: readonly Uint8Array[], at: number, isShort = version === 2): string {
    const [content = new Uint8Array(0), ...more] = pieces;
    if (version === 8) return openPieces([content.subarray(at), ...more]).text();
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const length = isShort ? view.getUint8(at) : view.getUint16(at, true);
    const start = at + (isShort ? 1 : 2);
    return globals.plainText(content.subarray(start, start + length));
  }

  function formula(view: DataView, at: number, row: number, column: number, isDate: boolean): void {
    if (view.getUint16(at + 6, true) !== 0xffff) {
      target.put(row, column, shownNumber(view.getFloat64(at, true), isDate));
      return;
    }
    const kind = view.getUint8(at);
    if (kind === 0) waiting = { row, column };
    else if (kind === 1 || kind === 2) {
      target.put(row, column, coded(view.getUint8(at + 2), kind === 2));
    }
  }

  function takeMany(view: DataView): void {
    const row = view.getUint16(0, true);
    let column = view.getUint16(2, true);
    for (let at = 4; at + 6 <= view.byteLength - 2; at += 6) {
      const isDate = globals.isDateStyle(view.getUint16(at, true));
      target.put(row, column, shownNumber(packedNumber(view, at + 2), isDate));
      column += 1;
    }
  }

  function takeMerges(view: DataView): void {
    for (let at = 2; at + 8 <= view.byteLength; at += 8) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map((offset) =>
        view.getUint16(at + offset, true),
      );
      if (bottom >= top && right >= left) target.merge({ top, left, bottom, right });
    }
  }

  /** The second generation has its formats in the cell and its own numbers for records. */
  function takeOldest(kind: number, view: DataView, pieces: readonly Uint8Array[]): void {
    const row = view.getUint16(0, true);
    const column = view.getUint16(2, true);
    const isDate = globals.isDateIn(view.getUint8(5) & 0x3f);
    if (kind === 0x0002) target.put(row, column, shownNumber(view.getUint16(7, true), isDate));
    else if (kind === 0x0003)
      target.put(row, column, shownNumber(view.getFloat64(7, true), isDate));
    else if (kind === 0x0004) target.put(row, column, textOf(pieces, 7, true));
    else if (kind === 0x0005)
      target.put(row, column, coded(view.getUint8(7), view.getUint8(8) !== 0));
    else formula(view, 7, row, column, isDate);
  }

  function takeCell(kind: number, view: DataView, pieces: readonly Uint8Array[]): void {
    const row = view.getUint16(0, true);
    const column = view.getUint16(2, true);
    const isDate = () => globals.isDateStyle(view.getUint16(4, true));
    switch (kind) {
      case 0x0203:
        target.put(row, column, shownNumber(view.getFloat64(6, true), isDate()));
        break;
      case 0x027e:
        target.put(row, column, shownNumber(packedNumber(view, 6), isDate()));
        break;
      case 0x00fd:
        target.put(row, column, globals.sharedText(view.getUint32(6, true)) ?? null);
        break;
      case 0x0204:
      case 0x00d6:
        target.put(row, column, textOf(pieces, 6));
        break;
      case 0x0205:
        target.put(row, column, coded(view.getUint8(6), view.getUint8(7) !== 0));
        break;
      default:
        formula(view, 6, row, column, isDate());
    }
  }

  return {
    take(kind: number, pieces: readonly Uint8Array[]): void {
      const [content = new Uint8Array(0)] = pieces;
      const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
      if (kind === 0x0207 || kind === 0x0007) {
        if (waiting) target.put(waiting.row, waiting.column, textOf(pieces, 0));
        waiting = undefined;
      } else if (kind === 0x00bd) takeMany(view);
      else if (kind === 0x00e5) takeMerges(view);
      else if (version < 5 && kind >= 0x0002 && kind <= 0x0005) takeOldest(kind, view, pieces);
      else if (version === 2 && kind === 0x0006) takeOldest(kind, view, pieces);
      else if (CELLS.has(kind)) takeCell(kind, view, pieces);
    },
  };
}

const CELLS = new Set([0x0203, 0x027e, 0x00fd, 0x0204, 0x00d6, 0x0205, 0x0006, 0x0206, 0x0406]);
