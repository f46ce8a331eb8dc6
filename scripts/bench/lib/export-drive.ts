import { statSync } from 'node:fs';
import type { ConsoleWindow } from './console-window';

/** From the click on "export" to the durable file; `rows` as the console counts them. */
export type ExportTimes = { ms: number; rows: number; fileMb: number };

type Wish = {
  list: 'members' | 'orders';
  format: 'xlsx' | 'csv';
  path: string;
  /** Unticks the last columns beyond so many. */
  columns: number;
};

const LIMIT_MS = 120_000;

/** Opens the export of a whole list up to its last button; the save dialog is answered at once. */
export async function openExport({ app, page }: ConsoleWindow, wish: Wish): Promise<void> {
  const { list, format, path, columns } = wish;
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.getByTestId(`nav-${list}`).click();
  await page.locator(`[data-testid=page-${list}][data-ready=true]`).waitFor();
  await page.getByTestId(`export-open-${list}`).click();
  await page.getByTestId(`export-format-${format}`).click();
  await page.getByTestId('export-count').waitFor();
  const ticked = page.locator('[data-testid^=export-column-]:checked');
  while ((await ticked.count()) > columns) await ticked.last().click();
}

/** Clicks from inside the window, so that nobody's reaction is measured, and waits for the file. */
export async function runExport({ page }: ConsoleWindow, path: string): Promise<ExportTimes> {
  const told = await page.evaluate((limitMs) => {
    const by = (id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`);
    return new Promise<{ ms: number; rows: number }>((resolve, reject) => {
      const startedAt = performance.now();
      const observer = new MutationObserver(() => {
        const done = by('export-done');
        if (!done) return;
        end();
        resolve({ ms: performance.now() - startedAt, rows: Number(done.dataset.rows) });
      });
      const timer = setTimeout(() => {
        end();
        reject(new Error('the export hangs'));
      }, limitMs);
      const end = () => {
        observer.disconnect();
        clearTimeout(timer);
      };
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      by('export-run')?.click();
    });
  }, LIMIT_MS);
  return { ...told, fileMb: statSync(path).size / 2 ** 20 };
}
