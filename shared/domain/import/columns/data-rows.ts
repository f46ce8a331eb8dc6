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
 * For each row how many filled cells it has for certain, its first cell that is no text counted and
 * all behind it: a text may turn out to be blank, and only of few cells is one a line of sums or the
 * header again. Counted by columns and without a text, because nearly all rows have enough.
 */
function certainlyFilled(sheet: Sheet, from: number, end: number): Uint16Array {
  const counts = new Uint16Array(end - from);
  for (const { kinds } of sheet.columns) {
    for (let row = from; row < end; row++) {
      const kind = kinds[row];
      if (kind === CELL.blank) continue;
      const before = counts[row - from] ?? 0;
      if (kind !== CELL.text || before > 0) counts[row - from] = before + 1;
    }
  }
  return counts;
}

const ROWS_AT_ONCE = 4096;

/**
 * The rows below the header that hold records, by 0-based index: no blank rows, no header again, no
 * lines of sums (which say so in their first cell and leave most others empty). At most the first
 * `most` of them.
 */
export function dataRows(
  sheet: Sheet,
  header: Pick<HeaderRow, 'rowIndex' | 'titles'>,
  most = Number.POSITIVE_INFINITY,
): Uint32Array {
  const folded = header.titles.map(foldText);
  const mostInFooter = Math.max(2, folded.length * MAX_FOOTER_CELLS);
  const isRecord = (row: number) => {
    const { filled, firstColumn, firstText } = look(sheet, row);
    if (filled === 0) return false;
    if (firstText === undefined) return true;
    const text = foldText(firstText);
    if (filled <= mostInFooter && FOOTER.test(text)) return false;
    const mayRepeat = text === folded[firstColumn] || filled < 4;
    return !(mayRepeat && repeatsHeader(sheet, row, folded));
  };
  const first = header.rowIndex + 1;
  const rows = new Uint32Array(Math.max(0, Math.min(most, sheet.rowCount - first)));
  let count = 0;
  for (let from = first; from < sheet.rowCount && count < rows.length; from += ROWS_AT_ONCE) {
    const end = Math.min(from + ROWS_AT_ONCE, sheet.rowCount);
    const certain = certainlyFilled(sheet, from, end);
    for (let row = from; row < end && count < rows.length; row++) {
      if ((certain[row - from] ?? 0) <= mostInFooter && !isRecord(row)) continue;
      rows[count] = row;
      count++;
    }
  }
  return rows.subarray(0, count);
}
