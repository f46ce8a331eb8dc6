import { statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ConsoleWindow } from './console-window';

const SLOTS = ['morning', 'noon', 'evening', 'night'] as const;
const TITLES = [
  '今日爆款：烟台红富士五斤装',
  '产地直播：寿光大棚看番茄',
  '晒一道番茄菜，选三位送券',
  '接龙：云南石林人参果三斤',
];
const LIMIT_MS = 30_000;

/** Plans an item in every slot of the week on screen, as one does by keyboard. */
export async function fillWeek({ page }: ConsoleWindow): Promise<number> {
  await page.getByTestId('nav-calendar').click();
  await page.locator('[data-testid=page-calendar][data-ready=true]').waitFor();
  const days = await page
    .locator('[data-cell][data-slot=morning]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-date') ?? ''));
  let count = 0;
  for (const day of days) {
    for (const slot of SLOTS) {
      await page.getByTestId(`cal-${day}-${slot}`).focus();
      await page.keyboard.press('Enter');
      const input = page.getByTestId('cal-title-input');
      await input.fill(`${TITLES[count % TITLES.length]} ${count + 1}`);
      await input.press('Enter');
      await input.waitFor({ state: 'detached' });
      count += 1;
    }
  }
  return count;
}

/** The moment (epoch ms) at which a file gets its final name. */
function whenThere(path: string): Promise<number> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      watcher.close();
      fail(new Error('no PDF came'));
    }, LIMIT_MS);
    const watcher = watch(dirname(path), (_event, name) => {
      if (name !== basename(path)) return;
      const now = Date.now();
      clearTimeout(timer);
      watcher.close();
      done(now);
    });
  });
}

/** From the button to the file on disk; the click comes from inside the window. */
export async function exportOnce({ app, page }: ConsoleWindow, path: string) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  const button = page.getByTestId('cal-export-pdf');
  await page.locator('[data-testid=cal-export-pdf]:enabled').waitFor();
  const there = whenThere(path);
  const clickedAt = await button.evaluate((element: HTMLElement) => {
    const now = Date.now();
    element.click();
    return now;
  });
  const ms = (await there) - clickedAt;
  await page
    .getByTestId('toast')
    .filter({ hasText: basename(path) })
    .last()
    .waitFor();
  return { ms, kilobytes: statSync(path).size / 1024 };
}

/** What Chromium itself needs for the very page that was printed last, in ms. */
export function printBare({ app }: ConsoleWindow): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().startsWith('app://print/'),
    );
    if (!window) throw new Error('the printed page is gone');
    const from = performance.now();
    await window.webContents.printToPDF({
      pageSize: 'A4',
      landscape: true,
      printBackground: true,
      preferCSSPageSize: true,
    });
    return performance.now() - from;
  });
}
