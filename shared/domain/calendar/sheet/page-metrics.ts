/** A4 landscape in millimetres. One place, because the plan and the style sheet must agree. */
export const PAGE = { widthMm: 297, heightMm: 210, marginMm: 10 } as const;
/** The foot of the paper lies lower than planned: a font that runs high spills no empty page. */
export const SPARE_MM = 4;
export const BOX = {
  widthMm: PAGE.widthMm - 2 * PAGE.marginMm,
  /** A little less than the paper leaves, so that rounding never pushes a foot to a new page. */
  heightMm: PAGE.heightMm - 2 * PAGE.marginMm - 1,
} as const;
export const GRID = {
  slotColumnMm: 19,
  cellPaddingMm: 1.4,
  itemBarMm: 0.8,
  itemIndentMm: 1.3,
  /** At the right edge. */
  itemEndMm: 0.5,
} as const;
export const FOOT_MM = 7;
export const SCRIPTS = { columnGapMm: 9, headPt: 10, textPt: 9.5, gapMm: 3.5 } as const;

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

export const dayColumnMm = (BOX.widthMm - GRID.slotColumnMm) / 7;
export const itemTextMm =
  dayColumnMm - 2 * GRID.cellPaddingMm - GRID.itemBarMm - GRID.itemIndentMm - GRID.itemEndMm - 0.4;
