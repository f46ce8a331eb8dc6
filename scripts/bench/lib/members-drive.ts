import type { Page } from '@playwright/test';
import { openConsole } from './console-window';
import { type BenchOptions, type Figure, makeFigure, median } from './figures';
import { type Frames, openMember, watchFrames } from './scroll-figures';

const SCROLL_MS = 4000;
/** As fast as a wheel is turned by an impatient hand. */
const PIXELS_PER_FRAME = 120;
const OPENED = 9;

/** The list of members in the real window, narrowed by a tag that a rule gives, by money. */
async function narrow(page: Page): Promise<number> {
  await page.getByTestId('nav-members').click();
  await page.locator('[data-testid=page-members][data-ready=true]').waitFor();
  const total = page.getByTestId('members-total');
  const all = await total.textContent();
  await page.getByTestId('filter-tagIds').click();
  await page.locator('.mantine-Popover-dropdown').getByRole('checkbox').nth(1).click();
  await page.keyboard.press('Escape');
  await page.waitForFunction(
    (before) => document.querySelector('[data-testid=members-total]')?.textContent !== before,
    all,
  );
  await page.getByTestId('sort-spent').click();
  await page.waitForTimeout(1500);
  return Number(await total.textContent());
}

export async function measureWindowOfMembers(
  options: BenchOptions,
  dataFolder: string,
): Promise<{ tableScroll: Figure; memberPage: Figure }> {
  const { app, page } = await openConsole(options, dataFolder);
  try {
    const narrowed = await narrow(page);
    const still = await watchFrames(page, 0, SCROLL_MS / 2);
    const moving = await watchFrames(page, PIXELS_PER_FRAME, SCROLL_MS);
    const opened: number[] = [];
    for (let n = 0; n < OPENED; n += 1) opened.push(await openMember(page, 2 + n));
    return {
      tableScroll: scrollFigure(still, moving, narrowed),
      memberPage: makeFigure(median(opened), 'ms', {}, { longest: Math.max(...opened) }),
    };
  } finally {
    await app.close();
  }
}

function scrollFigure(still: Frames, moving: Frames, narrowed: number): Figure {
  return makeFigure(
    moving.p95,
    'ms',
    { floor: still.p95 },
    {
      longest: Number(moving.longest.toFixed(1)),
      framesPerSecond: Number((moving.count / (SCROLL_MS / 1000)).toFixed(1)),
      narrowed,
    },
  );
}
