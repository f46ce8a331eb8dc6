import { breakLines } from '@shared/domain/calendar/sheet/measure';
import type { BookCell } from './book-writer';

/** A digit's width of a column, in em of the text at 11 pt. */
const EM_PER_DIGIT = 0.46;
const LINE_PT = 15.5;
const PADDING_PT = 5;
/** Spreadsheet programs take no higher row. */
const HIGHEST_PT = 409;

/** How high a row must be for its wrapped texts: not every program works that out when it opens. */
export function rowHeightPt(
  cells: readonly (BookCell | undefined)[],
  widths: readonly number[],
  leastPt = 0,
): number {
  const lines = cells.map((cell, column) =>
    cell?.text ? breakLines(cell.text, (widths[column] ?? 0) * EM_PER_DIGIT).length : 1,
  );
  const neededPt = Math.max(1, ...lines) * LINE_PT + PADDING_PT;
  return Math.min(HIGHEST_PT, Math.ceil(Math.max(leastPt, neededPt)));
}
