import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { writeInto } from '../../lib/write-file';
import { CalendarScreen } from '../../pages/calendar-screen';
import { ImportScreen } from '../../pages/import-screen';
import { ResultsScreen } from '../../pages/results-screen';

const HOUR = 3_600_000;
const MORNING = '今日爆款：烟台红富士';
const EVENING = '晒一道番茄菜';

/** Last week's two items of one day, planned by hand. */
async function planLastWeek(page: Page): Promise<{ calendar: CalendarScreen; day: string }> {
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.turnToPreviousWeek();
  const day = calendar.date(0);
  await calendar.addByKeyboard(0, 'morning', MORNING);
  await calendar.addByKeyboard(0, 'evening', EVENING);
  return { calendar, day };
}

async function openResults(page: Page, calendar: CalendarScreen, title: string): Promise<void> {
  const id = (await calendar.item(title).getAttribute('data-item-id')) ?? '';
  await calendar.item(title).click();
  const fold = page.getByRole('button', { name: '效果', exact: true });
  const section = page.locator(`[data-testid=item-results][data-item-id="${id}"]`);
  await expect(async () => {
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await expect(section).toBeVisible({ timeout: 500 });
  }).toPass();
}

test('typed results show in the heat map, open their items and are there after a restart', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const { calendar } = await planLastWeek(page);
  const results = new ResultsScreen(page);
  await openResults(page, calendar, MORNING);
  await results.type('reach', '1000人');
  await expect.poll(async () => (await console.rows('contentResults')).length).toBe(1);
  await results.type('opens', '72%');
  await results.type('averageSeconds', '18分30秒');
  await results.type('gmvFen', '１，２８４．５');
  await expect
    .poll(async () => (await console.rows('contentResults'))[0])
    .toMatchObject({
      reach: 1000,
      opens: 720,
      averageSeconds: 1110,
      gmvFen: 128_450,
      source: 'typed',
      title: MORNING,
    });
  await expect
    .poll(async () => (await console.rows('contentItems')).find((it) => it.title === MORNING))
    .toMatchObject({ status: 'measured' });
  // More opened than were reached: it is said, and kept as it was typed.
  await results.type('opens', '1200');
  await expect(page.getByTestId('figure-remark')).toContainText('打开比触达还多');
  await results.type('opens', '720');
  await expect(page.getByTestId('figure-remark')).toHaveCount(0);

  await results.open();
  const cell = results.cell('morning', 1);
  await expect(cell).toContainText('72.0%');
  await expect(cell).toContainText('n 1,000');
  await expect(results.cell('evening', 1)).toHaveCount(0);
  await cell.click();
  await expect(results.items).toHaveCount(1);
  await expect(results.items).toContainText(MORNING);
  await expect(page.getByTestId('results-case')).toContainText('案例参考');

  await console.restart();
  const again = new ResultsScreen(console.page);
  await again.open();
  await expect(again.cell('morning', 1)).toContainText('72.0%');
});

test('figures of yesterday are typed in one table by keyboard, and undone one by one', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const { calendar, day } = await planLastWeek(page);
  const results = new ResultsScreen(page);
  await openResults(page, calendar, MORNING);
  await results.type('reach', '20');
  await openResults(page, calendar, EVENING);
  await results.type('reach', '40');
  await expect.poll(async () => (await console.rows('contentResults')).length).toBe(2);
  await results.open();
  const quick = page.getByTestId('quick-results');
  const back = Math.round((Date.parse(today()) - Date.parse(day)) / (24 * HOUR));
  for (let n = 1; n < back; n += 1) await page.getByLabel('前一天').click();
  await expect(quick.getByTestId('quick-row')).toHaveCount(2);
  await quick.locator('[data-quick=opens]').first().focus();
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await page.keyboard.type('36');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await console.rows('contentResults')).map((row) => row.opens).sort())
    .toEqual([15, 36]);
  // Below thirty a cell tells counts, not a percentage.
  await expect(results.cell('morning', 1)).toContainText('15/20');
  await expect(results.cell('morning', 1)).toHaveAttribute('data-thin', 'true');
  await expect(results.cell('evening', 1)).toContainText('90.0%');
  await page.getByTestId('undo').click();
  await expect(results.cell('evening', 1)).toContainText('—');
});

