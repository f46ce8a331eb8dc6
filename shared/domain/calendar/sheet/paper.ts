/** What a sheet is printed on. */
export type Paper = { size: 'A4' | 'A3'; isLandscape: boolean };

const SHORT_MM = { A4: 210, A3: 297 } as const;
const LONG_MM = { A4: 297, A3: 420 } as const;
const MARGIN_MM = 10;
/** Pictures for the phone are this wide, in pixels. */
export const POSTER_WIDTH_PX = 1080;
/** The foot of the paper lies lower than planned: a font that runs high spills no empty page. */
const SPARE_MM = 4;

/** Everything that the plan of pages and the style sheet must agree on, in millimetres. */
export type Metrics = {
  paper: Paper;
  /** Of the whole paper. */
  pageWidthMm: number;
  pageHeightMm: number;
  /** Of what is printed on. */
  widthMm: number;
  heightMm: number;
  /** How much larger heads, rules and signs are than on A4: a wall is read from farther away. */
  scale: number;
  footMm: number;
};

export function metricsOf(paper: Paper): Metrics {
  const pageWidthMm = paper.isLandscape ? LONG_MM[paper.size] : SHORT_MM[paper.size];
  const pageHeightMm = paper.isLandscape ? SHORT_MM[paper.size] : LONG_MM[paper.size];
  const scale = paper.size === 'A3' ? 1.35 : 1;
  return {
    paper,
    pageWidthMm,
    pageHeightMm,
    widthMm: pageWidthMm - 2 * MARGIN_MM,
    // A little less than the paper leaves, so that rounding never pushes a foot to a new page.
    heightMm: pageHeightMm - 2 * MARGIN_MM - 1,
    scale,
    footMm: 7 * scale,
  };
}

/** The page rule of a style sheet for this paper. */
export function pageRule({ paper }: Metrics): string {
  const turn = paper.isLandscape ? 'landscape' : 'portrait';
  return (
    `@page { size: ${paper.size} ${turn}; ` +
    `margin: ${MARGIN_MM}mm ${MARGIN_MM}mm ${MARGIN_MM - SPARE_MM}mm; }`
  );
}

/** Cells of a grid, on A4. */
export const CELL = {
  paddingMm: 1.4,
  itemBarMm: 1,
  itemIndentMm: 1.3,
  /** At the right edge. */
  itemEndMm: 0.5,
} as const;

/** The room for an item's words in a cell of this width. */
export function itemTextMm(cellMm: number): number {
  return cellMm - 2 * CELL.paddingMm - CELL.itemBarMm - CELL.itemIndentMm - CELL.itemEndMm - 0.4;
}

export const LINE_HEIGHT = 1.3;
const MM_PER_PT = 0.352_78;

/** The height of lines of text, in mm. */
export function linesMm(lines: number, sizePt: number, lineHeight: number = LINE_HEIGHT): number {
  return lines * sizePt * lineHeight * MM_PER_PT;
}

/** Room in em for a font size. Punctuation that may not begin a line drags a character along. */
export function roomEm(widthMm: number, sizePt: number): number {
  return (widthMm / (sizePt * MM_PER_PT)) * 0.97;
}

/** How wide a text of so many em is. */
export function emMm(em: number, sizePt: number): number {
  return em * sizePt * MM_PER_PT;
}
