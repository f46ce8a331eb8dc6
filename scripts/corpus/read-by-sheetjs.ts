import type { Merge, RawCell } from '@shared/domain/import/sheet';
import * as XLSX from 'xlsx';

const SECOND_MS = 1000;

function rawCell(cell: XLSX.CellObject): RawCell {
  const { v: value, t: type } = cell;
  if (type === 'z' || value === '') return null;
  if (type === 'e') return { error: cell.w ?? '#N/A' };
  if (value === undefined || value === null) return cell.f === undefined ? null : { formula: true };
  // Its dates are cut to the millisecond, which may fall short of the second that the sheet shows.
  if (value instanceof Date) return new Date(Math.round(value.getTime() / SECOND_MS) * SECOND_MS);
  return value;
}

type SheetByOther = {
  name: string;
  hidden: number;
  cells: Record<string, RawCell>;
  merges: Merge[];
};

/** The same workbook as SheetJS reads it, to compare with. */
export function readBySheetJs(bytes: Uint8Array): SheetByOther[] {
  const book = XLSX.read(bytes, { type: 'array', dense: true, cellDates: true, cellHTML: false });
  return book.SheetNames.map((name, index) => {
    const cells: Record<string, RawCell> = {};
    const rows: (XLSX.CellObject[] | undefined)[] = book.Sheets[name]?.['!data'] ?? [];
    rows.forEach((row, r) => {
      row?.forEach((cell, c) => {
        const value = rawCell(cell);
        if (value !== null) cells[XLSX.utils.encode_cell({ r, c })] = value;
      });
    });
    const merges = (book.Sheets[name]?.['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    }));
    return { name, merges, hidden: book.Workbook?.Sheets?.[index]?.Hidden ?? 0, cells };
  });
}
