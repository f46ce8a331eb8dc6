import type { Merge } from '@shared/domain/import/sheet';
import { type CellAttributes, readCellAttributes } from './cell-attributes';
import { smallWhole } from './cell-number';
import { parseRange, parseReference, reference } from './cell-reference';
import { type CellWriter, TYPE } from './cell-writer';
import { LIMITS } from './limits';
import {
  attributeStart,
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
import { readSimpleCells } from './simple-cells';
import { StringItem } from './string-item';

const MODE = { outside: 0, rows: 1, cells: 2, cell: 3, value: 4, item: 5 } as const;

const ROW = nameCode('row');
const CELL_NAME = nameCode('c');
const VALUE = nameCode('v');
const FORMULA = nameCode('f');
const ITEM = nameCode('is');
const R = bytesOf('r');
const REF = bytesOf('ref');

/**
 * Reads a sheet's XML byte by byte. Feed it with `scanPart`, then `finish`. Cells of the usual form take
 * the short way of `readSimpleCells`; everything else that the standard allows is read here, by the
 * elements' local names. What it does not know among the cells makes the workbook unrecognised.
 */
export class SheetScanner {
  readonly merges: Merge[] = [];
  private readonly writer: CellWriter;
  private readonly item = new StringItem();
  private readonly place = { row: -1, column: -1, isNumbered: false };
  private mode: number = MODE.outside;
  private depth = 0;
  /** The depth of the element whose inside is left out; 0: none. */
  private skippedFrom = 0;
  private sawRoot = false;
  private sawRows = false;
  private readonly cell: CellAttributes = { reference: -1, style: 0, type: 0 };
  private hasFormula = false;
  private hasValue = false;

  constructor(writer: CellWriter) {
    this.writer = writer;
  }

  readonly scan = (bytes: Uint8Array, end: number): number => {
    let at = 0;
    while (at < end) {
      if (bytes[at] !== BYTE.less) {
        let next = at;
        while (next < end && bytes[next] !== BYTE.less) next += 1;
        if (this.takesText()) {
          if (next === end) return at;
          this.item.pieces.addText(bytes, at, next);
        }
        at = next;
        continue;
      }
      if (this.mode === MODE.cells && this.skippedFrom === 0) {
        const next = readSimpleCells(bytes, at, end, this.place, this.writer);
        if (next > at) {
          at = next;
          continue;
        }
      }
      const next = this.markup(bytes, at, end);
      if (next === NEEDS_MORE) return at;
      at = next;
    }
    return at;
  };

  finish(): void {
    if (this.depth !== 0 || !this.sawRoot) throw new Refusal('damaged');
  }

  private takesText(): boolean {
    if (this.skippedFrom > 0) return false;
    return this.mode === MODE.value || (this.mode === MODE.item && this.item.takesText);
  }

  private markup(bytes: Uint8Array, at: number, end: number): number {
    if (at + 1 >= end) return NEEDS_MORE;
    const second = bytes[at + 1];
    if (second === BYTE.exclamation || second === BYTE.question) {
      const behind = endOfSpecial(bytes, at, end);
      if (behind !== NEEDS_MORE && this.takesText() && isCdata(bytes, at, end)) {
        this.item.pieces.addRaw(bytes, at + CDATA_LENGTH, behind - CDATA_END_LENGTH);
      }
      return behind;
    }
    const close = endOfTag(bytes, at, end);
    if (close === NEEDS_MORE) return NEEDS_MORE;
    if (second === BYTE.slash) this.leave();
    else {
      this.depth += 1;
      if (this.skippedFrom === 0) this.enter(bytes, at, close);
      if (bytes[close - 1] === BYTE.slash) this.leave();
    }
    return close + 1;
  }

  private enter(bytes: Uint8Array, at: number, close: number): void {
    const name = shortName(bytes, at, close);
    switch (this.mode) {
      case MODE.outside:
        this.enterOutside(bytes, at, close);
        break;
      case MODE.rows:
        if (name !== ROW) throw new Unrecognised('an element among the rows');
        this.startRow(bytes, at, close);
        break;
      case MODE.cells:
        if (name === CELL_NAME) this.startCell(bytes, at, close);
        else if (longName(bytes, at, close) === 'extLst') this.skippedFrom = this.depth;
        else throw new Unrecognised('an element among the cells');
        break;
      case MODE.cell:
        this.enterCell(name);
        break;
      case MODE.item:
        this.item.enter(name);
        break;
      default:
        throw new Unrecognised('an element in a value');
    }
  }

  private enterOutside(bytes: Uint8Array, at: number, close: number): void {
    const name = longName(bytes, at, close);
    if (this.depth === 1) {
      if (this.sawRoot || name !== 'worksheet') throw new Unrecognised('a sheet of another kind');
      this.sawRoot = true;
    } else if (this.depth === 2 && name === 'sheetData') {
      if (this.sawRows) throw new Unrecognised('rows twice');
      this.sawRows = true;
      this.mode = MODE.rows;
    } else if (this.depth === 3 && name === 'mergeCell') {
      const from = attributeStart(bytes, at, close, REF);
      const merge = from < 0 ? undefined : parseRange(bytes, from);
      if (merge) this.merges.push(merge);
      if (this.merges.length > LIMITS.merges) throw new Refusal('too-large');
    }
  }

  private enterCell(name: number): void {
    if (name === VALUE) {
      this.hasValue = true;
      this.item.pieces.clear();
      this.mode = MODE.value;
    } else if (name === ITEM) {
      this.cell.type = TYPE.inline;
      this.item.begin();
      this.mode = MODE.item;
    } else {
      if (name === FORMULA) this.hasFormula = true;
      this.skippedFrom = this.depth;
    }
  }

  private leave(): void {
    if (this.depth === 0) throw new Unrecognised('nesting');
    if (this.skippedFrom > 0) {
      if (this.skippedFrom === this.depth) this.skippedFrom = 0;
    } else if (this.mode === MODE.value) this.mode = MODE.cell;
    else if (this.mode === MODE.item) {
      if (this.item.leave()) this.mode = MODE.cell;
    } else if (this.mode === MODE.cell) this.endCell();
    else if (this.mode === MODE.cells) this.mode = MODE.rows;
    else if (this.mode === MODE.rows) this.mode = MODE.outside;
    this.depth -= 1;
  }

  private startRow(bytes: Uint8Array, at: number, close: number): void {
    const from = attributeStart(bytes, at, close, R);
    this.place.isNumbered = from >= 0;
    this.place.column = -1;
    this.mode = MODE.cells;
    if (from < 0) this.place.row += 1;
    else {
      const number = smallWhole(bytes, from, bytes.indexOf(bytes[from - 1] ?? 0, from));
      if (number === 0 || number > LIMITS.rows) throw new Refusal('damaged');
      if (number < 0) this.oddRowNumber(bytes, from);
      this.place.row = number - 1;
    }
    if (this.place.row >= LIMITS.rows) throw new Refusal('damaged');
  }

  /** Ten digits and more lie beyond every sheet; anything but digits is unknown. */
  private oddRowNumber(bytes: Uint8Array, from: number): never {
    const first = (bytes[from] ?? 0) - 48;
    throw first >= 0 && first <= 9 ? new Refusal('damaged') : new Unrecognised('a row number');
  }

  private startCell(bytes: Uint8Array, at: number, close: number): void {
    this.mode = MODE.cell;
    this.hasFormula = false;
    this.hasValue = false;
    this.item.pieces.clear();
    readCellAttributes(bytes, at, close, this.cell);
    this.placeCell(bytes);
  }

  private placeCell(bytes: Uint8Array): void {
    const from = this.cell.reference;
    if (from < 0) {
      this.place.column += 1;
      if (this.place.column >= LIMITS.columns) throw new Refusal('damaged');
      return;
    }
    if (!parseReference(bytes, from) || bytes[reference.next] !== bytes[from - 1]) {
      throw new Unrecognised('a cell reference');
    }
    if (reference.row !== this.place.row) {
      if (this.place.isNumbered) throw new Unrecognised('a cell of another row');
      this.place.row = reference.row;
    }
    this.place.column = reference.column;
  }

  private endCell(): void {
    this.mode = MODE.cells;
    const { row, column } = this.place;
    const { bytes, length } = this.item.pieces;
    const isText = this.cell.type === TYPE.string || this.cell.type === TYPE.inline;
    const isMissing = isText ? !this.hasValue : length === 0;
    if (this.hasFormula && isMissing && this.cell.type !== TYPE.inline)
      this.writer.formula(row, column);
    else this.writer.value(row, column, this.cell.type, this.cell.style, bytes, 0, length);
  }
}
