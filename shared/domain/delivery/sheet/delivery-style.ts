import { PAPER, SHEET } from './page-plan';

/**
 * The style of every delivery sheet. All by classes: the window shows the same pages, and there no
 * inline style is allowed. Nothing rests on colour: shades are light, marks are frames and rules.
 */
export const DELIVERY_STYLE = `
@page { size: A4 portrait; margin: ${PAPER.marginMm}mm ${PAPER.marginMm}mm ${PAPER.marginMm - PAPER.spareMm}mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.sheet {
  width: ${SHEET.widthMm}mm; color: #111; background: #fff; line-height: 1.35;
  font-family: "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
  font-size: ${SHEET.rowPt}pt; font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
.page { display: flex; flex-direction: column; min-height: ${SHEET.heightMm}mm; }
.page + .page { break-before: page; }
.top { display: flex; justify-content: space-between; align-items: flex-end; gap: 6mm;
  height: ${SHEET.headMm}mm; padding-bottom: 2mm; overflow: hidden; }
.title { font-size: 20pt; font-weight: 700; line-height: 1.2; max-height: 15mm; overflow: hidden; }
.title.long { font-size: 13pt; }
.kind { display: inline-block; font-size: 11pt; font-weight: 600; border: 0.35mm solid #111;
  border-radius: 1mm; padding: 0 2mm; margin-right: 2.5mm; white-space: nowrap; }
.counts { font-size: 10pt; color: #333; }
.date { font-size: 17pt; font-weight: 700; white-space: nowrap; text-align: right; line-height: 1.2; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 0.25mm solid #777; padding: ${SHEET.paddingMm}mm; vertical-align: top; text-align: left; }
thead th { height: ${SHEET.tableHeadMm}mm; vertical-align: middle; font-weight: 700; background: #eee;
  border-bottom: 0.6mm solid #111; font-size: 9.5pt; white-space: nowrap; }
.mid { text-align: center; }
.strong { font-weight: 700; }
.door { font-weight: 700; font-size: 11pt; }
.quiet { color: #444; }
.same { color: #444; text-align: center; }
.box { display: inline-block; width: 4mm; height: 4mm; border: 0.35mm solid #111; vertical-align: -0.6mm; }
.many { font-weight: 700; border: 0.3mm solid #111; border-radius: 0.8mm; padding: 0 0.8mm; }
tr.house td { background: #f3f3f3; border-top: 0.6mm solid #111; font-size: 12.5pt; font-weight: 700; }
tr.house .counts { float: right; font-size: 10pt; font-weight: 400; padding-top: 0.6mm; }
tr.total td { border-bottom: 0.6mm solid #111; font-size: ${SHEET.rowPt}pt; white-space: pre-wrap; }
tr.cut td { border-left: 0; border-right: 0; border-bottom: 0; border-top: 0; height: 7mm; padding: 0;
  vertical-align: middle; }
.scissors { display: flex; align-items: center; gap: 2mm; font-size: 10pt; color: #333; }
.scissors::after { content: ""; flex: 1; border-top: 0.35mm dashed #333; }
.foot { margin-top: auto; height: ${SHEET.footMm}mm; padding-top: 2mm; display: flex;
  justify-content: space-between; font-size: 9pt; color: #333; }
`;
