import { CELL, LINE_HEIGHT, type Metrics, pageRule } from './paper';
import type { SheetLook } from './sheet.types';

/** Tints of the slots as on screen; each also has its sign and its word. */
const TINTS = `
.morning { --tint: #fbf3d9; --edge: #c9a93f; --text: #6f5410; --bar: solid; --hatch: none; }
.noon { --tint: #e2f0fa; --edge: #5a9bc9; --text: #1f567c; --bar: solid; --hatch: none; }
.evening { --tint: #fde8da; --edge: #d98550; --text: #8a451b; --bar: solid; --hatch: none; }
.night { --tint: #e6e6f6; --edge: #7678c4; --text: #3f408c; --bar: solid; --hatch: none; }`;

const hatch = (angle: string, gapMm: number) =>
  `repeating-linear-gradient(${angle}, #7d858f 0 0.15mm, transparent 0.15mm ${gapMm}mm)`;

/** The same without colour: a bar and a hatching of its own for each slot. */
const PATTERNS = `
.morning, .noon, .evening, .night { --tint: #fff; --edge: #1b2430; --text: #1b2430; }
.morning { --bar: dotted; --hatch: none; }
.noon { --bar: solid; --hatch: ${hatch('0deg', 1.6)}; }
.evening { --bar: dashed; --hatch: ${hatch('45deg', 1.8)}; }
.night { --bar: double; --hatch: ${hatch('45deg', 1.8)}, ${hatch('-45deg', 1.8)}; }
.what, .date { color: #000; } .meta, .facts, .under, .foot, .sub { color: #222; }`;

const CJK = `"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC",
  "Source Han Sans SC", "WenQuanYi Micro Hei", "Apple Color Emoji", "Segoe UI Emoji",
  "Noto Color Emoji", sans-serif`;

/** CJK fonts draw curly quotes as wide as a character, which tears English words apart. */
export const QUOTES = {
  family: 'Latin Quotes',
  source:
    'local("Segoe UI"), local("Helvetica Neue"), local("Liberation Sans"), local("DejaVu Sans")',
  range: 'U+2018-201D',
} as const;
export const QUOTES_RULE = `@font-face { font-family: "${QUOTES.family}"; unicode-range: ${QUOTES.range};
  src: ${QUOTES.source}; }`;

/** Families for text in the sheet's language. */
export function fontFamily(language: SheetLook['language']): string {
  return language === 'en' ? `"${QUOTES.family}", ${CJK}` : CJK;
}

/**
 * The style that all sheets share; sizes in mm and pt, the same figures as the plan of pages. Set
 * on `.sheet`, not on the body: the preview shows the same markup inside of the window.
 */
