import { looksLikeMobile } from '../cells/phone-cell';
import { cellText } from '../cells/text-cell';
import type { ImportKind } from '../import-batch.schema';
import type { DataRow, RawCell } from '../sheet';
import type { ColumnMapping, ImportField } from './fields';
import { knownHeader } from './header-words';

const SAMPLE_ROWS = 200;
const MOST = 0.8;

/** Up to 200 filled cells of one column. */
function sampleColumn(rows: readonly DataRow[], column: number): RawCell[] {
  const sample: RawCell[] = [];
  for (let index = 0; index < rows.length && sample.length < SAMPLE_ROWS; index++) {
    const cell = rows[index]?.cells[column];
    if (cell !== null && cell !== undefined && cellText(cell) !== '') sample.push(cell);
  }
  return sample;
}

const isMostly = (cells: RawCell[], test: (cell: RawCell) => boolean) =>
  cells.length > 0 && cells.filter(test).length >= cells.length * MOST;

const looksLikeName = (cell: RawCell) =>
  typeof cell === 'string' && /^[\p{Script=Han}·•]{2,6}$/u.test(cellText(cell));

/** The names differ from row to row; words such as 消费者 do not. */
const isVaried = (cells: RawCell[]) =>
  new Set(cells.map((cell) => cellText(cell))).size > cells.length * 0.5;

/** 1, 2, 3 … is a counter of rows, whatever its header says: it identifies nobody. */
function isCounter(cells: readonly RawCell[]): boolean {
  const first = Number(cellText(cells[0]));
  if (cells.length === 0 || (first !== 0 && first !== 1)) return false;
  return cells.every((cell, index) => Number(cellText(cell)) === first + index);
}

function mapByContent(
  mapping: ColumnMapping,
  rows: readonly DataRow[],
  width: number,
  field: ImportField,
  test: (cells: RawCell[]) => boolean,
): void {
  if (mapping.includes(field)) return;
  for (let column = 0; column < width; column++) {
    if (mapping[column] === null && test(sampleColumn(rows, column))) {
      mapping[column] = field;
      return;
    }
  }
}

/**
 * Proposes the field of every column: by its name, and where no name says so by what it holds (a
 * column of eleven-digit mobiles is a phone). Columns are told apart by position, so two of one name
 * are two.
 */
export function proposeMapping(
  titles: readonly string[],
  rows: readonly DataRow[],
  kind: ImportKind,
): ColumnMapping {
  const width = rows.reduce((max, row) => Math.max(max, row.cells.length), titles.length);
  const mapping: ColumnMapping = Array.from(
    { length: width },
    (_, column) => knownHeader(titles[column] ?? null, kind)?.field ?? null,
  );
  mapping.forEach((field, column) => {
    const isNumbering = field === 'backOfficeId' || field === 'buyerCode';
    if (isNumbering && isCounter(sampleColumn(rows, column))) mapping[column] = null;
  });
  const isPhone = (cells: RawCell[]) => isMostly(cells, looksLikeMobile);
  const isName = (cells: RawCell[]) => isMostly(cells, looksLikeName) && isVaried(cells);
  if (kind === 'members') {
    mapByContent(mapping, rows, width, 'phone', isPhone);
    if (!mapping.includes('groupNickname')) mapByContent(mapping, rows, width, 'name', isName);
  } else if (!mapping.includes('buyerPhone')) {
    mapByContent(mapping, rows, width, 'receiverPhone', isPhone);
  }
  return mapping;
}

/**
 * The columns of each field, best name first. A column whose name says nothing was chosen by hand
 * and goes before the others.
 */
export function columnsByField(
  titles: readonly string[],
  mapping: ColumnMapping,
  kind: ImportKind,
): Map<ImportField, number[]> {
  const ranked = new Map<ImportField, { column: number; rank: number }[]>();
  mapping.forEach((field, column) => {
    if (field === null) return;
    const known = knownHeader(titles[column] ?? null, kind);
    const rank = known?.field === field ? known.rank : -1;
    ranked.set(field, [...(ranked.get(field) ?? []), { column, rank }]);
  });
  return new Map(
    [...ranked].map(([field, columns]) => [
      field,
      columns.sort((a, b) => a.rank - b.rank || a.column - b.column).map(({ column }) => column),
    ]),
  );
}
