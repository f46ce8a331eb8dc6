import { countLines, textEm } from './measure';
import { CELL, itemTextMm, linesMm, roomEm } from './paper';
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
/** The largest ones are for A3, and for a week with little in it. */
const STEPS: readonly TextStep[] = [
  { titlePt: 21, metaPt: 13, ...airy },
  { titlePt: 18, metaPt: 11.5, ...airy },
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

const CONTINUED_MM = 5;
/** Rows of a last page with little on it grow to this and no further. */
const LOOSE_ROW_MM = 46;
const WELL_FILLED = 0.7;

/** A row of the grid before it is planned: a slot over seven days, or a day over four slots. */
export type GridLine<T> = {
  key: string;
  /** What its head needs: sign, name, hours or date and festivals. */
  headMm: number;
  cells: readonly (readonly T[])[];
};
export type GridRow<T> = Omit<GridLine<T>, 'headMm'> & {
  heightMm: number;
  /** A row that began on the page before. */
  isContinued: boolean;
};
export type GridPlan<T> = { step: TextStep; pages: GridRow<T>[][] };

export type GridRoom<T> = {
  /** The width of a cell, and the height that rows may take on a page. */
  cellMm: number;
  capacityMm: number;
  /** No title larger than this: A4 is held in the hand or hangs at arm's length. */
  largestPt: number;
  /** The small lines below an item's title. */
  metaLines: (item: T) => readonly string[];
};

/** `heightMm` counts the gap below. */
type Measured<T> = { item: T; heightMm: number };
type Row<T> = { key: string; headMm: number; isContinued: boolean; cells: Measured<T>[][] };

function cellMm(cell: readonly { heightMm: number }[]): number {
  return cell.reduce((sum, item) => sum + item.heightMm, 2 * CELL.paddingMm);
}

function rowMm<T>(row: Row<T>): number {
  const headMm = row.headMm + (row.isContinued ? CONTINUED_MM : 0);
  return Math.max(headMm, ...row.cells.map(cellMm));
}

function measureRows<T extends SheetItem>(
  lines: readonly GridLine<T>[],
  { cellMm: widthMm, metaLines }: GridRoom<T>,
  step: TextStep,
): Row<T>[] {
  const textMm = itemTextMm(widthMm);
  const metaRoom = roomEm(textMm, step.metaPt);
  const measure = (item: T): Measured<T> => {
    const titlePt = titlePtOf(item.title, step);
    const title = countLines(item.title, roomEm(textMm, titlePt));
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
  return lines.map(({ key, headMm, cells }) => ({
    key,
    headMm,
    isContinued: false,
    cells: cells.map((cell) => cell.map(measure)),
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
 * Deals the lines of a grid to rows and pages. Takes the fewest pages that the smallest type needs,
 * then the largest type that needs no more.
 */
export function planGrid<T extends SheetItem>(
  lines: readonly GridLine<T>[],
  room: GridRoom<T>,
): GridPlan<T> {
  const { capacityMm, largestPt } = room;
  const at = (step: TextStep) => paginate(measureRows(lines, room, step), capacityMm);
  const fewest = at(SMALLEST_STEP)?.length ?? 1;
  const plan = STEPS.filter((step) => step.titlePt <= largestPt)
    .map((step) => ({ step, pages: at(step) }))
    .find(({ pages }) => pages !== null && pages.length <= fewest);
  const pages = plan?.pages ?? [measureRows(lines, room, SMALLEST_STEP)];
  return {
    step: plan?.step ?? SMALLEST_STEP,
    pages: pages.map((rows) => {
      const heights = fillPage(rows.map(rowMm), capacityMm, pages.length === 1);
      return rows.map((row, index) => ({
        key: row.key,
        isContinued: row.isContinued,
        heightMm: heights[index] ?? rowMm(row),
        cells: row.cells.map((cell) => cell.map(({ item }) => item)),
      }));
    }),
  };
}
