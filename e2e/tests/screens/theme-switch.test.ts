import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import { SopScreen } from '../../pages/sop-screen';

/** Whether the chart holds pixels of the colour that the page's theme gives its bars. */
const hasBarsInColour = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return false;
    const style = getComputedStyle(document.documentElement);
    const wanted = style.getPropertyValue('--q-chart-1').trim();
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) return true;
    }
    return false;
  });

test('the funnel puts on the colours of the theme at once, when the system changes it', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await sop.complete(400);
  await expect(sop.step(2)).toHaveAttribute('data-state', 'doing');
  await sop.complete(260);
  await expect(sop.step(2)).toHaveAttribute('data-state', 'done');
  for (const colorScheme of ['dark', 'light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expect.poll(() => hasBarsInColour(page)).toBe(true);
  }
});
