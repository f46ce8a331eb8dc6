import { deliveryStyle } from '@shared/domain/delivery/sheet/delivery-document';
import { useEffect, useRef } from 'react';
import classes from './delivery.module.css';

const PAPER_WIDTH_PX = (210 / 25.4) * 96;

/** The printed page has its margins from the paper; on screen the page is the paper. */
const ON_SCREEN = `
.sheet { width: auto; background: none; }
/* Pages out of sight are not laid out until one scrolls to them. */
.page { content-visibility: auto; contain-intrinsic-size: 210mm 297mm; position: relative; width: 210mm; min-height: 297mm; margin: 0 auto 16px; padding: 10mm;
  background: #fff; box-shadow: 0 1px 2px rgb(27 36 48 / 10%), 0 6px 18px rgb(27 36 48 / 14%); }
`;

type SheetPreviewProps = { pages: readonly string[]; label: string; testId: string };

/**
 * The very pages that are printed, in a shadow tree of their own: the sheet's style touches nothing
 * of the window's, and comes as a constructed sheet because the policy allows no inline style.
 */
export function SheetPreview({ pages, label, testId }: SheetPreviewProps) {
  const hostRef = useRef<HTMLDivElement | null>(null);

  useEffect(() => {
    const host = hostRef.current;
    if (!host) return undefined;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    // Rules for the paper itself mean nothing here.
    sheet.replaceSync(deliveryStyle().replace(/@page[^}]*}/, '') + ON_SCREEN);
    root.adoptedStyleSheets = [sheet];
    const fit = () => {
      const zoom = Math.min(1, (host.clientWidth - 8) / PAPER_WIDTH_PX);
      host.style.setProperty('--q-sheet-zoom', zoom.toFixed(3));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(host);
    fit();
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const root = hostRef.current?.shadowRoot;
    if (!root) return;
    const parsed = new DOMParser().parseFromString(pages.join(''), 'text/html');
    const sheet = document.createElement('div');
    sheet.className = 'sheet';
    sheet.append(...document.importNode(parsed.body, true).childNodes);
    const zoomed = document.createElement('div');
    zoomed.style.setProperty('zoom', 'var(--q-sheet-zoom, 1)');
    zoomed.append(sheet);
    root.replaceChildren(zoomed);
  }, [pages]);

  return (
    <div
      ref={hostRef}
      className={classes.host}
      role="document"
      aria-label={label}
      data-testid={testId}
    />
  );
}
