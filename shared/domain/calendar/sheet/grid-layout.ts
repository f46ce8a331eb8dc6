import { cellKey, itemsByCell } from '../cell.rules';
import { SLOTS, type Slot } from '../content.schema';
import { countLines, textEm } from './measure';
import { GRID, itemTextMm, linesMm, roomEm } from './page-metrics';
import type { SheetItem } from './sheet.types';

/** How an item is set; chosen as large as the week's load lets it be. */
export type TextStep = {
  titlePt: number;
  metaPt: number;
  lineHeight: number;
  /** Above and below an item's words. */
  paddingMm: number;
  gapMm: number;
};

const airy = { lineHeight: 1.3, paddingMm: 0.5, gapMm: 1.2 };
const tight = { lineHeight: 1.2, paddingMm: 0.2, gapMm: 0.7 };
const SMALLEST_PT = 8;
const SMALLEST_STEP: TextStep = { titlePt: SMALLEST_PT, metaPt: 7, ...tight };
const STEPS: readonly TextStep[] = [
  { titlePt: 15, metaPt: 10, ...airy },
  { titlePt: 13.5, metaPt: 9.5, ...airy },
  { titlePt: 12, metaPt: 9, ...airy },
  { titlePt: 11, metaPt: 8.5, ...airy },
  { titlePt: 10, metaPt: 8, ...airy },
  { titlePt: 9, metaPt: 7.5, ...tight },
  SMALLEST_STEP,
];

/** Longer titles are set smaller than the rest, so that one long title does not shrink the week. */
const LONG_TITLES: readonly { overEm: number; scale: number }[] = [
  { overEm: 90, scale: 0.65 },
  { overEm: 40, scale: 0.8 },
];

/** The size of one item's title at a step, in pt. */
export function titlePtOf(title: string, step: TextStep): number {
  const em = textEm(title);
  const scale = LONG_TITLES.find(({ overEm }) => em > overEm)?.scale ?? 1;
  return Math.max(SMALLEST_PT, step.titlePt * scale);
}

/** What a slot's sign, name and hours need, and the word that a row is continued. */
const SLOT_HEAD_MM = 19.8;
const CONTINUED_MM = 5;
/** Rows of a last page with little on it grow to this and no further. */
const LOOSE_ROW_MM = 46;
const WELL_FILLED = 0.7;

export type GridRow<T> = {
  slot: Slot;
  heightMm: number;
  /** A row that began on the page before. */
  isContinued: boolean;
  /** Items of each day, Monday first. */
  cells: readonly (readonly T[])[];
};
export type GridPlan<T> = { step: TextStep; pages: GridRow<T>[][] };

/** `heightMm` counts the gap below. */
type Measured<T> = { item: T; heightMm: number };
type Row<T> = { slot: Slot; isContinued: boolean; cells: Measured<T>[][] };

function cellMm(cell: readonly { heightMm: number }[]): number {
  return cell.reduce((sum, item) => sum + item.heightMm, 2 * GRID.cellPaddingMm);
}

function rowMm<T>(row: Row<T>): number {
  const headMm = SLOT_HEAD_MM + (row.isContinued ? CONTINUED_MM : 0);
  return Math.max(headMm, ...row.cells.map(cellMm));
}

function measureRows<T extends SheetItem>(
  items: readonly T[],
  days: readonly string[],
  metaLines: (item: T) => readonly string[],
  step: TextStep,
): Row<T>[] {
  const cells = itemsByCell(items);
  const metaRoom = roomEm(itemTextMm, step.metaPt);
  const measure = (item: T): Measured<T> => {
    const titlePt = titlePtOf(item.title, step);
    const title = countLines(item.title, roomEm(itemTextMm, titlePt));
    // The sign of the form before the first line is as wide as a character.
    const meta = metaLines(item).reduce((sum, line) => sum + countLines(`图${line}`, metaRoom), 0);
    return {
      item,
      heightMm:
        linesMm(title, titlePt, step.lineHeight) +
        linesMm(meta, step.metaPt, step.lineHeight) +
        2 * step.paddingMm +
        step.gapMm,
    };
  };
  return SLOTS.map((slot) => ({
    slot,
    isContinued: false,
    cells: days.map((date) => (cells.get(cellKey({ date, slot })) ?? []).map(measure)),
  }));
}

