import { breakLines, countLines } from './measure';
import { linesMm, roomEm, SCRIPTS } from './page-metrics';

export type TextBlock = { heading: string; text: string };
/** A block or the part of it that one column holds. */
export type FlowPart = TextBlock & { isContinued: boolean };
/** Columns of pages, left then right. */
export type FlowPage = { left: FlowPart[]; right: FlowPart[] };

/** No heading stands alone at the foot of a column. */
const LEAST_LINES = 2;

const joinLines = (lines: readonly { line: string; endsBlock: boolean }[]) =>
  lines
    .map(({ line, endsBlock }) => (endsBlock ? `${line}\n` : line))
    .join('')
    .trimEnd();

/**
 * Sets long texts in columns of `columnMm` × `heightMm`, two to a page, cutting between lines and
 * losing nothing: the parts of a block joined give its text (spaces at cuts aside).
 */
export function flowTexts(
  blocks: readonly TextBlock[],
  columnMm: number,
  heightMm: number,
): FlowPage[] {
  const columns: FlowPart[][] = [];
  let leftMm = 0;
  const turn = () => {
    columns.push([]);
    leftMm = heightMm;
  };
  const lineMm = linesMm(1, SCRIPTS.textPt);
  for (const { heading, text } of blocks) {
    const headLines = countLines(heading, roomEm(columnMm, SCRIPTS.headPt));
    const overheadMm = linesMm(headLines, SCRIPTS.headPt) + SCRIPTS.gapMm;
    let rest = breakLines(text.trim(), roomEm(columnMm, SCRIPTS.textPt));
    let isContinued = false;
    while (rest.length > 0) {
      if (leftMm < overheadMm + Math.min(LEAST_LINES, rest.length) * lineMm) turn();
      const room = Math.max(1, Math.floor((leftMm - overheadMm) / lineMm));
      const part = rest.slice(0, room);
      columns.at(-1)?.push({ heading, text: joinLines(part), isContinued });
      leftMm -= overheadMm + part.length * lineMm;
      rest = rest.slice(room);
      isContinued = true;
    }
  }
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, page) => ({
    left: columns[page * 2] ?? [],
    right: columns[page * 2 + 1] ?? [],
  }));
}
