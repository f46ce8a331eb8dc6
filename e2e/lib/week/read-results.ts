import { expect, type Page } from '@playwright/test';
import { ResultsScreen } from '../../pages/results-screen';
import type { RunningConsole } from '../running-console';
import { NOON, SENDING_DAY } from './plan-week';

const FIGURES: Record<string, { reach: number; opens: number }> = {
  [NOON[0]]: { reach: 800, opens: 500 },
  [NOON[1]]: { reach: 600, opens: 250 },
};

/** The figures of yesterday's noon, typed in the table of the day by keyboard. */
export async function typeResults(running: RunningConsole): Promise<void> {
  const { page } = running;
  await new ResultsScreen(page).open();
  for (const [title, { reach, opens }] of Object.entries(FIGURES)) {
    const row = page.getByTestId('quick-row').filter({ hasText: title });
    await row.locator('[data-quick=reach]').fill(String(reach));
    await row.locator('[data-quick=reach]').press('Tab');
    await expect(row.locator('[data-quick=opens]')).toBeFocused();
    await page.keyboard.type(String(opens));
    await page.keyboard.press('Tab');
  }
  await expect
    .poll(async () => (await running.rows('contentResults')).map(({ opens }) => opens).sort())
    .toEqual([250, 500]);
}

/** What the cell of Wednesday noon has to say, from nothing but the rows. */
export async function noonFromRows(running: RunningConsole): Promise<{ rate: string; n: string }> {
  const items = new Map((await running.rows('contentItems')).map((item) => [item.id, item]));
  let [reached, opened] = [0, 0];
  for (const { contentItemId, reach, opens } of await running.rows('contentResults')) {
    const item = items.get(String(contentItemId));
    const weekday = new Date(`${String(item?.date)}T00:00:00Z`).getUTCDay();
    if (item?.slot !== 'noon' || weekday !== SENDING_DAY + 1) continue;
    reached += Number(reach);
    opened += Number(opens);
  }
  const rate = `${((opened / reached) * 100).toFixed(1)}%`;
  return { rate, n: `n ${reached.toLocaleString('en-US')}` };
}

export async function readHeat(
  page: Page,
  { rate, n }: { rate: string; n: string },
): Promise<void> {
  const results = new ResultsScreen(page);
  await results.open();
  const cell = results.cell('noon', SENDING_DAY + 1);
  await expect(cell).toContainText(rate);
  await expect(cell).toContainText(n);
  await cell.click();
  await expect(results.items).toHaveCount(2);
  for (const title of NOON) await expect(results.items.filter({ hasText: title })).toHaveCount(1);
}
