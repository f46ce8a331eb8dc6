import { escapeHtml } from '@shared/lib/html';
import { countLines, textEm } from './measure';
import { emMm, linesMm, type Metrics, roomEm } from './paper';
import type { SheetHead, SheetLook, SheetWords } from './sheet.types';
import type { StyleBook } from './style-book';

const RANGE_PT = 16;
const UNDER_PT = 10;
const LOGO_MM = 38;
const LOGO_HEIGHT_MM = 14;
const QR_MM = 22;
const GAP_MM = 5;
const BELOW_MM = 2.5;

/** The head of every page of a sheet: its height is the same on all of them. */
export type PlannedHead = { html: string; heightMm: number };

/** Pictures come as data URLs that the leader chose; anything else is left out. */
const picture = (kind: string, source: string) =>
  source.startsWith('data:image/')
    ? `<img class="${kind}" src="${escapeHtml(source)}" alt="">`
    : '';

/**
 * Sets the head: logo, title with subtitle and greeting, dates with the mark of the internal edition
 * and the words about the QR code, QR code. The title is set as large as one line allows, then in
 * more lines.
 */
export function planHead(
  head: SheetHead,
  look: SheetLook,
  words: SheetWords,
  metrics: Metrics,
  book: StyleBook,
): PlannedHead {
  const { scale, widthMm } = metrics;
  const logo = head.logo === undefined ? '' : picture('logo', head.logo);
  const qr = head.qr === undefined ? '' : picture('qr', head.qr.picture);
  const beside = [
    look.edition === 'internal'
      ? {
          html: `<span class="mark">${escapeHtml(words.internalMark)}</span>`,
          text: `　${words.internalMark}`,
        }
      : undefined,
    qr !== '' && head.qr ? { html: escapeHtml(head.qr.caption), text: head.qr.caption } : undefined,
  ].filter((line) => line !== undefined);
  const whenMm = Math.max(
    emMm(textEm(head.range), RANGE_PT * scale),
    ...beside.map(({ text }) => emMm(textEm(text), UNDER_PT * scale)),
  );
  const roomMm =
    widthMm -
    whenMm -
    GAP_MM * scale -
    (logo === '' ? 0 : (LOGO_MM + GAP_MM) * scale) -
    (qr === '' ? 0 : (QR_MM + GAP_MM) * scale);
  const lines = (pt: number) => countLines(head.title, roomEm(roomMm, pt * scale));
  const titlePt = [24, 20, 16].find((pt) => lines(pt) === 1) ?? 14;
  const under = [head.subtitle, head.greeting].filter(Boolean).join('　　');
  const namesMm =
    linesMm(lines(titlePt), titlePt * scale) +
    linesMm(countLines(under, roomEm(roomMm, UNDER_PT * scale)), UNDER_PT * scale);
  const besideMm =
    linesMm(1, RANGE_PT * scale) + beside.length * (linesMm(1, UNDER_PT * scale) + 1);
  const heightMm =
    Math.max(
      namesMm,
      besideMm,
      logo === '' ? 0 : LOGO_HEIGHT_MM * scale,
      qr === '' ? 0 : QR_MM * scale,
    ) +
    BELOW_MM * scale;
  const greeting = head.greeting ? `<b>${escapeHtml(head.greeting)}</b>` : '';
  const size = book.add(`font-size: ${(titlePt * scale).toFixed(2)}pt`);
  const height = book.add(`height: ${heightMm.toFixed(2)}mm`);
  const html =
    `<header class="head ${height}">${logo}<div class="names"><h1 class="title ${size}">` +
    `${escapeHtml(head.title)}</h1><div class="under">${escapeHtml(head.subtitle)}${greeting}</div></div>` +
    `<div class="when"><div class="range">${escapeHtml(head.range)}</div>` +
    `${beside.map((line) => `<div class="under">${line.html}</div>`).join('')}</div>${qr}</header>`;
  return { html, heightMm };
}

/** The bodies of a sheet's pages between its head and its numbered foot. */
export function framePages(
  head: PlannedHead,
  bodies: readonly string[],
  words: SheetWords,
  remark = '',
): string[] {
  return bodies.map(
    (body, index) =>
      `<section class="page">${head.html}${body}<div class="foot"><span>${escapeHtml(remark)}</span>` +
      `<span>${escapeHtml(words.page(index + 1, bodies.length))}</span></div></section>`,
  );
}
