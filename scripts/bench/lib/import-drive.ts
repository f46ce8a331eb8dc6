import type { Page } from '@playwright/test';
import type { WorkbookKind } from './workbook';

/** When each step was reached, in ms after the file was dropped; `durable` is the end. */
export type ImportTimes = { read: number; planned: number; durable: number; counts: ImportCounts };
type ImportCounts = { create: number; unchanged: number; total: number };

const LIMIT_MS = 300_000;

export async function openImport(page: Page, kind: WorkbookKind): Promise<void> {
  await page.getByTestId('nav-import').click();
  await page.locator('[data-testid=page-import][data-ready=true]').waitFor();
  await page.getByTestId(`import-kind-${kind}`).click();
}

/**
 * Gives the file to the import and goes on from inside the window the moment that each next button
 * can be clicked, so that nobody's reaction is measured.
 */
export async function importFile(page: Page, path: string): Promise<ImportTimes> {
  await page.evaluate((limitMs) => {
    const by = (id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`);
    const number = (id: string) => Number(by(`import-count-${id}`)?.textContent ?? Number.NaN);
    const times = {
      read: 0,
      planned: 0,
      durable: 0,
      counts: { create: 0, unchanged: 0, total: 0 },
    };
    const run = new Promise((resolve, reject) => {
      let startedAt = 0;
      const since = () => performance.now() - startedAt;
      const input = by('import-file');
      input?.addEventListener(
        'change',
        () => {
          startedAt = performance.now();
        },
        { capture: true, once: true },
      );
      const look = () => {
        const refused = by('import-error')?.textContent;
        if (refused) return finish(() => reject(new Error(refused)));
        const next = by('import-next');
        if (times.read === 0 && next instanceof HTMLButtonElement && !next.disabled) {
          times.read = since();
          next.click();
        }
        const commit = by('import-commit');
        if (times.planned === 0 && commit instanceof HTMLButtonElement && !commit.disabled) {
          times.planned = since();
          times.counts = {
            create: number('create'),
            unchanged: number('unchanged'),
            total: number('total'),
          };
          commit.click();
        }
        if (times.planned > 0 && by('import-done')) {
          times.durable = since();
          finish(() => resolve(times));
        }
      };
      const observer = new MutationObserver(look);
      const timer = setTimeout(() => finish(() => reject(new Error('the import hangs'))), limitMs);
      const finish = (end: () => void) => {
        observer.disconnect();
        clearTimeout(timer);
        end();
      };
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    Object.assign(window, { importRun: run });
  }, LIMIT_MS);
  await page.getByTestId('import-file').setInputFiles(path);
  return page.evaluate(() => (window as unknown as { importRun: Promise<ImportTimes> }).importRun);
}
