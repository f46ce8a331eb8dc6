import { escapeHtml } from '@shared/lib/html';
import type { SheetPages } from './sheet.types';

/**
 * Pages as a complete HTML document: no scripts, no requests, every style inside.
 * `title` names the document in a PDF's properties.
 */
export function sheetDocument(
  { style, pages }: SheetPages,
  language: 'zh-CN' | 'en',
  title: string,
): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">` +
    `<title>${escapeHtml(title)}</title><style>${style}</style></head>` +
    `<body><div class="sheet">${pages.join('')}</div></body></html>`
  );
}