/** The part of a row that fits into a height, and the rest. */
function splitRow<T>(row: Row<T>, heightMm: number): [Row<T>, Row<T>] {
  const counts = row.cells.map((cell) => {
    let count = cell.length;
    while (count > 0 && cellMm(cell.slice(0, count)) > heightMm) count -= 1;
    return count;
  });
  return [
    { ...row, cells: row.cells.map((cell, day) => cell.slice(0, counts[day])) },
    { ...row, isContinued: true, cells: row.cells.map((cell, day) => cell.slice(counts[day])) },
  ];
}

const hasItems = <T>(row: Row<T>) => row.cells.some((cell) => cell.length > 0);

/** Rows dealt out to pages in order; null when a single item is higher than a page. */
function paginate<T>(rows: readonly Row<T>[], capacityMm: number): Row<T>[][] | null {
  const pages: Row<T>[][] = [[]];
  let leftMm = capacityMm;
  const turnPage = () => {
    pages.push([]);
    leftMm = capacityMm;
  };
  for (const whole of rows) {
    let row = whole;
    if (rowMm(row) > leftMm && pages.at(-1)?.length) turnPage();
    while (rowMm(row) > capacityMm) {
      const [head, rest] = splitRow(row, capacityMm);
      if (!hasItems(head)) return null;
      pages.at(-1)?.push(head);
      turnPage();
      row = rest;
    }
    pages.at(-1)?.push(row);
    leftMm -= rowMm(row);
  }
  return pages;
}

/** Raises the lowest rows to one common height until the page is filled. */
function fillPage(heightsMm: readonly number[], capacityMm: number, isOnly: boolean): number[] {
  let level = 0;
  for (let high = capacityMm, n = 0; n < 40; n += 1) {
    const middle = (level + high) / 2;
    const sum = heightsMm.reduce((total, height) => total + Math.max(height, middle), 0);
    if (sum <= capacityMm) level = middle;
    else high = middle;
  }
  const filled = heightsMm.reduce((total, height) => total + height, 0) / capacityMm;
  const limit = isOnly || filled > WELL_FILLED ? level : Math.min(level, LOOSE_ROW_MM);
  return heightsMm.map((height) => Math.max(height, limit));
}

/**
 * Deals a week's items to rows and pages. `capacityMm` is the height that rows may take on a page,
 * `metaLines` the small lines below an item's title. Takes the fewest pages that the smallest
 * type needs, then the largest type that needs no more.
 */
export function planGrid<T extends SheetItem>(
  items: readonly T[],
  days: readonly string[],
  capacityMm: number,
  metaLines: (item: T) => readonly string[],
): GridPlan<T> {
  const at = (step: TextStep) => paginate(measureRows(items, days, metaLines, step), capacityMm);
  const fewest = at(SMALLEST_STEP)?.length ?? 1;
  const plan = STEPS.map((step) => ({ step, pages: at(step) })).find(
    ({ pages }) => pages !== null && pages.length <= fewest,
  );
  const pages = plan?.pages ?? [measureRows(items, days, metaLines, SMALLEST_STEP)];
  return {
    step: plan?.step ?? SMALLEST_STEP,
    pages: pages.map((rows) => {
      const heights = fillPage(rows.map(rowMm), capacityMm, pages.length === 1);
      return rows.map((row, index) => ({
        slot: row.slot,
        isContinued: row.isContinued,
        heightMm: heights[index] ?? rowMm(row),
        cells: row.cells.map((cell) => cell.map(({ item }) => item)),
      }));
    }),
  };
}
