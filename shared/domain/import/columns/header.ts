import { cellText } from '../cells/text-cell';
import type { ImportKind } from '../import-batch.schema';
import type { RawCell, RawSheet } from '../sheet';
import { knownHeader } from './header-words';

/**
 * Where the columns are named. `rowIndex` is the last row of the header (some sheets name groups of
 * columns above), data begin below; `titles` are the names by position; `known` counts the fields
 * that the names alone tell.
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

/** The lower row of a two-row header only holds names, and under cells that are blank or a group. */
function joinHeaderRows(upper: RawCell[], lower: RawCell[], kind: ImportKind): RawCell[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, column) => {
    const below = lower[column];
    return isFilled(below) && (knownHeader(below, kind) || !isFilled(upper[column]))
      ? (below ?? null)
      : (upper[column] ?? null);
  });
}

function isHeaderLike(cells: readonly RawCell[], kind: ImportKind): boolean {
  const filled = cells.filter(isFilled);
  const known = filled.filter((cell) => knownHeader(cell, kind));
  return filled.length > 0 && known.length >= filled.length * 0.6;
}

function titlesOf(cells: readonly RawCell[]): string[] {
  const titles = cells.map((cell) => cellText(cell).replace(/\s+/g, ' '));
  while (titles.length > 0 && titles.at(-1) === '') titles.pop();
  return titles;
}

/**
 * Finds the row that names the columns, under titles, instructions and blank rows: the first one
 * with the most known names. One known name is enough in a sheet of one or two columns.
 */
export function findHeader(sheet: RawSheet, kind: ImportKind): HeaderRow | undefined {
  let best: HeaderRow | undefined;
  const limit = Math.min(sheet.rows.length, ROWS_TO_LOOK_AT);
  for (let rowIndex = 0; rowIndex < limit; rowIndex++) {
    const cells = sheet.rows[rowIndex] ?? [];
    const filled = cells.filter(isFilled).length;
    const known = countFields(cells, kind);
    const isEnough = known >= ENOUGH_KNOWN || (known === 1 && filled <= 2);
    if (isEnough && known > (best?.known ?? 0)) best = { rowIndex, titles: titlesOf(cells), known };
    const lower = sheet.rows[rowIndex + 1];
    if (known === 0 || !lower || !isHeaderLike(lower, kind)) continue;
    const joined = joinHeaderRows(cells, lower, kind);
    const joinedKnown = countFields(joined, kind);
    const beatsBoth = joinedKnown > known && joinedKnown > countFields(lower, kind);
    if (beatsBoth && joinedKnown >= ENOUGH_KNOWN && joinedKnown > (best?.known ?? 0)) {
      best = { rowIndex: rowIndex + 1, titles: titlesOf(joined), known: joinedKnown };
    }
  }
  return best;
}
