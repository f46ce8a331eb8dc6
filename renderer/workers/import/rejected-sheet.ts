import { cellText } from '@shared/domain/import/cells/text-cell';
import type { ImportPlan } from '@shared/domain/import/plan/plan';
import {
  isCellError,
  isFormulaWithoutValue,
  isLongNumber,
  type RawCell,
  rowCells,
  type Sheet,
} from '@shared/domain/import/sheet';
import { type CellObject, utils, write } from 'xlsx';

/** Words for the two columns behind the file's own. */
export type RejectedWords = { reason: string; rowNumber: string; ofCode: Record<string, string> };

const LONG_DIGITS = /^\d{11,}$/;

/** The cell as it was; long digits as text, so that the next program shows them whole. */
function toCell(cell: RawCell | undefined): CellObject | null {
  if (cell === null || cell === undefined) return null;
  if (isCellError(cell)) return { t: 's', v: cell.error };
  if (isFormulaWithoutValue(cell)) return null;
  if (isLongNumber(cell)) return { t: 's', v: cell.digits, z: '@' };
  if (cell instanceof Date) return { t: 's', v: cellText(cell) };
  if (typeof cell === 'boolean') return { t: 'b', v: cell };
  if (typeof cell === 'number' && !LONG_DIGITS.test(String(cell))) return { t: 'n', v: cell };
  return { t: 's', v: String(cell), z: '@' };
}

type Reason = { code: string; column: string | undefined };

/** A refused row as it stands in the file, with why it was refused. */
export type RejectedRow = { rowNumber: number; cells: RawCell[]; reasons: Reason[] };

/** The rows of all refused records of a plan, in the file's order. */
export function rejectedRows(
  { entries }: ImportPlan,
  sheet: Sheet,
  titles: readonly string[],
): RejectedRow[] {
  return entries.placesOf('rejected').flatMap((place) => {
    const entry = entries.at(place);
    if (entry?.action !== 'rejected') return [];
    const reasons = entry.problems.map(({ code, column }) => ({
      code,
      column: column < 0 ? undefined : (titles[column] ?? ''),
    }));
    return entry.rows.map((rowNumber) => {
      return { rowNumber, cells: rowCells(sheet, rowNumber - 1), reasons };
    });
  });
}

/**
 * The rows that could not be taken, as a workbook that can be mended and imported again: the file's
 * own columns, then why and where.
 */
export function rejectedSheet(
  rejected: readonly RejectedRow[],
  titles: readonly string[],
  words: RejectedWords,
): Uint8Array<ArrayBuffer> {
  const rows: (CellObject | null)[][] = [
    [...titles, words.reason, words.rowNumber].map((text) => ({ t: 's', v: text })),
  ];
  for (const { rowNumber, cells, reasons } of rejected) {
    const row = titles.map((_, column) => toCell(cells[column]));
    const told = reasons.map(({ code, column }) => {
      const where = column === undefined ? '' : `${column}: `;
      return `${where}${words.ofCode[code] ?? code}`;
    });
    const reason = [...new Set(told)].join('；');
    rows.push([...row, { t: 's', v: reason }, { t: 'n', v: rowNumber }]);
  }
  const made = utils.aoa_to_sheet(rows);
  const book = utils.book_new();
  utils.book_append_sheet(book, made, 'Sheet1');
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  return new Uint8Array(bytes);
}
