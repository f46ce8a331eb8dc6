/**
 * A cell as a reader hands it over. A `Date` carries the wall clock that the sheet shows in its UTC
 * parts (a spreadsheet knows no zone). Phones and ids stay text where the file had text.
 */
export type RawCell = string | number | boolean | Date | CellError | null;

/** A formula that failed, with the code that the spreadsheet shows (`#N/A`). */
export type CellError = { error: string };

/** A sheet of a workbook, or a whole csv file. Row `i` is row `i + 1` in the spreadsheet program. */
export type RawSheet = { name: string; rows: RawCell[][] };

/** A row of records with its number as the spreadsheet program shows it (from 1). */
export type DataRow = { rowNumber: number; cells: RawCell[] };

export function isCellError(cell: RawCell | undefined): cell is CellError {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}
