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

/**
 * The rows that could not be taken, as a workbook that can be mended and imported again: the file's
 * own columns, then why and where.
 */
export function rejectedSheet(
  plan: ImportPlan,
  sheet: Sheet,
  titles: readonly string[],
  words: RejectedWords,
): Uint8Array<ArrayBuffer> {
  const width = titles.length;
  const rows: (CellObject | null)[][] = [
    [...titles, words.reason, words.rowNumber].map((text) => ({ t: 's', v: text })),
  ];
  for (const entry of plan.entries) {
    if (entry.action !== 'rejected') continue;
    const reasons = entry.problems.map((problem) => {
      const where = problem.column < 0 ? '' : `${titles[problem.column] ?? ''}: `;
      return `${where}${words.ofCode[problem.code] ?? problem.code}`;
    });
    for (const rowNumber of entry.rows) {
      const cells = rowCells(sheet, rowNumber - 1);
      const row = Array.from({ length: width }, (_, column) => toCell(cells[column]));
      const reason = [...new Set(reasons)].join('；');
      rows.push([...row, { t: 's', v: reason }, { t: 'n', v: rowNumber }]);
    }
  }
  const made = utils.aoa_to_sheet(rows);
  const book = utils.book_new();
  utils.book_append_sheet(book, made, 'Sheet1');
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  return new Uint8Array(bytes);
}
