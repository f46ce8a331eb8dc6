import { cellAt, type RawCell, type Sheet } from '@shared/domain/import/sheet';
import { columnName } from './column-name';

/** Every cell of a sheet that is not blank, by its address. */
export function sheetCells(sheet: Sheet): Record<string, RawCell> {
  const cells: Record<string, RawCell> = {};
  sheet.columns.forEach(({ kinds }, column) => {
    for (let row = 0; row < sheet.rowCount; row++) {
      if (kinds[row] !== 0) cells[`${columnName(column)}${row + 1}`] = cellAt(sheet, row, column);
    }
  });
  return cells;
}
