import type { Page } from '@playwright/test';
import { type ConsoleWindow, openConsole } from './console-window';
import { type BenchOptions, type Figure, makeFigure, median } from './figures';

const AGAIN = 9;
const AFTER_COMMITS = 5;
const COMMITTED_MS = 700;

/** Presses a link; ms until what it leads to is there and painted. */
function press(page: Page, link: string, shown: string): Promise<number> {
  return page.evaluate(
    async ([from, to]) => {
      const startedAt = performance.now();
      document.querySelector<HTMLElement>(from)?.click();
      await new Promise<void>((resolve, reject) => {
        const look = () => {
          if (document.querySelector(to)) return resolve();
          if (performance.now() - startedAt > 60_000) return reject(new Error(`${to} never came`));
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - startedAt;
    },
    [link, shown] as const,
  );
}

const BOARD = '[data-testid=page-groups-board][data-ready=true] [data-testid=life-row]';
const toBoard = (page: Page) => press(page, '[data-testid=groups-tab-board]', BOARD);
const toRules = (page: Page) =>
  press(page, '[data-testid=groups-tab-rules]', '[data-testid=page-groups-rules][data-ready=true]');

async function longestTask({ page }: ConsoleWindow, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    (window as unknown as { longTasks: number[] }).longTasks.length = 0;
  });
  await work();
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  return Math.max(0, ...tasks);
}

/** Opens the board right after a day of one group was taken back, or brought back. */
async function afterCommits(console: ConsoleWindow) {
  const { page } = console;
  const times: number[] = [];
  const longestTaskMs = await longestTask(console, async () => {
    for (let run = 0; run < AFTER_COMMITS; run += 1) {
      await toRules(page);
      await page.keyboard.press(run % 2 === 0 ? 'Control+z' : 'Control+Shift+z');
      await page.waitForTimeout(COMMITTED_MS);
      times.push(await toBoard(page));
    }
  });
  return { times, longestTaskMs };
}

/**
 * The board of all groups in the real window: the first time (from disk, right after the start), and
 * again; beside it a page of the same area with nothing in it (floor).
 */
export async function measureBoard(
  options: BenchOptions,
  dataFolder: string,
): Promise<{ boardFirst: Figure; boardAgain: Figure; boardChanged: Figure }> {
  const console = await openConsole(options, dataFolder);
  const { app, page } = console;
  try {
    await press(page, '[data-testid=nav-groups]', '[data-testid=groups-tab-board]');
    const firstMs = await toBoard(page);
    const rows = await page.getByTestId('life-row').count();
    const again: number[] = [];
    const others: number[] = [];
    const longestTaskMs = await longestTask(console, async () => {
      for (let run = 0; run < AGAIN; run += 1) {
        others.push(await toRules(page));
        again.push(await toBoard(page));
      }
    });
    const { times: changed, longestTaskMs: longestChangedMs } = await afterCommits(console);
    return {
      boardFirst: makeFigure(firstMs, 'ms'),
      boardChanged: makeFigure(
        median(changed),
        'ms',
        { floor: median(others) },
        { longest: Number(Math.max(...changed).toFixed(1)), longestTaskMs: longestChangedMs },
      ),
      boardAgain: makeFigure(
        median(again),
        'ms',
        { floor: median(others) },
        { longest: Number(Math.max(...again).toFixed(1)), longestTaskMs, rowsDrawn: rows },
      ),
    };
  } finally {
    await app.close();
  }
}