export function sheetStyle(look: SheetLook, metrics: Metrics): string {
  const { scale: s, widthMm, heightMm, footMm } = metrics;
  const mm = (value: number) => `${(value * s).toFixed(2)}mm`;
  const pt = (value: number) => `${(value * s).toFixed(2)}pt`;
  return `
${pageRule(metrics)}
${look.language === 'en' ? QUOTES_RULE : ''}
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
:where(.sheet, .sheet *) { box-sizing: border-box; margin: 0; padding: 0; }
.sheet {
  width: ${widthMm}mm; color: #1b2430; background: #fff; line-height: ${LINE_HEIGHT};
  font-family: ${fontFamily(look.language)}; font-size: 10pt; text-align: left;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; word-break: normal;
}
.page { display: flex; flex-direction: column; min-height: ${heightMm}mm; }
.page + .page { break-before: page; }
.icon { width: 1em; height: 1em; vertical-align: -0.12em; }
.head { display: flex; gap: ${mm(5)}; align-items: flex-start; border: 0; }
.head .names { flex: 1; min-width: 0; }
.head .when { text-align: right; }
.logo { display: block; max-height: ${mm(14)}; max-width: ${mm(38)}; object-fit: contain; }
.qr { display: block; width: ${mm(22)}; height: ${mm(22)}; object-fit: contain; }
.title { font-weight: 700; }
.range { font-weight: 600; white-space: nowrap; font-size: ${pt(16)}; }
.under { font-size: ${pt(10)}; color: #434d5a; }
.under b { color: #1b2430; margin-left: 0.8em; font-weight: 600; }
.mark { display: inline-block; border: 0.3mm solid #1b2430; border-radius: 1mm; padding: 0 1.6mm; color: #1b2430; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.25mm solid #8b93a0; vertical-align: top; text-align: left; }
thead th { background: #f4f2ec; padding: ${mm(1)} ${mm(CELL.paddingMm)}; border-bottom: 0.6mm solid #1b2430; }
.weekend { background: #e9e5da; }
.day { background: #f4f2ec; padding: ${mm(CELL.paddingMm)}; }
.day.weekend { background: #e9e5da; }
.date { font-size: ${pt(13)}; font-weight: 700; white-space: nowrap; }
.date .weekday { margin-right: 1mm; } .day .weekday { display: block; }
.facts { font-size: ${pt(8.5)}; font-weight: 400; color: #434d5a; }
.facts b { color: #1b2430; }
.rest { display: inline-block; border-radius: 1mm; padding: 0 1mm; font-size: ${pt(8.5)}; font-weight: 700;
  border: 0.3mm solid #1b2430; line-height: 1.2; }
.rest.makeUp { background: #1b2430; color: #fff; }
tbody tr + tr > * { border-top: 0.5mm solid #5b6675; }
.band { background: var(--hatch), var(--tint); color: var(--text); text-align: center;
  padding: ${mm(CELL.paddingMm)} ${mm(0.5)}; }
.band .label { display: inline-block; background: var(--tint); padding: 0 ${mm(1)}; border-radius: 1mm; }
tbody .band { border-left: ${mm(1.2)} solid var(--edge); }
thead .band { border-top: ${mm(1.2)} solid var(--edge); }
.band .icon { display: inline-block; width: ${mm(5.5)}; height: ${mm(5.5)}; vertical-align: -0.25em; }
tbody .band .icon { display: block; margin: 0 auto ${mm(0.8)}; }
tbody .band .slot, tbody .band .hours { display: block; }
.slot { font-size: ${pt(12)}; font-weight: 700; } .slot.long { font-size: ${pt(9.5)}; }
.hours { font-size: ${pt(10)}; font-weight: 400; white-space: nowrap; }
td { padding: ${CELL.paddingMm}mm; background: #fff; }
.item { border-left: ${CELL.itemBarMm}mm var(--bar) var(--edge); background: var(--tint);
  padding: var(--pad) ${CELL.itemEndMm}mm var(--pad) ${CELL.itemIndentMm}mm; margin-bottom: var(--gap);
  line-height: var(--lead); break-inside: avoid; }
.what { font-size: var(--title); font-weight: 600; }
.meta { font-size: var(--meta); color: #434d5a; }
.foot { margin-top: auto; height: ${footMm}mm; padding-top: ${mm(2)}; display: flex;
  justify-content: space-between; font-size: ${pt(9)}; color: #434d5a; }
.note { padding-top: 2mm; font-size: ${pt(10)}; white-space: pre-wrap; } .note b { margin-right: 2mm; }
.columns { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; }
.section { display: flex; gap: ${mm(2)}; align-items: baseline; background: var(--hatch), var(--tint); color: var(--text);
  border-left: ${mm(1.2)} solid var(--edge); padding: ${mm(0.6)} ${mm(2)}; }
.section .label { background: var(--tint); padding: 0 ${mm(1)}; }
.part h2 { font-weight: 700; }
.part p { white-space: pre-wrap; }
.sub { color: #434d5a; }
.tick { display: inline-block; width: 0.95em; height: 0.95em; border: 0.3mm solid #1b2430; border-radius: 0.5mm;
  vertical-align: -0.12em; margin-right: 0.25em; }
.tick.done { background: linear-gradient(to top right, transparent 45%, #1b2430 45% 58%, transparent 58%); }
${look.isMono ? PATTERNS : TINTS}`;
}
