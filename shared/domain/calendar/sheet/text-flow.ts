import { breakLines, countLines } from './measure';
import { linesMm, roomEm } from './paper';

/** `section` begins a part of its own (a slot) with a head where it differs from the one before. */
export type TextBlock = { section?: string; heading: string; sub?: string; text: string };
/** A block or the part of it that one column holds. */
export type FlowPart = TextBlock & { isContinued: boolean; opensSection: boolean };
/** The columns of one page. */
export type FlowPage = FlowPart[][];

export type FlowMetrics = {
  columnMm: number;
  heightMm: number;
  columns: number;
  headPt: number;
  subPt: number;
  textPt: number;
  gapMm: number;
  /** A section's head with its gap; 0 where there are none. */
  sectionMm: number;
};

/** No heading stands alone at the foot of a column. */
const LEAST_LINES = 2;

const joinLines = (lines: readonly { line: string; endsBlock: boolean }[]) =>
  lines
    .map(({ line, endsBlock }) => (endsBlock ? `${line}\n` : line))
    .join('')
    .trimEnd();

const linesOf = (text: string, room: number) => (text === '' ? 0 : countLines(text, room));

/**
 * Sets long texts in columns, cutting between lines and losing nothing: the parts of a block joined
 * give its text (spaces at cuts aside). A block without text is its heading alone.
 */
export function flowTexts(blocks: readonly TextBlock[], metrics: FlowMetrics): FlowPage[] {
  const { columnMm, heightMm, headPt, subPt, textPt, gapMm, sectionMm } = metrics;
  const columns: FlowPart[][] = [];
  let leftMm = 0;
  let section: string | undefined;
  const turn = () => {
    columns.push([]);
    leftMm = heightMm;
    section = undefined;
  };
  const lineMm = linesMm(1, textPt);
  for (const block of blocks) {
    const headMm =
      linesMm(linesOf(block.heading, roomEm(columnMm, headPt)), headPt) +
      linesMm(linesOf(block.sub ?? '', roomEm(columnMm, subPt)), subPt) +
      gapMm;
    const text = block.text.trim();
    let rest = text === '' ? [] : breakLines(text, roomEm(columnMm, textPt));
    let isContinued = false;
    do {
      const opens = () => block.section !== undefined && block.section !== section;
      const overheadMm = () => headMm + (opens() ? sectionMm : 0);
      const leastMm = overheadMm() + Math.min(LEAST_LINES, rest.length) * lineMm;
      if (columns.length === 0 || (leftMm < leastMm && columns.at(-1)?.length !== 0)) turn();
      const room = Math.max(1, Math.floor((leftMm - overheadMm()) / lineMm));
      const part = rest.slice(0, room);
      columns.at(-1)?.push({ ...block, text: joinLines(part), isContinued, opensSection: opens() });
      leftMm -= overheadMm() + part.length * lineMm;
      section = block.section;
      rest = rest.slice(room);
      isContinued = true;
    } while (rest.length > 0);
  }
  const { columns: perPage } = metrics;
  return Array.from({ length: Math.ceil(columns.length / perPage) }, (_, page) =>
    Array.from({ length: perPage }, (_, column) => columns[page * perPage + column] ?? []),
  );
}
