import { CELL } from '@shared/domain/import/sheet';
import { longFraction, plainNumber, readNumberText, smallWhole, trimmedText } from './cell-number';
import { bytesOf } from './markup';
import type { PackedColumns } from './packed-columns';
import { Refusal, Unrecognised } from './refusals';
import { msOfIsoCell, msOfSerial } from './serial-date';
import type { TextCollector } from './text-collector';

/** What the attribute `t` of a cell says of its value. */
export const TYPE = {
  number: 0,
  shared: 1,
  string: 2,
  inline: 3,
  boolean: 4,
  error: 5,
  date: 6,
} as const;

const TYPES = new Map<string, number>([
  ['n', TYPE.number],
  ['s', TYPE.shared],
  ['str', TYPE.string],
  ['inlineStr', TYPE.inline],
  ['b', TYPE.boolean],
  ['e', TYPE.error],
  ['d', TYPE.date],
]);

export function cellType(name: string): number {
  const type = TYPES.get(name);
  if (type === undefined) throw new Unrecognised(`cell type ${name}`);
  return type;
}

/** What all sheets of a workbook share. `dateStyles`: 1 for each cell format that shows dates. */
export type BookContext = {
  texts: TextCollector;
  /** Texts before this place are shared ones, which cells may point to. */
  sharedCount: number;
  dateStyles: Uint8Array;
  is1904: boolean;
};

/** Puts the values of cells, as the file writes them, into packed columns. */
export class CellWriter {
  private readonly book: BookContext;
  private readonly columns: PackedColumns;

  constructor(book: BookContext, columns: PackedColumns) {
    this.book = book;
    this.columns = columns;
  }

  shared(row: number, column: number, place: number): void {
    if (place < 0 || place >= this.book.sharedCount) throw new Refusal('damaged');
    if (!this.book.texts.isEmpty(place)) this.columns.put(row, column, CELL.text, place);
  }

  number(row: number, column: number, value: number, style: number): void {
    if (this.book.dateStyles[style] === 1) {
      const ms = msOfSerial(value, this.book.is1904);
      if (ms !== undefined) {
        this.columns.put(row, column, CELL.date, ms);
        return;
      }
    }
    this.columns.put(row, column, CELL.number, value);
  }

  text(row: number, column: number, bytes: Uint8Array, from: number, to: number): void {
    if (to > from) this.columns.put(row, column, CELL.text, this.book.texts.add(bytes, from, to));
  }

  formula(row: number, column: number): void {
    this.columns.put(row, column, CELL.formula, 0);
  }

  /** The value in `bytes[from, to)`; an empty one leaves the cell as it is. */
  value(
    row: number,
    column: number,
    type: number,
    style: number,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): void {
    if (type === TYPE.string || type === TYPE.inline) {
      this.text(row, column, bytes, from, to);
      return;
    }
    if (type === TYPE.number && this.plain(row, column, style, bytes, from, to)) return;
    const place = type === TYPE.shared ? smallWhole(bytes, from, to) : -1;
    if (place >= 0) {
      this.shared(row, column, place);
      return;
    }
    const text = trimmedText(bytes, from, to);
    if (text === '') return;
    if (type === TYPE.number) this.numberText(row, column, text, style);
    else if (type === TYPE.shared) this.shared(row, column, placeOf(text));
    else if (type === TYPE.boolean) this.boolean(row, column, text);
    else if (type === TYPE.error) this.added(row, column, CELL.error, text);
    else this.isoDate(row, column, text, style);
  }

  /** A number in the forms that nearly all have. */
  private plain(
    row: number,
    column: number,
    style: number,
    bytes: Uint8Array,
    from: number,
    to: number,
  ): boolean {
    let value = plainNumber(bytes, from, to);
    if (Number.isNaN(value)) {
      value = longFraction(bytes, from, to, this.book.dateStyles[style] === 1);
      if (Number.isNaN(value)) return false;
    }
    this.number(row, column, value, style);
    return true;
  }

  private numberText(row: number, column: number, text: string, style: number): void {
    const read = readNumberText(text);
    if (read.kind === 'number') this.number(row, column, read.value, style);
    else if (read.kind === 'digits') this.added(row, column, CELL.digits, read.digits);
    else this.added(row, column, CELL.text, text);
  }

  private boolean(row: number, column: number, text: string): void {
    const isTrue = text === '1' || text.toLowerCase() === 'true';
    this.columns.put(row, column, CELL.boolean, isTrue ? 1 : 0);
  }

  private isoDate(row: number, column: number, text: string, style: number): void {
    const ms = msOfIsoCell(text);
    if (ms !== undefined) this.columns.put(row, column, CELL.date, ms);
    else this.numberText(row, column, text, style);
  }

  private added(row: number, column: number, kind: number, text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.columns.put(row, column, kind, this.book.texts.add(bytes, 0, bytes.length));
  }
}

function placeOf(text: string): number {
  const digits = bytesOf(text);
  return smallWhole(digits, 0, digits.length);
}
