import { textEm } from '@shared/domain/calendar/sheet/measure';
import { assertNever } from '@shared/lib/errors';
import { escapeHtml } from '@shared/lib/html';
import type { DeliveryOptions, DeliveryOrder } from '../delivery.types';
import { columnRules } from './columns';
import { deliverySheet, type Sheet } from './delivery-blocks';
import { DELIVERY_STYLE } from './delivery-style';
import { planPages } from './page-plan';
import { fill } from './parts';
import { pickingSheet } from './picking-blocks';
import { pickupSheet } from './pickup-blocks';

/** Longer names are set smaller, so that they stay on two lines beside the date. */
const LONG_TITLE_EM = 16;

function sheetOf(orders: readonly DeliveryOrder[], options: DeliveryOptions): Sheet {
  switch (options.kind) {
    case 'delivery':
      return deliverySheet(orders, options);
    case 'picking':
      return pickingSheet(orders, options);
    case 'pickup':
      return pickupSheet(orders, options);
    default:
      return assertNever(options.kind, 'sheetOf');
  }
}

function headHtml(sheet: Sheet, options: DeliveryOptions): string {
  const { words, title, dateText, kind } = options;
  const long = textEm(title) > LONG_TITLE_EM ? ' long' : '';
  const counts = fill(words.counts, { orders: sheet.orderCount, pieces: sheet.pieceCount });
  return (
    `<div class="top"><div><div class="title${long}">${escapeHtml(title)}</div></div>` +
    `<div class="date">${escapeHtml(dateText)}<div class="counts"><span class="kind">` +
    `${escapeHtml(words[kind])}</span>${escapeHtml(counts)}</div></div></div>`
  );
}

export type DeliveryPages = { pages: string[]; orderCount: number; pieceCount: number };

/** The pages of a sheet, each the HTML of one `section`; every text is escaped. */
export function deliveryPages(
  orders: readonly DeliveryOrder[],
  options: DeliveryOptions,
): DeliveryPages {
  const sheet = sheetOf(orders, options);
  const head = headHtml(sheet, options);
  const bodies = planPages(sheet.blocks, options.rowsPerPage);
  const columns = sheet.columns.map((_, at) => `<col class="c${at}">`).join('');
  const titles = sheet.columns
    .map(
      ({ title, isCentred }) => `<th${isCentred ? ' class="mid"' : ''}>${escapeHtml(title)}</th>`,
    )
    .join('');
  const pages = bodies.map((body, at) => {
    const page = fill(options.words.page, { n: at + 1, total: bodies.length });
    return (
      `<section class="page ${options.kind}">${head}<table><colgroup>${columns}</colgroup>` +
      `<thead><tr>${titles}</tr></thead><tbody>${body}</tbody></table>` +
      `<div class="foot"><span>${escapeHtml(options.title)}</span><span>${escapeHtml(page)}</span></div></section>`
    );
  });
  return { pages, orderCount: sheet.orderCount, pieceCount: sheet.pieceCount };
}

/** All rules that the pages need. */
export const deliveryStyle = (): string => `${DELIVERY_STYLE}${columnRules()}`;

/** The sheet as a complete document for A4: no scripts, styles inline. */
export function deliveryDocument(pages: readonly string[], options: DeliveryOptions): string {
  const title = `${options.title} ${options.words[options.kind]}`;
  return (
    `<!doctype html><html lang="${options.language}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${escapeHtml(title)}</title><style>${deliveryStyle()}</style></head>` +
    `<body><div class="sheet">${pages.join('')}</div></body></html>`
  );
}
