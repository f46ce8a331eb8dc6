/**
 * A cell as a reader hands it over. A `Date` carries the wall clock that the sheet shows in its UTC
 * parts (a spreadsheet knows no zone). Phones and ids stay text where the file had text.
 */
export type RawCell =
  | string
  | number
  | boolean
  | Date
  | CellError
  | LongNumber
  | FormulaWithoutValue
  | null;

/** A formula that failed, with the code that the spreadsheet shows (`#N/A`). */
export type CellError = { error: string };

/** A number of more digits than a float holds, as the file writes it: an id kept as a number. */
export type LongNumber = { digits: string };

/** A formula whose result the file does not hold: empty, for a reason of its own. */
export type FormulaWithoutValue = { formula: true };

export function isCellError(cell: RawCell | undefined): cell is CellError {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

export function isLongNumber(cell: RawCell | undefined): cell is LongNumber {
  return typeof cell === 'object' && cell !== null && 'digits' in cell;
}

export function isFormulaWithoutValue(cell: RawCell | undefined): cell is FormulaWithoutValue {
  return typeof cell === 'object' && cell !== null && 'formula' in cell;
}

/** What a packed cell is; the number stands in `SheetColumn.kinds`. */
export const CELL = {
  blank: 0,
  text: 1,
  number: 2,
  boolean: 3,
  date: 4,
  error: 5,
  digits: 6,
  formula: 7,
} as const;

/**
 * One column of a sheet, packed and transferable between workers. `values` holds by kind: the place
 * in the text table (text, error, digits), the number, 1 or 0 (boolean), or ms (date; wall clock in
 * UTC parts). Both arrays are at least `rowCount` long.
 */
export type SheetColumn = { kinds: Uint8Array; values: Float64Array };

/** Texts of a workbook, `TEXTS_PER_BLOCK` to a block, each block one string cut at `ends`. */
export type TextTable = { count: number; blocks: { text: string; ends: Uint32Array }[] };
export const TEXTS_PER_BLOCK = 65_536;

/** Cells shown as one, by 0-based rows and columns, ends included; the value is in the first. */
export type Merge = { top: number; left: number; bottom: number; right: number };

/** Row `i` is row `i + 1` in the spreadsheet program. Blank rows and columns at the end are cut off. */
export type Sheet = {
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  rowCount: number;
  columns: SheetColumn[];
  texts: TextTable;
  merges: Merge[];
};

/** The text at a place of the table. */
export function textAt(texts: TextTable, place: number): string {
  const block = texts.blocks[Math.floor(place / TEXTS_PER_BLOCK)];
  if (!block) return '';
  const within = place % TEXTS_PER_BLOCK;
  return block.text.slice(within === 0 ? 0 : block.ends[within - 1], block.ends[within]);
}

/** The cell of a row and column (both from 0) as a value of its own; outside of the sheet `null`. */
export function cellAt(sheet: Sheet, row: number, column: number): RawCell {
  const packed = sheet.columns[column];
  if (!packed || row >= sheet.rowCount) return null;
  const value = packed.values[row] ?? 0;
  switch (packed.kinds[row]) {
    case CELL.text:
      return textAt(sheet.texts, value);
    case CELL.number:
      return value;
    case CELL.boolean:
      return value === 1;
    case CELL.date:
      return new Date(value);
    case CELL.error:
      return { error: textAt(sheet.texts, value) };
    case CELL.digits:
      return { digits: textAt(sheet.texts, value) };
    case CELL.formula:
      return { formula: true };
    default:
      return null;
  }
}

/** A row's cells from the first column to its last filled one. */
export function rowCells(sheet: Sheet, row: number): RawCell[] {
  const cells: RawCell[] = [];
  for (let column = 0; column < sheet.columns.length; column++) {
    if (sheet.columns[column]?.kinds[row] === CELL.blank) continue;
    while (cells.length < column) cells.push(null);
    cells.push(cellAt(sheet, row, column));
  }
  return cells;
}
