import {
  BOX,
  dayColumnMm,
  FOOT_MM,
  GRID,
  LINE_HEIGHT,
  PAGE,
  SCRIPTS,
  SPARE_MM,
} from './page-metrics';

/**
 * Tints of the slots as on screen; each row also has its sign, its word and a heavy rule, so that
 * a black-and-white print says the same.
 */
const TINTS = `
.morning { --tint: #fbf3d9; --edge: #c9a93f; --text: #6f5410; }
.noon { --tint: #e2f0fa; --edge: #5a9bc9; --text: #1f567c; }
.evening { --tint: #fde8da; --edge: #d98550; --text: #8a451b; }
.night { --tint: #e6e6f6; --edge: #7678c4; --text: #3f408c; }`;

/** The whole style of a printed week; sizes in mm and pt, the same figures as the plan of pages. */
export const SHEET_STYLE = `
@page { size: A4 landscape; margin: ${PAGE.marginMm}mm ${PAGE.marginMm}mm ${PAGE.marginMm - SPARE_MM}mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body {
  width: ${BOX.widthMm}mm; color: #1b2430; background: #fff; line-height: ${LINE_HEIGHT};
  font-family: "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; word-break: normal;
}
/* CJK fonts draw curly quotes as wide as a character, which tears English words apart. */
@font-face { font-family: "Latin Quotes"; unicode-range: U+2018-201D;
  src: local("Segoe UI"), local("Helvetica Neue"), local("Liberation Sans"), local("DejaVu Sans"); }
html[lang="en"] body { font-family: "Latin Quotes", "PingFang SC", "Microsoft YaHei UI",
  "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
.page { display: flex; flex-direction: column; min-height: ${BOX.heightMm}mm; }
.page + .page { break-before: page; }
.icon { width: 1em; height: 1em; vertical-align: -0.12em; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; }
.title { font-weight: 700; }
.range { font-weight: 600; white-space: nowrap; font-size: 16pt; }
.under { display: flex; justify-content: space-between; font-size: 10pt; color: #434d5a;
  padding-bottom: 1.6mm; }
.mark { border: 0.3mm solid #1b2430; border-radius: 1mm; padding: 0 1.6mm; color: #1b2430; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
col.slots { width: ${GRID.slotColumnMm}mm; } col.day { width: ${dayColumnMm}mm; }
th, td { border: 0.25mm solid #8b93a0; vertical-align: top; text-align: left; }
thead th { background: #f4f2ec; padding: 1mm ${GRID.cellPaddingMm}mm; border-bottom: 0.6mm solid #1b2430; }
thead th.weekend { background: #e9e5da; }
.date { font-size: 13pt; font-weight: 700; white-space: nowrap; }
.date .weekday { margin-right: 1mm; }
.facts { font-size: 8.5pt; font-weight: 400; color: #434d5a; }
.facts b { color: #1b2430; }
.rest { display: inline-block; border-radius: 1mm; padding: 0 1mm; font-size: 8.5pt; font-weight: 700;
  border: 0.3mm solid #1b2430; line-height: 1.2; }
.rest.makeUp { background: #1b2430; color: #fff; }
tbody tr + tr > * { border-top: 0.5mm solid #5b6675; }
tbody th { background: var(--tint); color: var(--text); text-align: center; padding: ${GRID.cellPaddingMm}mm 0.5mm;
  border-left: 1.2mm solid var(--edge); }
tbody th .icon { display: block; width: 5.5mm; height: 5.5mm; margin: 0 auto 0.8mm; }
.slot { font-size: 12pt; font-weight: 700; } .slot.long { font-size: 9.5pt; }
.hours { font-size: 10pt; font-weight: 400; white-space: nowrap; }
tbody td { padding: ${GRID.cellPaddingMm}mm; background: #fff; }
.item { border-left: ${GRID.itemBarMm}mm solid var(--edge); background: var(--tint);
  padding: var(--pad) ${GRID.itemEndMm}mm var(--pad) ${GRID.itemIndentMm}mm; margin-bottom: var(--gap);
  line-height: var(--lead); break-inside: avoid; }
.what { font-size: var(--title); font-weight: 600; }
.meta { font-size: var(--meta); color: #434d5a; }
.foot { margin-top: auto; height: ${FOOT_MM}mm; padding-top: 2mm; display: flex;
  justify-content: space-between; font-size: 9pt; color: #434d5a; }
.note { padding-top: 2mm; font-size: 10pt; white-space: pre-wrap; } .note b { margin-right: 2mm; }
.columns { display: grid; grid-template-columns: 1fr 1fr; column-gap: ${SCRIPTS.columnGapMm}mm; }
.part { padding-bottom: ${SCRIPTS.gapMm}mm; }
.part h2 { font-size: ${SCRIPTS.headPt}pt; }
.part p { font-size: ${SCRIPTS.textPt}pt; white-space: pre-wrap; }
${TINTS}`;