test('orders go to the last item sent before them, and every order of the period is told of', async ({
  startFilled,
}) => {
  const console = await startFilled();
  const { page } = console;
  const { calendar, day } = await planLastWeek(page);
  const results = new ResultsScreen(page);
  for (const title of [MORNING, EVENING]) {
    await openResults(page, calendar, title);
    await results.type('reach', '300');
    await expect(page.getByTestId('item-credit')).toBeVisible();
  }
  const at = (hour: number) => Date.parse(`${day}T00:00:00+08:00`) + hour * HOUR;
  const orders = await countedOrders(console);
  const between = (from: number, to: number) =>
    orders.filter(({ orderedAt }) => orderedAt >= at(from) && orderedAt < at(to)).length;
  const [morning, evening] = [between(6, 17), between(17, 41)];
  expect(morning + evening).toBeGreaterThan(0);
  await openResults(page, calendar, EVENING);
  await expect(page.getByTestId('item-credit')).toHaveAttribute('data-orders', String(evening));
  await openResults(page, calendar, MORNING);
  await expect(page.getByTestId('item-credit')).toHaveAttribute('data-orders', String(morning));

  await results.open();
  await results.credit.locator('dl').waitFor();
  await expect(results.credit).toHaveAttribute('data-items', String(morning + evening));
  const told = await results.credit.evaluate((it) => ({ ...(it as HTMLElement).dataset }));
  expect(Number(told.items) + Number(told.others) + Number(told.none)).toBe(Number(told.all));
});

test('reported figures are matched with the plan only when somebody says so', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  const { day } = await planLastWeek(page);
  const report = [
    '日期,标题,时段,触达人数,阅读数,参与人数',
    `${day},【今日爆款】烟台红富士,早间,400,200,31`,
    `${day},没有排过的东西,午间,100,20,3`,
  ];
  const screen = new ImportScreen(page);
  await screen.open();
  await screen.importFile('results', await writeInto(folder, '效果.csv', report.join('\n')));
  const results = new ResultsScreen(page);
  await results.open();
  const rows = page.getByTestId('match-row');
  await expect(rows).toHaveCount(1);
  expect((await console.rows('contentItems')).map((it) => it.status)).toEqual(['draft', 'draft']);
  await rows.getByRole('button', { name: '对上' }).click();
  await expect(rows).toHaveCount(0);
  await expect(results.cell('morning', 1)).toContainText('50.0%');
  await expect
    .poll(async () => (await console.rows('contentItems')).map((it) => it.status).sort())
    .toEqual(['draft', 'measured']);
});

test('a character keeps a card and a score', async ({ startFilled }) => {
  const console = await startFilled();
  const { page } = console;
  const results = new ResultsScreen(page);
  await results.open();
  await results.show('IP 角色');
  await page.getByTestId('character-add').click();
  await page.getByLabel('名字').fill('菜博士');
  await page.getByLabel('口头禅').fill('菜要趁鲜\n别怕多问');
  const [line] = ((await console.rows('orders'))[0]?.lines ?? []) as { product: string }[];
  const word = line?.product.slice(0, 2) ?? '';
  await page.getByLabel('联名商品名里的词').fill(word);
  await page.getByTestId('character-save').click();
  const score = page.getByTestId('character-score');
  await expect(score).toContainText('0 / 3');
  await expect(score).toContainText('案例参考 83%');
  await console.restart();
  const again = new ResultsScreen(console.page);
  await again.open();
  await again.show('IP 角色');
  await expect(console.page.getByTestId('character-card')).toContainText('菜要趁鲜');
});

const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

async function countedOrders(console: RunningConsole): Promise<{ orderedAt: number }[]> {
  const rows = await console.rows('orders');
  return rows
    .filter(({ status }) => status !== 'pending' && status !== 'cancelled')
    .map(({ orderedAt }) => ({ orderedAt: Number(orderedAt) }));
}
