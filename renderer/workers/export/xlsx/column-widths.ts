import type { ExportValue } from '@shared/domain/export/export-column';
import type { TableColumn } from '../table-writer';

const LEAST = 8;
const MOST = 48;
/** The filter's button stands in the head. */
const HEAD_EXTRA = 3;
const WIDTH_OF_MOMENT = 20;
const WIDTH_OF_DAY = 11;

/** In digits' widths: Han characters and full-width signs take two. */
function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length && width < MOST; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10) break;
    width += code >= 0x2e80 ? 2 : 1;
  }
  return width;
}

function valueWidth(value: ExportValue, type: TableColumn['type']): number {
  if (value === undefined) return 0;
  if (type === 'moment') return WIDTH_OF_MOMENT;
  if (type === 'day') return WIDTH_OF_DAY;
  return textWidth(String(value)) + 2;
}

/** Widths by what the first rows hold, so that nothing has to be pulled apart by hand. */
export function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly ExportValue[])[],
): number[] {
  return columns.map(({ title, type }, column) => {
    let width = textWidth(title) + HEAD_EXTRA;
    for (const row of rows) width = Math.max(width, valueWidth(row[column], type));
    return Math.min(MOST, Math.max(LEAST, width));
  });
}
