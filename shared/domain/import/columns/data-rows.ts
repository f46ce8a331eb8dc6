import { cellText, foldText } from '../cells/text-cell';
import { CELL, cellAt, type Sheet } from '../sheet';
import type { HeaderRow } from './header';

const FOOTER =
  /^(?:合计|总计|小计|汇总|共计|本页小计|累计|总数|total|grandtotal|subtotal|sum)[:：]?/i;
const MAX_FOOTER_CELLS = 0.5;

type Looked = { filled: number; firstColumn: number; firstText: string | undefined };

/** The row's filled cells, counted; the text of the first one, undefined where that is no text. */
function look(sheet: Sheet, row: number): Looked {
  let filled = 0;
  let firstColumn = -1;
  let firstText: string | undefined;
  for (let column = 0; column < sheet.columns.length; column++) {
    const kind = sheet.columns[column]?.kinds[row];
    if (kind === CELL.blank) continue;
    if (filled > 0) {
      filled++;
      continue;
    }
    const text = kind === CELL.text ? cellText(cellAt(sheet, row, column)) : undefined;
    if (text === '') continue;
    filled = 1;
    firstColumn = column;
    firstText = text;
  }
  return { filled, firstColumn, firstText };
}

/** The header once more, as long exports and pasted pages have it. */
function repeatsHeader(sheet: Sheet, row: number, folded: readonly string[]): boolean {
  let same = 0;
  let filled = 0;
  for (let column = 0; column < sheet.columns.length; column++) {
    const kind = sheet.columns[column]?.kinds[row];
    if (kind === CELL.blank) continue;
    if (kind !== CELL.text) return false;
    filled++;
    if (foldText(cellText(cellAt(sheet, row, column))) === folded[column]) same++;
    else if (filled >= 4 && same === 0) return false;
  }
  return same >= 1 && same >= filled * 0.6 && (filled > 1 || folded.length <= 2);
}

/**
 * The rows below the header that hold records, by 0-based index: no blank rows, no header again, no
 * lines of sums (which say so in their first cell and leave most others empty).
 */
export function dataRows(sheet: Sheet, header: HeaderRow): Uint32Array {
  const folded = header.titles.map(foldText);
  const mostInFooter = Math.max(2, folded.length * MAX_FOOTER_CELLS);
  const rows = new Uint32Array(Math.max(0, sheet.rowCount - header.rowIndex - 1));
  let count = 0;
  for (let row = header.rowIndex + 1; row < sheet.rowCount; row++) {
    const { filled, firstColumn, firstText } = look(sheet, row);
    if (filled === 0) continue;
    if (firstText !== undefined) {
      const text = foldText(firstText);
      if (filled <= mostInFooter && FOOTER.test(text)) continue;
      const mayRepeat = text === folded[firstColumn] || filled < 4;
      if (mayRepeat && repeatsHeader(sheet, row, folded)) continue;
    }
    rows[count] = row;
    count++;
  }
  return rows.subarray(0, count);
}
