import { metricsOf, type Paper, POSTER_WIDTH_PX } from '@shared/domain/calendar/sheet/paper';
import type { SheetPages } from '@shared/domain/calendar/sheet/sheet.types';
import { QUOTES } from '@shared/domain/calendar/sheet/sheet-style';
import { useEffect, useRef } from 'react';
import classes from './print-dialog.module.css';

const PX_PER_MM = 96 / 25.4;
const MARGIN_MM = 10;
/** A picture of the phone is looked at in about a phone's width. */
const POSTER_SHOWN_PX = 420;

/** A font of a shadow tree's style is nobody's: the document must know it. */
const quotes = new FontFace(QUOTES.family, QUOTES.source, { unicodeRange: QUOTES.range });

/** The printed page has its margins from the paper; on screen the page is the paper. */
function onScreen(paper: Paper | undefined): string {
  if (!paper) return '.sheet { margin: 0 auto; } .poster { margin-bottom: 48px; }';
  const { pageWidthMm, pageHeightMm } = metricsOf(paper);
  return `
.sheet { width: auto; background: none; }
/* Pages out of sight are not laid out until one scrolls to them. */
.sheet .page { content-visibility: auto; contain-intrinsic-size: ${pageWidthMm}mm ${pageHeightMm}mm;
  width: ${pageWidthMm}mm; min-height: ${pageHeightMm}mm; margin: 0 auto 6mm; padding: ${MARGIN_MM}mm;
  background: #fff; box-shadow: 0 1px 2px rgb(27 36 48 / 10%), 0 6px 18px rgb(27 36 48 / 14%); }`;
}

type PagePreviewProps = {
  sheets: SheetPages;
  /** Without one it is a poster. */
  paper: Paper | undefined;
  label: string;
};

/**
 * The very markup and style that are printed, in a shadow tree of their own: they touch nothing of
 * the window's, and the style comes as a constructed sheet because the policy allows no inline style.
 */
export function PagePreview({ sheets, paper, label }: PagePreviewProps) {
  const hostRef = useRef<HTMLDivElement | null>(null);
  const size = paper?.size;
  const isLandscape = paper?.isLandscape ?? false;

  useEffect(() => {
    const host = hostRef.current;
    if (!host) return undefined;
    const widthPx = size
      ? metricsOf({ size, isLandscape }).pageWidthMm * PX_PER_MM
      : POSTER_WIDTH_PX;
    const fit = () => {
      const roomPx = size
        ? host.clientWidth - 32
        : Math.min(POSTER_SHOWN_PX, host.clientWidth - 32);
      host.style.setProperty('--q-sheet-zoom', Math.min(1, roomPx / widthPx).toFixed(4));
    };
    document.fonts.add(quotes);
    // Pages are scrolled by keys too.
    host.tabIndex = 0;
    const observer = new ResizeObserver(fit);
    observer.observe(host);
    fit();
    return () => observer.disconnect();
  }, [size, isLandscape]);

  useEffect(() => {
    const host = hostRef.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    // Rules for the paper itself mean nothing here.
    style.replaceSync(
      sheets.style.replace(/@page[^}]*}/, '') + onScreen(size ? { size, isLandscape } : undefined),
    );
    root.adoptedStyleSheets = [style];
    const parsed = new DOMParser().parseFromString(sheets.pages.join(''), 'text/html');
    const sheet = document.createElement('div');
    sheet.className = 'sheet';
    sheet.append(...document.importNode(parsed.body, true).childNodes);
    const zoomed = document.createElement('div');
    zoomed.style.setProperty('zoom', 'var(--q-sheet-zoom, 1)');
    zoomed.append(sheet);
    root.replaceChildren(zoomed);
  }, [sheets, size, isLandscape]);

  return (
    <div
      ref={hostRef}
      className={classes.host}
      role="document"
      aria-label={label}
      data-testid="cal-print-preview"
    />
  );
}
