import { cellText, foldText } from '../cells/text-cell';
import type { DataRow, RawCell, RawSheet } from '../sheet';
import type { HeaderRow } from './header';

const FOOTER =
  /^(?:合计|总计|小计|汇总|共计|本页小计|累计|总数|total|grandtotal|subtotal|sum)[:：]?/i;
const MAX_FOOTER_CELLS = 0.5;

function isBlankRow(cells: readonly RawCell[]): boolean {
  for (const cell of cells) {
    if (cell === null || cell === undefined) continue;
    if (typeof cell !== 'string' || cellText(cell) !== '') return false;
  }
  return true;
}

/** The header once more, as long exports and pasted pages have it. */
function repeatsHeader(cells: readonly RawCell[], folded: readonly string[]): boolean {
  let same = 0;
  let filled = 0;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell === null || cell === undefined || cell === '') continue;
    if (typeof cell !== 'string') return false;
    filled++;
    if (foldText(cellText(cell)) === folded[column]) same++;
    else if (filled >= 4 && same === 0) return false;
  }
  return same >= 1 && same >= filled * 0.6 && (filled > 1 || folded.length <= 2);
}

/** A line of sums: it says so in its first cell and leaves most others empty. */
function isFooter(cells: readonly RawCell[], width: number): boolean {
  const first = cells.find((cell) => cell !== null && cell !== undefined && cell !== '');
  if (typeof first !== 'string' || !FOOTER.test(foldText(cellText(first)))) return false;
  const filled = cells.filter((cell) => cellText(cell) !== '').length;
  return filled <= Math.max(2, width * MAX_FOOTER_CELLS);
}

/** The rows below the header that hold data: no blank rows, no header again, no lines of sums. */
export function dataRows(sheet: RawSheet, header: HeaderRow): DataRow[] {
  const folded = header.titles.map(foldText);
  const rows: DataRow[] = [];
  for (let index = header.rowIndex + 1; index < sheet.rows.length; index++) {
    const cells = sheet.rows[index] ?? [];
    if (isBlankRow(cells)) continue;
    if (repeatsHeader(cells, folded) || isFooter(cells, folded.length)) continue;
    rows.push({ rowNumber: index + 1, cells });
  }
  return rows;
}
