import { countLines } from '@shared/domain/calendar/sheet/measure';

/** A4 upright in millimetres; plan and style sheet must agree. */
export const PAPER = { widthMm: 210, heightMm: 297, marginMm: 10, spareMm: 4 } as const;
export const SHEET = {
  widthMm: PAPER.widthMm - 2 * PAPER.marginMm,
  heightMm: PAPER.heightMm - 2 * PAPER.marginMm - 1,
  headMm: 18,
  tableHeadMm: 7.5,
  /** Rules and rounding: a page becomes a little fuller than planned. */
  sparePageMm: 3,
  footMm: 7,
  rowPt: 10,
  paddingMm: 1.1,
} as const;
const MM_PER_PT = 0.352_78;
const LINE_HEIGHT = 1.35;
/** Doors and totals are set so much larger than the rest of their row. */
const LARGER_PT = 1;

export type Column = { title: string; widthMm: number; isCentred?: boolean };
/** Lines of a cell: each entry begins a new one. */
export type Cell = { lines: readonly string[]; html: string };

/** The height of a row whose cells hold these texts, in mm. */
export function rowHeightMm(columns: readonly Column[], cells: readonly Cell[]): number {
  let most = 1;
  columns.forEach(({ widthMm }, at) => {
    const roomEm = ((widthMm - 2 * SHEET.paddingMm - 0.5) / (SHEET.rowPt * MM_PER_PT)) * 0.97;
    const lines = cells[at]?.lines.reduce((sum, line) => sum + countLines(line, roomEm), 0) ?? 0;
    most = Math.max(most, lines);
  });
  const text = (most * SHEET.rowPt + LARGER_PT) * LINE_HEIGHT * MM_PER_PT;
  return text + 2 * SHEET.paddingMm + 0.3;
}

/** The height of a line over the whole width, in mm. */
export function barHeightMm(text: string, sizePt: number): number {
  const roomEm = ((SHEET.widthMm - 4) / (sizePt * MM_PER_PT)) * 0.97;
  return countLines(text, roomEm) * sizePt * LINE_HEIGHT * MM_PER_PT + 2 * SHEET.paddingMm + 0.9;
}

/**
 * What stands in the table. `row`s count for the rows of a page; a `head` stays with what follows,
 * a `tail` with what stands above.
 */
export type Block = {
  kind: 'row' | 'head' | 'tail';
  heightMm: number;
  /** `isFirst`: it begins a page, so that nothing may be said to be "as above". */
  html: (isFirst: boolean) => string;
  /** For a `head`: how it stands on a further page. */
  again?: string;
};

/** Blocks that may not be torn apart. */
function chunksOf(blocks: readonly Block[]): Block[][] {
  const chunks: Block[][] = [];
  let isOpen = false;
  for (const block of blocks) {
    const last = chunks.at(-1);
    if (last && (isOpen || block.kind === 'tail')) last.push(block);
    else chunks.push([block]);
    isOpen = block.kind === 'head';
  }
  return chunks;
}

const heightOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { heightMm }) => sum + heightMm, 0);
const rowsIn = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'row').length;

/** Table rows page by page, as HTML; a section that goes on says so at the top of the next page. */
export function planPages(blocks: readonly Block[], rowsPerPage: number): string[] {
  const capacityMm =
    SHEET.heightMm - SHEET.headMm - SHEET.tableHeadMm - SHEET.footMm - SHEET.sparePageMm;
  const pages: string[] = [];
  let html = '';
  let usedMm = 0;
  let rows = 0;
  let head: Block | undefined;
  const close = () => {
    pages.push(html);
    html = '';
    usedMm = 0;
    rows = 0;
  };
  for (const chunk of chunksOf(blocks)) {
    const isFull = usedMm + heightOf(chunk) > capacityMm || rows + rowsIn(chunk) > rowsPerPage;
    if (html !== '' && isFull) {
      close();
      if (head?.again && chunk[0]?.kind !== 'head') {
        html = head.again;
        usedMm = head.heightMm;
      }
    }
    for (const block of chunk) {
      html += block.html(rows === 0);
      if (block.kind === 'head') head = block;
    }
    usedMm += heightOf(chunk);
    rows += rowsIn(chunk);
  }
  if (html !== '' || pages.length === 0) close();
  return pages;
}
