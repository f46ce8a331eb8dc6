import { textEm } from '@shared/domain/calendar/sheet/measure';
import { escapeHtml } from '@shared/lib/html';
import type { PlannedSection } from './sheet-plan.rules';

/** Millimetres of A4 upright; `spare` is left at the foot so that no rounding makes a second page. */
const PAGE = { widthMm: 210, heightMm: 297, marginMm: 13, spareMm: 3 } as const;
const LINE_MM = 4.9;
const FONT_PT = 9;
const MM_PER_PT = 0.352_778;

const innerMm = PAGE.heightMm - 2 * PAGE.marginMm - PAGE.spareMm;
/** Lines of text between the upper and the lower margin. */
export const PAGE_LINES = Math.floor(innerMm / LINE_MM);
/** Room on a line, in em. */
export const LINE_EM = Math.floor((PAGE.widthMm - 2 * PAGE.marginMm) / (FONT_PT * MM_PER_PT));

export type SheetField = { label: string; value: string };

export type MemberSheet = {
  language: string;
  name: string;
  /** Beside the name: identity, level. */
  subtitle: string;
  fields: readonly SheetField[];
  figures: readonly SheetField[];
  sections: readonly PlannedSection[];
  foot: { left: string; right: string };
};

const STYLE = `
@page { size: A4 portrait; margin: ${PAGE.marginMm}mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { color: #111; background: #fff; font-size: ${FONT_PT}pt; font-variant-numeric: tabular-nums;
  font-family: "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif; }
.page { position: relative; height: ${innerMm}mm; line-height: ${LINE_MM}mm; }
.head { display: flex; align-items: baseline; gap: 4mm; height: ${2 * LINE_MM}mm; border-bottom: 0.5mm solid #111; }
.head h1 { font-size: 17pt; line-height: ${1.8 * LINE_MM}mm; white-space: nowrap; }
.grid { display: grid; grid-template-columns: repeat(3, 1fr); column-gap: 4mm; padding-top: 1mm; }
.grid div { height: ${LINE_MM}mm; white-space: nowrap; }
.line { height: ${LINE_MM}mm; white-space: pre; }
.grid .wide { grid-column: 1 / -1; }
.grid dt, .grid dd { display: inline; }
dt { color: #444; }
dt::after { content: " "; }
.figures { display: grid; grid-template-columns: repeat(6, 1fr); column-gap: 2mm; margin-top: 1.5mm; padding: 1mm 0;
  border-top: 0.25mm solid #777; border-bottom: 0.25mm solid #777; }
.figures div { height: ${2 * LINE_MM}mm; }
.figures dt { overflow: hidden; font-size: 8pt; letter-spacing: -0.01em; white-space: nowrap; text-overflow: ellipsis; }
.figures dd { font-size: 11pt; font-weight: 700; white-space: nowrap; }
h2 { height: ${1.5 * LINE_MM}mm; padding-top: ${0.4 * LINE_MM}mm; font-size: 9.5pt; line-height: ${1.1 * LINE_MM}mm;
  border-bottom: 0.25mm solid #777; }
.row { display: grid; grid-template-columns: 24mm 24mm 30mm 1fr; column-gap: 2mm; }
.row > :nth-child(2) { text-align: right; }
.foot { position: absolute; right: 0; bottom: 0; left: 0; display: flex; justify-content: space-between;
  height: ${LINE_MM}mm; font-size: 8pt; color: #333; }
`;

const WIDE_EM = LINE_EM / 3 - 1.5;

/** How many lines everything above the sections takes, together with the foot. */
export function fixedLines(fields: readonly SheetField[], figures: readonly SheetField[]): number {
  const wide = fields.filter(isWide).length;
  const narrow = Math.ceil((fields.length - wide) / 3);
  const rows = Math.ceil(figures.length / 6);
  // One line for the foot, one for the small gaps.
  return 2 + wide + narrow + rows * 2 + 2;
}

const isWide = ({ label, value }: SheetField) => textEm(`${label} ${value}`) > WIDE_EM;

/** One page of A4 about one person, as a complete document: no scripts, styles inline, all escaped. */
export function memberSheetDocument(sheet: MemberSheet): string {
  const { language, name, subtitle, fields, figures, sections, foot } = sheet;
  const ordered = [...fields.filter((it) => !isWide(it)), ...fields.filter(isWide)];
  return (
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${escapeHtml(name)}</title><style>${STYLE}</style></head><body><div class="page">` +
    `<div class="head"><h1>${escapeHtml(name)}</h1><span>${escapeHtml(subtitle)}</span></div>` +
    `<dl class="grid">${ordered.map(fieldHtml).join('')}</dl>` +
    `<dl class="figures">${figures.map(figureHtml).join('')}</dl>` +
    sections.map(sectionHtml).join('') +
    `<div class="foot"><span>${escapeHtml(foot.left)}</span><span>${escapeHtml(foot.right)}</span></div>` +
    `</div></body></html>`
  );
}

const pair = ({ label, value }: SheetField) =>
  `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`;
const fieldHtml = (field: SheetField) =>
  `<div${isWide(field) ? ' class="wide"' : ''}>${pair(field)}</div>`;
const figureHtml = (field: SheetField) => `<div>${pair(field)}</div>`;

function sectionHtml({ title, lines }: PlannedSection): string {
  const rows = lines.map((line) =>
    typeof line === 'string'
      ? `<div class="line">${escapeHtml(line)}</div>`
      : `<div class="line row">${line.map((cell) => `<span>${escapeHtml(cell)}</span>`).join('')}</div>`,
  );
  return `<h2>${escapeHtml(title)}</h2>${rows.join('')}`;
}
