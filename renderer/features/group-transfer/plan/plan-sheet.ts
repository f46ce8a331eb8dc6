import { escapeHtml } from '@shared/lib/html';

/** A person of the plan as one line of a list, in the window's words. */
export type PlanSheetLine = {
  name: string;
  identity: string;
  region: string;
  /** Masked: lists go from hand to hand. */
  phone: string;
  from: string;
  to: string;
  why: string;
  state: string;
  /** Why they cannot go, or said no. */
  reason: string;
  at: string;
  by: string;
  invitation: string;
};

export type PlanSheetColumn = { key: keyof PlanSheetLine; title: string };

type PlanPage = {
  language: string;
  title: string;
  /** What is said of the whole plan: when it was settled, why. */
  intro: readonly string[];
  columns: readonly PlanSheetColumn[];
  lines: readonly PlanSheetLine[];
  foot: string;
};

const STYLE =
  '@page{size:A4 landscape;margin:12mm}*{box-sizing:border-box}' +
  'body{margin:0;color:#000;font:9pt/1.45 "PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}' +
  'h1{margin:0 0 2mm;font-size:16pt;line-height:1.2}p{margin:0 0 1mm}' +
  'table{width:100%;margin-top:3mm;border-collapse:collapse}thead{display:table-header-group}' +
  'th,td{padding:1mm 1.5mm;border:.2mm solid #777;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'th{border-bottom:.5mm solid #000;white-space:nowrap}td.invitation{white-space:pre-line;width:34%}' +
  'tr{break-inside:avoid}.foot{margin-top:3mm;font-size:8pt;color:#333}';

/** The plan as a page for paper; its head is repeated on every sheet. */
export function planDocument({ language, title, intro, columns, lines, foot }: PlanPage): string {
  const heads = columns.map((column) => `<th>${escapeHtml(column.title)}</th>`).join('');
  const rows = lines.map((line) => {
    const cells = columns.map(({ key }) => `<td class="${key}">${escapeHtml(line[key])}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const paragraphs = intro.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  return `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><h1>${escapeHtml(title)}</h1>${paragraphs}<table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table><p class="foot">${escapeHtml(foot)}</p></body></html>`;
}
