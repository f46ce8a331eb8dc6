import { expect, type Locator, type Page } from '@playwright/test';

/** `12.5` → 125; what is shown is added up without the dust of fractions. */
const tenths = (text: string) => Math.round(Number(text) * 10);
const hundredths = (text: string) => Math.round(Number(text) * 100);

const cellsOf = (rows: Locator): Promise<string[][]> =>
  rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())),
  );

/**
 * Lines that end in what could be earned, how much of it was, and the points: each line is the one
 * times the other, and the points add up to the score above them. Returns how many lines had data.
 */
async function reckonLines(rows: Locator, score: string): Promise<number> {
  const lines = (await cellsOf(rows)).map((cells) => cells.slice(-3));
  const known = lines.filter(([most]) => most !== '—');
  const sum = (at: number) => known.reduce((total, cells) => total + tenths(cells[at] ?? ''), 0);
  expect(sum(0)).toBe(1000);
  expect(sum(2)).toBe(tenths(score));
  for (const [most = '', earned = '', points = ''] of known) {
    const reckoned = Number(most) * Number(earned.replace('×', ''));
    expect(Math.abs(reckoned - Number(points))).toBeLessThan(0.25);
  }
  return known.length;
}

/** The activity score from its table. */
export async function reckonActivity(page: Page): Promise<number> {
  const score = await page.getByTestId('activity-score').innerText();
  return reckonLines(page.getByTestId('activity-part'), score);
}

/** The trust index from its table. */
export async function reckonTrust(page: Page): Promise<number> {
  const index = (await page.getByTestId('trust-index').getAttribute('data-index')) ?? '';
  await expect(page.getByTestId('trust-index')).toContainText(index);
  return reckonLines(page.getByTestId('trust-part'), index);
}

/** The points of a core member: count ÷ full at, at most 1, by the share of the weight. */
export async function reckonKoc(page: Page): Promise<void> {
  const table = page.getByTestId('koc-parts');
  await expect(table.locator('tfoot')).toBeVisible();
  const lines = (await cellsOf(table.locator('tbody tr'))).filter(({ length }) => length === 5);
  expect(lines.length).toBeGreaterThan(0);
  let total = 0;
  for (const [, value = '', fullAt = '', share = '', points = ''] of lines) {
    const [weight = 0, all = 1] = share.split('÷').map(Number);
    const reckoned = 100 * (weight / all) * Math.min(1, Number(value) / Number(fullAt));
    expect(Math.abs(reckoned - Number(points))).toBeLessThan(0.02);
    total += hundredths(points);
  }
  expect(total).toBe(hundredths((await table.locator('tfoot td').last().innerText()).trim()));
}

/** What is left of the sales less what was put in, for each yuan put in. */
export async function reckonWorth(page: Page): Promise<number> {
  const fen = async (line: 'input' | 'earned') =>
    Number(await page.getByTestId(`economy-${line}`).getAttribute('data-fen'));
  const [input, earned] = [await fen('input'), await fen('earned')];
  const roi = Number(await page.getByTestId('economy-roi').getAttribute('data-roi'));
  expect(roi).toBeCloseTo((earned - input) / input, 3);
  return roi;
}
