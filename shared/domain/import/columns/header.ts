import { cellText } from '../cells/text-cell';
import type { ImportKind } from '../import-batch.schema';
import { type Merge, type RawCell, rowCells, type Sheet } from '../sheet';
import { knownHeader } from './header-words';

/**
 * Where the columns are named. `rowIndex` is the last row of the header (some sheets name groups of
 * columns above; -1: the sheet has no header at all), data begin below; `titles` are the names by
 * position; `known` counts the fields that the names alone tell.
 */
export type HeaderRow = { rowIndex: number; titles: string[]; known: number };

const ROWS_TO_LOOK_AT = 60;
const ENOUGH_KNOWN = 2;

function countFields(cells: readonly RawCell[], kind: ImportKind): number {
  const fields = new Set<string>();
  for (const cell of cells) {
    const known = knownHeader(cell, kind);
    if (known) fields.add(known.field);
  }
  return fields.size;
}

const isFilled = (cell: RawCell | undefined) => cellText(cell) !== '';

/** A cell that spans columns names a group; the names of the columns stand below it. */
function spansColumns(merges: readonly Merge[], row: number, column: number): boolean {
  return merges.some(
    ({ top, bottom, left, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && right > left,
  );
}

/** The lower row of a two-row header only holds names, and under cells that are blank or a group. */
function joinHeaderRows(
  upper: RawCell[],
  lower: RawCell[],
  kind: ImportKind,
  isGroup: (column: number) => boolean,
): RawCell[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, column) => {
    const below = lower[column];
    const goesBelow = knownHeader(below, kind) || !isFilled(upper[column]) || isGroup(column);
    return isFilled(below) && goesBelow ? (below ?? null) : (upper[column] ?? null);
  });
}

function isHeaderLike(cells: readonly RawCell[], kind: ImportKind): boolean {
  const filled = cells.filter(isFilled);
  const known = filled.filter((cell) => knownHeader(cell, kind));
  return filled.length > 0 && known.length >= filled.length * 0.6;
}

/** The names of the columns, trailing blanks left out. */
export function titlesOf(cells: readonly RawCell[]): string[] {
  const titles = cells.map((cell) => cellText(cell).replace(/\s+/g, ' '));
  while (titles.length > 0 && titles.at(-1) === '') titles.pop();
  return titles;
}

/**
 * Finds the row that names the columns, under titles, instructions and blank rows: the first one
 * with the most known names. One known name is enough in a sheet of one or two columns.
 */
export function findHeader(sheet: Sheet, kind: ImportKind): HeaderRow | undefined {
  let best: HeaderRow | undefined;
  const limit = Math.min(sheet.rowCount, ROWS_TO_LOOK_AT);
  for (let rowIndex = 0; rowIndex < limit; rowIndex++) {
    const cells = rowCells(sheet, rowIndex);
    const filled = cells.filter(isFilled).length;
    const known = countFields(cells, kind);
    const isEnough = known >= ENOUGH_KNOWN || (known === 1 && filled <= 2);
    if (isEnough && known > (best?.known ?? 0)) best = { rowIndex, titles: titlesOf(cells), known };
    const lower = rowCells(sheet, rowIndex + 1);
    if (known === 0 || !isHeaderLike(lower, kind)) continue;
    const joined = joinHeaderRows(cells, lower, kind, (column) =>
      spansColumns(sheet.merges, rowIndex, column),
    );
    const joinedKnown = countFields(joined, kind);
    const beatsBoth = joinedKnown > known && joinedKnown > countFields(lower, kind);
    if (beatsBoth && joinedKnown >= ENOUGH_KNOWN && joinedKnown > (best?.known ?? 0)) {
      best = { rowIndex: rowIndex + 1, titles: titlesOf(joined), known: joinedKnown };
    }
  }
  return best;
}
